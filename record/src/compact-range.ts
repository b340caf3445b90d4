import {
  EMPTY_ROOT,
  packHash,
  packedHashOfPrefixedLeaf,
  packedLeafHash,
  packedNodeHash,
  unpackHash,
  type PackedHash,
} from './merkle-hash.ts'

/** The root of a growing log in as many hashes as its size has binary digits: enough to verify a stream. */
export type CompactRange = {
  readonly size: number
  append(leaf: Uint8Array): void
  appendHash(hash: Uint8Array): void
  /** As append, for a leaf that lies in memory behind a 0x00 byte; `bytes` begins with that byte. */
  appendPrefixed(bytes: Uint8Array): void
  root(): Uint8Array
}

export function createCompactRange(): CompactRange {
  // Hashes of full subtrees from the left, each smaller than the one before.
  const subtrees: PackedHash[] = []
  let size = 0

  function push(leaf: PackedHash): void {
    let hash = leaf
    for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2)
      hash = packedNodeHash(subtrees.pop() ?? '', hash)
    subtrees.push(hash)
    size++
  }

  return {
    get size() {
      return size
    },
    append: (leaf) => push(packedLeafHash(leaf)),
    appendHash: (hash) => push(packHash(hash)),
    appendPrefixed: (bytes) => push(packedHashOfPrefixedLeaf(bytes)),
    root() {
      const last = subtrees.at(-1)
      if (last === undefined) return EMPTY_ROOT
      return unpackHash(subtrees.slice(0, -1).reduceRight((right, left) => packedNodeHash(left, right), last))
    },
  }
}
