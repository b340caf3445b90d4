import { spawnSync } from 'node:child_process'
import { cpus, loadavg } from 'node:os'
import { durableAppends } from './durable-append.ts'
import { fanningOut } from './fan-out.ts'
import type { Figure } from './figure.ts'
import { folding } from './fold.ts'
import { calling } from './media-call.ts'
import { holdingTheFloor } from './media-floor.ts'
import { delaying, forwarding } from './media-forwarding.ts'
import { measure, type Pair, type Result } from './pair.ts'
import { readingARelease } from './release-page.ts'
import { actingAcross } from './room-acts.ts'
import { openingRooms } from './room.ts'
import { readingALongText } from './text.ts'
import { verifyingABundle } from './verify-bundle.ts'

const FAMILIES: Readonly<Record<string, () => Promise<readonly Pair[]> | readonly Pair[]>> = {
  append: durableAppends,
  fold: folding,
  follow: fanningOut,
  forward: forwarding,
  page: readingARelease,
  verify: verifyingABundle,
}

/** What has no peer to be divided by, or is measured on several engines side by side. */
const FIGURES: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  call: calling,
  delay: delaying,
  floor: holdingTheFloor,
  act: actingAcross,
  room: openingRooms,
  text: readingALongText,
}

const time = (ms: number): string => (ms >= 1 ? `${ms.toFixed(2)} ms` : `${(ms * 1000).toFixed(1)} µs`)

const row = ({ name, peer, oursMs, bareMs, ratio, spread, aim }: Result): string =>
  `| ${name} | ${peer} | ${time(oursMs)} | ${time(bareMs)} | **${ratio.toFixed(2)}** (${spread.map((r) => r.toFixed(2)).join('–')}) | ${aim === undefined ? '–' : `≤ ${aim}`} |`

const figureRow = ({ what, where, result, aim }: Figure): string =>
  `| ${what} | ${where} | ${result} | ${aim} |`

/** A process each, so that what one leaves behind on the heap does not weigh on the next. */
const printRows = (names: readonly string[]): void => {
  for (const name of names) {
    const { status } = spawnSync(process.execPath, [import.meta.filename, '--rows', name], {
      stdio: 'inherit',
    })
    if (status !== 0) process.exitCode = 1
  }
}

const printTables = (names: readonly string[]): void => {
  const [families, figures] = [FAMILIES, FIGURES].map((known) => names.filter((name) => name in known))
  console.log(
    `Node ${process.version}, ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}. Time per operation; median of rounds in turn.`,
  )
  if (families !== undefined && families.length > 0) {
    console.log('\n| what | against | ours | bare | ratio (spread) | aim |\n|---|---|---|---|---|---|')
    printRows(families)
  }
  if (figures !== undefined && figures.length > 0) {
    console.log('\n| what | on | result | aim |\n|---|---|---|---|')
    printRows(figures)
  }
}

const args = process.argv.slice(2)
const wanted = args.filter((arg) => arg !== '--rows')
const known = [...Object.keys(FAMILIES), ...Object.keys(FIGURES)]
const unknown = wanted.filter((name) => !known.includes(name))
if (unknown.length > 0) {
  throw new Error(`no such measurement: ${unknown.join(', ')}; there are ${known.join(', ')}`)
}
if (!args.includes('--rows')) printTables(wanted.length > 0 ? wanted : known)
else
  for (const name of wanted) {
    for (const pair of (await FAMILIES[name]?.()) ?? []) console.log(row(await measure(pair)))
    for (const figure of (await FIGURES[name]?.()) ?? []) console.log(figureRow(figure))
  }
