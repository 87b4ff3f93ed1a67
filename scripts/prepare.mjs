// Bundles the command line after an install, so that `npm run -s pathlight` works at once.
// An install must not fail because of it: without dev dependencies, or with sources that do not
// build today, the install goes on, and `npm run build` tells what is wrong.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

if (existsSync(`${root}/src/cli/main.ts`) && existsSync(`${root}/node_modules/vite`)) {
  try {
    const { build } = await import('vite')
    await build({ root, configFile: `${root}/vite.cli.config.ts`, logLevel: 'silent' })
  } catch (error) {
    const [reason] = String(error instanceof Error ? error.message : error).split('\n')
    console.warn(`pathlight: the command line was not built (${reason}); run "npm run build" to see why`)
  }
}
