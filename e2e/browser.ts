// Finds the browser that the tests drive, and fetches one where there is none.
// Tests are never skipped for want of a browser: either a path comes back, or an error that says what to install.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const MINUTE = 60_000

/** The path of a Chromium or Chrome that starts. */
export function findBrowser(): string {
  const explicit = process.env['PATHLIGHT_BROWSER']
  if (explicit) {
    if (starts(explicit)) return explicit
    throw plain(`PATHLIGHT_BROWSER is ${explicit}, and no browser starts from there.`)
  }
  const found = onSystem() ?? playwrightsOwn() ?? downloaded() ?? fromDebian()
  if (found) return found
  throw plain(
    'No browser for the browser tests was found, and none could be installed.',
    'Install Chromium or Chrome (Debian and Ubuntu: "sudo apt-get install chromium"),',
    'or run "npx playwright install --with-deps chromium",',
    'or set PATHLIGHT_BROWSER to the path of one.',
  )
}

/** Started by root, Chromium refuses its own sandbox. The rest keeps it from calling home while a test runs. */
export const browserFlags: readonly string[] = [
  ...(isRoot() ? ['--no-sandbox'] : []),
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--force-color-profile=srgb',
]

function onSystem(): string | undefined {
  return usualPlaces().find(starts)
}

function usualPlaces(): string[] {
  if (process.platform === 'darwin')
    return ['Google Chrome', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)
  if (process.platform === 'win32')
    return ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].flatMap((variable) => {
      const folder = process.env[variable]
      return folder
        ? ['Google\\Chrome', 'Chromium'].map((name) => `${folder}\\${name}\\Application\\chrome.exe`)
        : []
    })
  return ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
    .flatMap((name) => [`/usr/bin/${name}`, `/usr/local/bin/${name}`])
    .concat('/opt/google/chrome/chrome', '/snap/bin/chromium')
}

function playwrightsOwn(): string | undefined {
  const path = chromium.executablePath()
  return starts(path) ? path : undefined
}

/** Same as `playwright install --with-deps chromium`, but the download first: where the network is closed it fails in seconds. */
function downloaded(): string | undefined {
  say('no browser on this system; asking Playwright for one')
  const download = playwright(['install', 'chromium'], 4 * MINUTE)
  if (!download) return undefined
  if (process.platform === 'linux' && (isRoot() || succeeds('sudo', ['-n', 'true'], MINUTE)))
    playwright(['install-deps', 'chromium'], 10 * MINUTE)
  return playwrightsOwn()
}

function playwright(args: string[], timeout: number): boolean {
  const npx = process.platform === 'win32' ? 'npx.cmd' : 'npx'
  return succeeds(npx, ['--no-install', 'playwright', ...args], timeout, {
    PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '8000',
  })
}

function fromDebian(): string | undefined {
  if (!isRoot() || !existsSync('/usr/bin/apt-get')) return undefined
  say('installing Chromium with apt-get')
  // The fonts: a page with Korean names would otherwise be drawn with empty boxes.
  const packages = ['chromium', 'fonts-noto-cjk', 'fonts-liberation']
  const patience = [
    '-o',
    'DPkg::Lock::Timeout=120',
    '-o',
    'Acquire::http::Timeout=30',
    '-o',
    'Acquire::Retries=2',
  ]
  const environment = { DEBIAN_FRONTEND: 'noninteractive' }
  succeeds('apt-get', [...patience, 'update', '-qq'], 3 * MINUTE, environment)
  const install = [...patience, 'install', '-y', '-qq', '--no-install-recommends', ...packages]
  return succeeds('apt-get', install, 10 * MINUTE, environment) ? onSystem() : undefined
}

/** Existing is not enough: Ubuntu's /usr/bin/chromium-browser is a script that asks for a snap. */
function starts(path: string): boolean {
  if (!existsSync(path)) return false
  // On Windows `--version` opens a window instead of answering.
  return process.platform === 'win32' || succeeds(path, ['--version'], MINUTE / 2)
}

function succeeds(
  command: string,
  args: string[],
  timeout: number,
  environment: Record<string, string> = {},
): boolean {
  const { status } = spawnSync(command, args, {
    stdio: 'ignore',
    timeout,
    env: { ...process.env, ...environment },
    shell: command.endsWith('.cmd'),
  })
  return status === 0
}

function isRoot(): boolean {
  return process.getuid?.() === 0
}

/** An error without a stack: what to do about it is all that the reader needs. */
function plain(...lines: string[]): Error {
  const error = new Error(lines.join('\n'))
  error.stack = `Error: ${error.message}`
  return error
}

function say(what: string): void {
  process.stderr.write(`browser tests: ${what}\n`)
}
