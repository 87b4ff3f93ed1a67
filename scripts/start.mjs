// `npm start`: builds the app, serves it on this machine only, and says where.
// The browser tests start it with `--test-port N`: on that port or not at all, and from a build of their own,
// so that a build made meanwhile does not change the page under them.
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { build, preview } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))
const { values } = parseArgs({ options: { 'test-port': { type: 'string' } } })
/** Where designs of earlier visits are: a browser keeps those of each port apart. */
const usualPort = 4173
const testPort = values['test-port']
const outDir = `${root}dist/${testPort ? `e2e-${testPort}` : 'app'}`
const options = { configFile: `${root}vite.config.ts`, logLevel: 'warn', build: { outDir } }

if (testPort) process.on('exit', () => rmSync(outDir, { recursive: true, force: true }))

await build(options)
const server = await preview({
  ...options,
  preview: { port: Number(testPort ?? usualPort), strictPort: testPort !== undefined },
})
const port = server.httpServer.address().port
if (!testPort && port !== usualPort)
  console.log(
    `Port ${usualPort} is taken. A browser keeps the designs of each port apart, so those made there do not show here.`,
  )
console.log(`Pathlight is open at ${server.resolvedUrls?.local[0]} (Ctrl+C stops it)`)
