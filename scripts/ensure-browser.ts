import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]
const PACKAGES = ['chromium', 'fonts-noto-core', 'fonts-noto-cjk']

/** The browser the end-to-end tests drive: `PARLEY_CHROMIUM`, or the system's Chromium. */
export const findBrowser = (): string | undefined =>
  [process.env['PARLEY_CHROMIUM'], ...PLACES].find((place) => place !== undefined && existsSync(place))

/**
 * Makes sure a browser and fonts for Chinese, Russian and Arabic are there, from Debian's packages where the machine
 * has apt and lets us. Where it does not, the tests cannot mean anything: they stop here, saying what to install.
 */
export const ensureBrowser = (): void => {
  if (findBrowser() !== undefined) return
  const mayInstall =
    process.getuid?.() === 0 && spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0
  if (mayInstall) {
    console.log(`Installing ${PACKAGES.join(', ')} for the end-to-end tests.`)
    spawnSync('apt-get', ['update', '-q'], { stdio: 'ignore' })
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    spawnSync('apt-get', ['install', '-qy', ...PACKAGES], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: environment,
    })
  }
  if (findBrowser() === undefined) {
    throw new Error('The end-to-end tests need Chromium: install it, or name one in PARLEY_CHROMIUM.')
  }
}
