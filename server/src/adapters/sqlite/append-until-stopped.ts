/**
 * A process to be killed: appends acts over several logs of a data folder, as fast as it can, and prints a line of JSON
 * for each one acknowledged. It stops when it is killed, when the store fails (which it reports), or, by its own hand and
 * as abruptly, after so many acts.
 *
 * Arguments: data folder, name of the run, number of writers, number of acts.
 */
import assert from 'node:assert/strict'
import { statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { type LogId, type Portion } from '../../ports/event-store.ts'
import { Fault } from '../../ports/fault.ts'
import { type ReportedLine, leafOf, logsOf } from './crash-acts.ts'
import { openDataFolder } from './open-data-folder.ts'

const [folder, run, writerCount, actLimit] = process.argv.slice(2)
assert(folder !== undefined && run !== undefined)

const { events, close } = openDataFolder(folder)
let acts = 0

/** Written at once: what was printed before a kill has reached the reader. */
const report = (line: ReportedLine): void => {
  writeSync(1, `${JSON.stringify(line)}\n`)
}

const decide = async (act: string, logs: readonly LogId[]): Promise<readonly Portion[]> => {
  const sizes = await Promise.all(logs.map((log) => events.size(log)))
  return logs.map((log, index) => ({
    log,
    expectedSize: sizes[index] ?? 0,
    leaves: [leafOf(act, log, 0), leafOf(act, log, 1)],
  }))
}

const perform = async (act: string, writer: number, count: number): Promise<void> => {
  const logs = logsOf(writer, count)
  for (;;) {
    const portions = await decide(act, logs)
    const outcome = await events.append(portions, { scope: 'crash', id: act, fingerprint: act })
    if (outcome.kind === 'stale') continue
    assert(outcome.kind === 'appended')
    acts += 1
    report({ act, receipt: outcome.receipt, walBytes: statSync(join(folder, 'parley.db-wal')).size })
    return
  }
}

const writeUntilFault = async (writer: number): Promise<void> => {
  try {
    for (let count = 0; ; count += 1) {
      await perform(`${run}.${writer}.${count}`, writer, count)
      if (acts === Number(actLimit)) process.kill(process.pid, 'SIGKILL')
    }
  } catch (cause) {
    if (!(cause instanceof Fault)) throw cause
    report({ fault: cause.code })
  }
}

await Promise.all(Array.from({ length: Number(writerCount) }, (_, writer) => writeUntilFault(writer)))
await perform(`${run}.again`, 0, 0).catch((cause: unknown) => {
  assert(cause instanceof Fault)
  report({ fault: cause.code })
})
const readable = await Promise.all((await events.logs('')).map((log) => events.size(log)))
report({ readable: readable.reduce((total, size) => total + size, 0) })
await close()
