// Bundles the command line into dist/cli/main.js: one self-contained ESM program for Node.
// `main.ts` imports each command where it runs it, so `--help` starts without loading the engine.
import { readFileSync } from 'node:fs'
import { defineConfig } from 'vite'

const here = import.meta.dirname
const { version } = JSON.parse(readFileSync(`${here}/package.json`, 'utf8')) as { version: string }

export default defineConfig({
  root: here,
  publicDir: false,
  define: { PATHLIGHT_VERSION: JSON.stringify(version) },
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: 'src/cli/main.ts',
    target: 'node20',
    outDir: 'dist/cli',
    emptyOutDir: true,
    minify: true,
    rolldownOptions: {
      output: {
        entryFileNames: 'main.js',
        chunkFileNames: '[name]-[hash].js',
        banner: '#!/usr/bin/env node',
      },
    },
  },
})
