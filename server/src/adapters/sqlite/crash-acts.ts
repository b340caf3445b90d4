import * as z from 'zod'
import type { EventStore, LogId } from '../../ports/event-store.ts'

/** The acts of the crash tests: which logs each touches, what it writes there, and how to tell that one is torn. */

/** What the process to be killed says: an act acknowledged, a fault met, or how many leaves it still reads at its end. */
export const ReportedLine = z.union([
  z.strictObject({
    act: z.string(),
    receipt: z.strictObject({
      portions: z.array(z.strictObject({ log: z.string(), firstSeq: z.int(), count: z.int() })).readonly(),
    }),
    walBytes: z.int(),
  }),
  z.strictObject({ fault: z.string() }),
  z.strictObject({ readable: z.int() }),
])
export type ReportedLine = z.infer<typeof ReportedLine>
export type Acknowledgement = Extract<ReportedLine, { act: string }>

/** Each act writes its writer's own log; every second one a neighbour's as well, every third one all writers' log too. */
export const logsOf = (writer: number, count: number): readonly LogId[] => [
  `own/${writer}`,
  ...(count % 2 === 0 ? [`own/${(writer + 1) % 8}/neighbour`] : []),
  ...(count % 3 === 0 ? ['all'] : []),
]

/** A leaf that says whose it is; 40 to 3,000 bytes, so that acts end anywhere in a page and some need several. */
export const leafOf = (act: string, log: LogId, index: number): Uint8Array => {
  const head = `${act} ${log} ${index} `
  return new TextEncoder().encode(head.padEnd(40 + ((act.length * 7919 + digest(head)) % 2960), '.'))
}

const digest = (text: string): number =>
  new TextEncoder().encode(text).reduce((sum, byte) => (sum * 31 + byte) % 65_521, 7)

/** Everything a store holds, leaf by leaf, as text. */
export const contentsOf = async (events: EventStore): Promise<ReadonlyMap<LogId, readonly string[]>> => {
  const contents = new Map<LogId, readonly string[]>()
  for (const log of await events.logs('')) {
    const leaves = await events.read(log, 0, Number.MAX_SAFE_INTEGER)
    contents.set(
      log,
      leaves.map((leaf) => new TextDecoder().decode(leaf)),
    )
  }
  return contents
}

/** What a store must hold that kept exactly these acts. */
export const contentsAfter = (acts: readonly Acknowledgement[]): ReadonlyMap<LogId, readonly string[]> => {
  const contents = new Map<LogId, string[]>()
  for (const { act, receipt } of acts) {
    for (const { log, firstSeq, count } of receipt.portions) {
      const leaves = contents.get(log) ?? []
      for (let index = 0; index < count; index += 1) {
        leaves[firstSeq + index] = new TextDecoder().decode(leafOf(act, log, index))
      }
      contents.set(log, leaves)
    }
  }
  return contents
}

/** The acts that are there in part only: some of their leaves without the others, or without their receipt. */
export const tornActs = async (
  events: EventStore,
  contents: ReadonlyMap<LogId, readonly string[]>,
): Promise<readonly string[]> => {
  const leafCounts = new Map<string, number>()
  for (const leaf of [...contents.values()].flat()) {
    const act = leaf.slice(0, leaf.indexOf(' '))
    leafCounts.set(act, (leafCounts.get(act) ?? 0) + 1)
  }
  const torn: string[] = []
  for (const [act, leafCount] of leafCounts) {
    const kept = await events.find({ scope: 'crash', id: act })
    const promised = kept?.receipt.portions.reduce((sum, { count }) => sum + count, 0)
    if (promised !== leafCount) torn.push(act)
  }
  return torn
}

/** The acknowledged acts that a store does not hold exactly as it said. */
export const lostActs = (
  acts: readonly Acknowledgement[],
  contents: ReadonlyMap<LogId, readonly string[]>,
): readonly string[] =>
  acts
    .filter(({ act, receipt }) =>
      receipt.portions.some(({ log, firstSeq, count }) =>
        Array.from({ length: count }, (_, index) => new TextDecoder().decode(leafOf(act, log, index))).some(
          (leaf, index) => contents.get(log)?.[firstSeq + index] !== leaf,
        ),
      ),
    )
    .map(({ act }) => act)
