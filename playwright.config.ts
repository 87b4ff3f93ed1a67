// Browser tests: against the built app, served the way `npm start` serves it, in whichever browser there is.
import { createServer } from 'node:net'
import { defineConfig, devices } from '@playwright/test'
import { browserFlags, findBrowser } from './e2e/browser.ts'

// Every worker reads this file again. The environment is how the first reading hands its answers on.
const executablePath = (process.env['PATHLIGHT_BROWSER_FOUND'] ??= findBrowser())
const port = (process.env['PATHLIGHT_TEST_PORT'] ??= await freePort())
const address = `http://127.0.0.1:${port}`

export default defineConfig({
  testDir: 'e2e',
  timeout: 90_000,
  expect: { timeout: 15_000 },
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list']],
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1440, height: 900 },
    baseURL: address,
    // A picture where a story fails; `--trace on` records all of it, at the price of half the speed.
    screenshot: 'only-on-failure',
    launchOptions: { executablePath, args: [...browserFlags] },
  },
  webServer: {
    command: `node scripts/start.mjs --test-port ${port}`,
    url: address,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
    timeout: 180_000,
  },
})

function freePort(): Promise<string> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const found = probe.address()
      probe.close(() =>
        found && typeof found === 'object' ? resolve(String(found.port)) : reject(new Error('no port')),
      )
    })
  })
}
