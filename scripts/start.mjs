// `npm start`: builds the app, serves it on this machine only, and says where. `--port N` takes that port or fails.
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { build, preview } from 'vite'

const { values } = parseArgs({ options: { port: { type: 'string' } } })
const configFile = fileURLToPath(new URL('../vite.config.ts', import.meta.url))

await build({ configFile, logLevel: 'warn' })
const server = await preview({
  configFile,
  logLevel: 'warn',
  preview: { port: Number(values.port ?? 4173), strictPort: values.port !== undefined },
})
console.log(`Pathlight is open at ${server.resolvedUrls?.local[0]} (Ctrl+C stops it)`)
