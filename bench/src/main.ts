import { spawnSync } from 'node:child_process'
import { cpus, loadavg } from 'node:os'
import { durableAppends } from './durable-append.ts'
import { fanningOut } from './fan-out.ts'
import { folding } from './fold.ts'
import { measure, type Pair, type Result } from './pair.ts'
import { readingARelease } from './release-page.ts'
import { verifyingABundle } from './verify-bundle.ts'

const FAMILIES: Readonly<Record<string, () => Promise<readonly Pair[]> | readonly Pair[]>> = {
  append: durableAppends,
  fold: folding,
  follow: fanningOut,
  page: readingARelease,
  verify: verifyingABundle,
}

const time = (ms: number): string => (ms >= 1 ? `${ms.toFixed(2)} ms` : `${(ms * 1000).toFixed(1)} µs`)

const row = ({ name, peer, oursMs, bareMs, ratio, spread, aim }: Result): string =>
  `| ${name} | ${peer} | ${time(oursMs)} | ${time(bareMs)} | **${ratio.toFixed(2)}** (${spread.map((r) => r.toFixed(2)).join('–')}) | ≤ ${aim} |`

const printTable = (names: readonly string[]): void => {
  console.log(
    `Node ${process.version}, ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}. Time per operation; median of rounds in turn.\n`,
  )
  console.log('| what | against | ours | bare | ratio (spread) | aim |')
  console.log('|---|---|---|---|---|---|')
  // A process each, so that what one leaves behind on the heap does not weigh on the next.
  for (const name of names) {
    const { status } = spawnSync(process.execPath, [import.meta.filename, '--rows', name], {
      stdio: 'inherit',
    })
    if (status !== 0) process.exitCode = 1
  }
}

const args = process.argv.slice(2)
const wanted = args.filter((arg) => arg !== '--rows')
const unknown = wanted.filter((name) => !(name in FAMILIES))
if (unknown.length > 0) {
  throw new Error(`no such measurement: ${unknown.join(', ')}; there are ${Object.keys(FAMILIES).join(', ')}`)
}
if (!args.includes('--rows')) printTable(wanted.length > 0 ? wanted : Object.keys(FAMILIES))
else
  for (const name of wanted)
    for (const pair of (await FAMILIES[name]?.()) ?? []) console.log(row(await measure(pair)))
