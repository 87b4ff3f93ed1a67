// npm run bench: answers every question of this folder. Not a test: it fails only when something is broken.
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))
const { module } = await runnerImport(`${root}/bench/index.ts`, {
  root,
  configFile: false,
  logLevel: 'error',
})
module.answerAll((line) => console.log(line))
