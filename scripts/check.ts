import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { delimiter } from 'node:path'
import { ensureBrowser } from './ensure-browser.ts'
import { ensureRelay } from './ensure-relay.ts'

// Everything `npm test` promises, in the order in which a mistake is cheapest to read.

// Where Debian keeps what a firewall is made with; not on everybody's path.
process.env['PATH'] = [process.env['PATH'], '/usr/sbin', '/sbin'].join(delimiter)

type Step = { readonly name: string; readonly command: readonly string[]; readonly hint: string }

const REPORT = '.cache/tests.json'

const STEPS: readonly Step[] = [
  { name: 'format', command: ['oxfmt', '--check', '.'], hint: 'npm run fix' },
  { name: 'lint', command: ['oxlint', '--deny-warnings'], hint: 'npm run fix' },
  { name: 'types', command: ['tsc', '--build'], hint: 'see the first error' },
  {
    name: 'types of tests',
    command: ['tsc', '--project', 'tsconfig.tests.json'],
    hint: 'see the first error',
  },
  { name: 'dead code', command: ['knip'], hint: 'remove what nothing uses' },
]

const TESTS: Step = {
  name: 'tests',
  command: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`],
  hint: 'run the failing file alone: npx vitest run PATH',
}

/** Browser tests look at the rooms as they are built. */
const ROOMS: Step = {
  name: 'rooms',
  command: ['node', 'scripts/build-rooms-if-stale.mjs'],
  hint: 'npx vite build web',
}

/**
 * What the tests can do without, but mean more with: coturn in walled networks, and the real LiveKit server beside our
 * own. Where one cannot be had, its tests say so, and fail where it is required.
 */
const bringEngines = (): void => {
  ensureRelay()
  spawnSync(process.execPath, ['sfu/livekit/build.ts'], { stdio: 'inherit' })
}

const run = (step: Step): boolean => {
  console.log(`\n── ${step.name} ──`)
  const [command, ...args] = step.command
  if (command === undefined) throw new Error('a step without a command')
  const began = performance.now()
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' })
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(
    status === 0 ? `${step.name}: in order (${seconds} s)` : `${step.name}: not in order. ${step.hint}`,
  )
  return status === 0
}

const closingLine = (): string => {
  const report: unknown = JSON.parse(readFileSync(REPORT, 'utf8'))
  if (typeof report !== 'object' || report === null) throw new Error('the test report is not an object')
  const count = (key: string): number => {
    const value: unknown = Reflect.get(report, key)
    if (typeof value !== 'number') throw new Error(`the test report has no ${key}`)
    return value
  }
  const skipped = count('numPendingTests') + count('numTodoTests')
  return `${count('numPassedTests')} passed, ${count('numFailedTests')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

mkdirSync('.cache', { recursive: true })
rmSync(REPORT, { force: true })
const withTests = !process.argv.includes('--no-tests')
if (withTests) {
  ensureBrowser()
  bringEngines()
}
const inOrder = STEPS.every(run) && (!withTests || (run(ROOMS) && run(TESTS)))
if (withTests && inOrder) console.log(`\n${closingLine()}`)
process.exitCode = inOrder ? 0 : 1
