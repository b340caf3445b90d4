import assert from 'node:assert/strict'
import {
  EMPTY_ROOT,
  HASH_BYTES,
  nodeHash,
  packHash,
  packedLeafHash,
  packedNodeHash,
  type PackedHash,
} from './merkle-hash.ts'

/**
 * The Merkle tree of one log (RFC 6962, RFC 9162 section 2.1) in memory, 64 bytes for each leaf.
 * Every question can be asked of any earlier size. A size or index the tree does not have is a bug: it throws.
 */
export type MerkleTree = {
  readonly size: number
  /** Appends a leaf and returns its index. */
  append(leaf: Uint8Array): number
  /** Appends a leaf known by its hash and returns its index. */
  appendHash(hash: Uint8Array): number
  root(size?: number): Uint8Array
  /** The hashes beside the path from leaf `index` to the root at `size`, from the leaf upwards. */
  inclusion(index: number, size?: number): Uint8Array[]
  /** The hashes that prove the tree of `to` leaves to begin with the tree of `from` leaves; none when `from` is 0. */
  consistency(from: number, to?: number): Uint8Array[]
}

export function createTree(): MerkleTree {
  // levels[k] holds the hashes of the full subtrees of 2^k leaves, from the left.
  const levels: Level[] = []
  let size = 0

  const level = (height: number): Level => (levels[height] ??= new Level())

  function push(leaf: PackedHash): number {
    const index = size++
    let hash = leaf
    let height = 0
    for (let rest = index; rest % 2 === 1; rest = (rest - 1) / 2) {
      const left = level(height).last()
      level(height).push(hash)
      hash = packedNodeHash(left, hash)
      height++
    }
    level(height).push(hash)
    return index
  }

  /** Hash over the leaves from `from` up to, not including, `to`. */
  function range(from: number, to: number): Uint8Array {
    const count = to - from
    const height = Math.round(Math.log2(count))
    if (2 ** height === count) return level(height).at(from / count)
    const split = from + splitOf(count)
    return nodeHash(range(from, split), range(split, to))
  }

  function inclusion(index: number, from: number, to: number): Uint8Array[] {
    if (to - from === 1) return []
    const split = from + splitOf(to - from)
    return index < split
      ? [...inclusion(index, from, split), range(split, to)]
      : [...inclusion(index, split, to), range(from, split)]
  }

  /** RFC 9162 section 2.1.4.1; `whole` while the old tree is a subtree whose hash the verifier already has. */
  function consistency(old: number, from: number, to: number, whole: boolean): Uint8Array[] {
    if (old === to) return whole ? [] : [range(from, to)]
    const split = from + splitOf(to - from)
    return old <= split
      ? [...consistency(old, from, split, whole), range(split, to)]
      : [...consistency(old, split, to, false), range(from, split)]
  }

  const assertSize = (asked: number) => assert(Number.isSafeInteger(asked) && asked >= 0 && asked <= size)

  return {
    get size() {
      return size
    },
    append: (leaf) => push(packedLeafHash(leaf)),
    appendHash(hash) {
      assert(hash.length === HASH_BYTES)
      return push(packHash(hash))
    },
    root(at = size) {
      assertSize(at)
      return at === 0 ? EMPTY_ROOT : range(0, at)
    },
    inclusion(index, at = size) {
      assertSize(at)
      assert(Number.isSafeInteger(index) && index >= 0 && index < at)
      return inclusion(index, 0, at)
    },
    consistency(from, to = size) {
      assertSize(to)
      assert(Number.isSafeInteger(from) && from >= 0 && from <= to)
      return from === 0 ? [] : consistency(from, 0, to, true)
    },
  }
}

/** The largest power of two below `count`. */
function splitOf(count: number): number {
  let split = 1
  while (split * 2 < count) split *= 2
  return split
}

class Level {
  #bytes = Buffer.alloc(4 * HASH_BYTES)
  #count = 0

  push(hash: PackedHash): void {
    const at = this.#count * HASH_BYTES
    if (at === this.#bytes.length) this.#bytes = Buffer.concat([this.#bytes], 2 * at)
    this.#bytes.write(hash, at, HASH_BYTES, 'latin1')
    this.#count++
  }

  last(): PackedHash {
    return this.#bytes.toString('latin1', (this.#count - 1) * HASH_BYTES, this.#count * HASH_BYTES)
  }

  /** A copy, so that what leaves the tree cannot change it. */
  at(index: number): Uint8Array {
    assert(index < this.#count)
    return Uint8Array.prototype.slice.call(this.#bytes, index * HASH_BYTES, (index + 1) * HASH_BYTES)
  }
}
