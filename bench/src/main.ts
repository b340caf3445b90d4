import { cpus, loadavg } from 'node:os'
import { durableAppends } from './durable-append.ts'
import { verifyingABundle } from './verify-bundle.ts'
import { fanningOut } from './fan-out.ts'
import { folding } from './fold.ts'
import { readingARelease } from './release-page.ts'
import { measure, type Pair, type Result } from './pair.ts'

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

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in FAMILIES))
if (unknown.length > 0)
  throw new Error(`no such measurement: ${unknown.join(', ')}; there are ${Object.keys(FAMILIES).join(', ')}`)

console.log(
  `Node ${process.version}, ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}. Time per operation; median of rounds in turn.\n`,
)
console.log('| what | against | ours | bare | ratio (spread) | aim |')
console.log('|---|---|---|---|---|---|')
for (const [name, family] of Object.entries(FAMILIES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  for (const pair of await family()) console.log(row(await measure(pair)))
}
