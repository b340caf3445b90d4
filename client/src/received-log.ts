import { canonicalBytes } from '@parley/record/canonical'
import { openCheckpoint } from '@parley/record/checkpoint'
import { Malformed } from '@parley/record/malformed'
import { parseVerifierKey } from '@parley/record/note-keys'
import { createTree } from '@parley/record/tree'
import type { LeafOnWire } from '@parley/protocol/live'

/** What a signed head says of the leaves received. `behind`: it is of more leaves than were received. */
export type HeadVerdict = 'same-record' | 'behind' | 'other-record' | 'not-signed' | 'not-a-head'

/** The leaves of one log as one seat received them, byte for byte, and the tree over them. */
export type ReceivedLog = {
  /** How many leaves were received without a gap from the first. */
  readonly size: number
  /** The bytes of the leaf at `seq`, if it was received. */
  readonly leaf: (seq: number) => Uint8Array | undefined
  /** Sequence number and bytes of each leaf received, in order. */
  readonly entries: () => IterableIterator<[number, Uint8Array]>
  /** The next leaf. A seat that sees only a part of the log leaves gaps; it has no root of its own. */
  readonly add: (leaf: LeafOnWire) => void
  /** Whether a checkpoint signed with this verifier key is of exactly the leaves received. */
  readonly verifyHead: (checkpoint: string, verifierKey: string) => HeadVerdict
}

export const createReceivedLog = (): ReceivedLog => {
  const bySeq = new Map<number, Uint8Array>()
  const tree = createTree()

  return {
    get size() {
      return tree.size
    },
    leaf: (seq) => bySeq.get(seq),
    entries: () => bySeq.entries(),
    add: (leaf) => {
      const bytes = canonicalBytes(leaf)
      bySeq.set(leaf.seq, bytes)
      if (leaf.seq === tree.size) tree.append(bytes)
    },
    verifyHead: (text, verifierKey) => {
      try {
        const opened = openCheckpoint(text, [parseVerifierKey(verifierKey)])
        if (!opened.ok) return 'not-signed'
        const { size, root } = opened.checkpoint
        if (size > tree.size) return 'behind'
        return sameBytes(tree.root(size), root) ? 'same-record' : 'other-record'
      } catch (error) {
        if (error instanceof Malformed) return 'not-a-head'
        throw error
      }
    },
  }
}

const sameBytes = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, index) => byte === other[index])
