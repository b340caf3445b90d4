import { hash } from 'node:crypto'

/** Bytes of a SHA-256 hash, as every leaf, node and root of a tree has. */
export const HASH_BYTES = 32

/** Root of the tree without leaves: the hash of nothing (RFC 9162 section 2.1.1). */
export const EMPTY_ROOT: Uint8Array = sha256(new Uint8Array(0))

/** SHA-256 of the bytes. */
export function sha256(bytes: Uint8Array): Uint8Array {
  return Buffer.from(hash('sha256', bytes, 'binary'), 'latin1')
}

/** SHA-256 of 0x00 and the leaf (RFC 9162 section 2.1.1). */
export function leafHash(leaf: Uint8Array): Uint8Array {
  return Buffer.from(packedLeafHash(leaf), 'latin1')
}

/** SHA-256 of 0x01 and both children (RFC 9162 section 2.1.1); each child has 32 bytes. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  node.set(left, 1)
  node.set(right, 1 + HASH_BYTES)
  return Buffer.from(hash('sha256', node, 'binary'), 'latin1')
}

/**
 * A hash as a string with one character for each byte: what node:crypto hands out three times as fast as
 * a buffer. Kept between hashings, turned into bytes where it leaves the tree.
 */
export type PackedHash = string

const node = Buffer.alloc(1 + 2 * HASH_BYTES, 1)
let prefixed = Buffer.alloc(4096)

export function packedLeafHash(leaf: Uint8Array): PackedHash {
  if (leaf.length >= prefixed.length) prefixed = Buffer.alloc(2 * leaf.length + 1)
  prefixed.set(leaf, 1)
  return hash('sha256', prefixed.subarray(0, leaf.length + 1), 'binary')
}

/** As packedLeafHash, for bytes that already begin with the leaf's 0x00. */
export function packedHashOfPrefixedLeaf(bytes: Uint8Array): PackedHash {
  return hash('sha256', bytes, 'binary')
}

export function packedNodeHash(left: PackedHash, right: PackedHash): PackedHash {
  node.write(left, 1, HASH_BYTES, 'latin1')
  node.write(right, 1 + HASH_BYTES, HASH_BYTES, 'latin1')
  return hash('sha256', node, 'binary')
}

export const unpackHash = (packed: PackedHash): Uint8Array => Buffer.from(packed, 'latin1')
export const packHash = (bytes: Uint8Array): PackedHash => Buffer.from(bytes).toString('latin1')

export function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && Buffer.compare(left, right) === 0
}
