import { bundleChunks } from '@parley/record/bundle'
import { originOf, signCheckpoint } from '@parley/record/checkpoint'
import type { SignerKey } from '@parley/record/note-keys'
import { formatPolicy } from '@parley/record/policy'
import { formatTlogProof } from '@parley/record/tlog-proof'
import { createTree, type MerkleTree } from '@parley/record/tree'
import type { EventStore, LogId } from '../ports/event-store.ts'
import { createQueue } from './queue.ts'

/** The signed heads of logs and what is proved by them. Every log asked about has a leaf at least. */
export type Heads = {
  /** The verifier key, in its text form. */
  readonly key: string
  /** The log's head as it stands, or as it stood at that size, as C2SP tlog-checkpoint text. */
  readonly checkpoint: (log: LogId, size?: number) => Promise<string>
  /** That leaf `seq` is in the log, as C2SP tlog-proof text; `undefined` when there is no such leaf. */
  readonly inclusion: (log: LogId, seq: number) => Promise<string | undefined>
  /** The hashes that prove the first `to` leaves to begin with the first `from`; `undefined` outside the log. */
  readonly consistency: (log: LogId, from: number, to: number) => Promise<readonly Uint8Array[] | undefined>
  /** The export bundle of these logs as they stand, in chunks. */
  readonly bundle: (logs: readonly LogId[]) => Promise<AsyncIterable<Uint8Array>>
}

const PAGE = 1000

/** Keeps the trees of the `keep` logs asked about last; each grows as its log does. */
export const createHeads = (store: EventStore, key: SignerKey, keep = 200): Heads => {
  const trees = new Map<LogId, MerkleTree>()
  const queue = createQueue()
  const keyName = key.verifierKey.name

  const grown = (log: LogId): Promise<MerkleTree> =>
    queue.run([log], async () => {
      const tree = trees.get(log) ?? createTree()
      for await (const leaf of leavesOf(store, log, tree.size)) tree.append(leaf)
      trees.delete(log)
      trees.set(log, tree)
      const [oldest] = trees.keys()
      if (trees.size > keep && oldest !== undefined) trees.delete(oldest)
      return tree
    })

  const sign = (log: LogId, tree: MerkleTree, size = tree.size): string =>
    signCheckpoint({ origin: originOf(keyName, log), size, root: tree.root(size) }, key)

  return {
    key: key.verifierKey.text,
    checkpoint: async (log, size) => sign(log, await grown(log), size),

    inclusion: async (log, seq) => {
      const tree = await grown(log)
      if (seq >= tree.size) return undefined
      return formatTlogProof({ index: seq, hashes: tree.inclusion(seq), checkpoint: sign(log, tree) })
    },

    consistency: async (log, from, to) => {
      const tree = await grown(log)
      return from > to || to > tree.size ? undefined : tree.consistency(from, to)
    },

    bundle: async (logs) => {
      const parts = await Promise.all(
        logs.map(async (log) => ({
          checkpoint: sign(log, await grown(log)),
          leaves: () => leavesOf(store, log, 0),
        })),
      )
      return bundleChunks({ policy: formatPolicy([key.verifierKey]), logs: parts })
    },
  }
}

async function* leavesOf(store: EventStore, log: LogId, from: number): AsyncGenerator<Uint8Array> {
  for (let next = from; ;) {
    const leaves = await store.read(log, next, PAGE)
    yield* leaves
    next += leaves.length
    if (leaves.length < PAGE) return
  }
}
