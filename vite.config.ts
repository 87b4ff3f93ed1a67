// Builds the app (root `app/`, output `dist/app`) and says which tests Vitest runs.
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const here = import.meta.dirname

export default defineConfig({
  // Vitest takes its paths from the root too, and its tests lie outside of the app.
  root: process.env['VITEST'] ? here : `${here}/app`,
  // Relative addresses, so that the built page works from any folder of any server.
  base: './',
  publicDir: `${here}/public`,
  plugins: [react()],
  build: {
    outDir: `${here}/dist/app`,
    emptyOutDir: true,
    target: 'es2023',
    // The library only declares: what the first screen does not use of it, such as the readers, need not come with it.
    rolldownOptions: { treeshake: { moduleSideEffects: (id) => !id.startsWith(`${here}/src/`) } },
    // One chunk holds the editor; a warning at Vite's 500 kB would only teach us to ignore warnings.
    chunkSizeWarningLimit: 1200,
  },
  worker: { format: 'es' },
  server: { host: '127.0.0.1', port: 5173, fs: { allow: [here] } },
  preview: { host: '127.0.0.1', port: 4173 },
  test: {
    projects: [
      {
        test: {
          name: 'library',
          environment: 'node',
          include: ['src/**/*.test.ts'],
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'app',
          environment: 'node',
          include: ['app/**/*.test.{ts,tsx}'],
        },
      },
    ],
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      exclude: ['src/**/*.test.ts', 'src/scenarios/**'],
      reporter: ['text-summary', 'lcov'],
      reportsDirectory: `${here}/coverage`,
    },
  },
})
