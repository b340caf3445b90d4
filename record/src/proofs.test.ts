import { AssertionError } from 'node:assert'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import * as fc from 'fast-check'
import { createCompactRange } from './compact-range.ts'
import { EMPTY_ROOT, leafHash, packedHashOfPrefixedLeaf, packHash } from './merkle-hash.ts'
import { verifyConsistency, verifyInclusion } from './proofs.ts'
import { createTree, type MerkleTree } from './tree.ts'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const leafOf = (index: number) => new TextEncoder().encode(`leaf ${index}`)

function treeOf(size: number): MerkleTree {
  const tree = createTree()
  for (let index = 0; index < size; index++) tree.append(leafOf(index))
  return tree
}

/** The definition of RFC 9162 section 2.1.1, word for word. */
function rootByDefinition(leaves: readonly Uint8Array[]): Buffer {
  const [first, ...others] = leaves
  if (first === undefined) return createHash('sha256').digest()
  if (others.length === 0) return createHash('sha256').update(Uint8Array.of(0)).update(first).digest()
  const split = 2 ** Math.floor(Math.log2(leaves.length - 1))
  return createHash('sha256')
    .update(Uint8Array.of(1))
    .update(rootByDefinition(leaves.slice(0, split)))
    .update(rootByDefinition(leaves.slice(split)))
    .digest()
}

const SIZES = Array.from({ length: 67 }, (_, size) => size)
const tree = treeOf(66)

test('tree and compact range give the root of the definition at every size', () => {
  const range = createCompactRange()
  for (const size of SIZES) {
    const root = hex(rootByDefinition(SIZES.slice(0, size).map(leafOf)))
    expect(hex(tree.root(size))).toBe(root)
    expect(hex(range.root())).toBe(root)
    if (size % 2 === 0) range.append(leafOf(size))
    else range.appendHash(leafHash(leafOf(size)))
  }
})

test('a leaf behind its zero byte has the hash of the leaf', () => {
  expect(packedHashOfPrefixedLeaf(Uint8Array.of(0, ...leafOf(1)))).toBe(packHash(leafHash(leafOf(1))))
  const ranges = [createCompactRange(), createCompactRange()] as const
  ranges[0].append(leafOf(1))
  ranges[1].appendPrefixed(Uint8Array.of(0, ...leafOf(1)))
  expect(ranges[0].root()).toEqual(ranges[1].root())
})

test('a leaf of 100 000 bytes has the hash of the definition', () => {
  const leaf = new Uint8Array(100_000).fill(7)
  expect(hex(leafHash(leaf))).toBe(hex(rootByDefinition([leaf])))
})

test('every inclusion proof up to 66 leaves verifies, and for no other index, size, leaf or root', () => {
  for (const size of SIZES.slice(1)) {
    const root = tree.root(size)
    for (let index = 0; index < size; index++) {
      const claim = {
        index,
        size,
        leafHash: leafHash(leafOf(index)),
        root,
        proof: tree.inclusion(index, size),
      }
      expect(verifyInclusion(claim)).toBe(true)
      expect(verifyInclusion({ ...claim, index: (index + 1) % size }) && size > 1).toBe(false)
      expect(verifyInclusion({ ...claim, leafHash: leafHash(leafOf(index + 100)) })).toBe(false)
      expect(verifyInclusion({ ...claim, root: tree.root(size - 1) })).toBe(false)
      expect(verifyInclusion({ ...claim, proof: [...claim.proof, root] })).toBe(false)
      expect(verifyInclusion({ ...claim, proof: claim.proof.slice(1) })).toBe(size === 1)
    }
  }
})

test('every consistency proof up to 66 leaves verifies, and for no other root or proof', () => {
  for (const to of SIZES.slice(1)) {
    for (let from = 1; from <= to; from++) {
      const proof = tree.consistency(from, to)
      const claim = { from, fromRoot: tree.root(from), to, toRoot: tree.root(to), proof }
      expect(verifyConsistency(claim)).toBe(true)
      expect(verifyConsistency({ ...claim, fromRoot: tree.root(from - 1) })).toBe(false)
      expect(verifyConsistency({ ...claim, toRoot: tree.root(to - 1) })).toBe(false)
      expect(verifyConsistency({ ...claim, proof: [...proof, claim.toRoot] })).toBe(false)
      expect(verifyConsistency({ ...claim, proof: proof.slice(1) })).toBe(from === to)
    }
  }
})

test('no proof holds for sizes that are not counts, nor for an empty old tree', () => {
  const claim = { from: 1, fromRoot: tree.root(1), to: 1, toRoot: tree.root(1), proof: [] }
  expect(verifyConsistency(claim)).toBe(true)
  expect(verifyConsistency({ ...claim, from: 0, fromRoot: EMPTY_ROOT })).toBe(false)
  expect(verifyConsistency({ ...claim, from: 2 })).toBe(false)
  for (const size of [-1, 0.5, Number.NaN, 2 ** 53]) {
    expect(verifyConsistency({ ...claim, from: size, to: size })).toBe(false)
    const included = { index: 0, size, leafHash: tree.root(1), root: tree.root(1), proof: [] }
    expect(verifyInclusion(included)).toBe(false)
    expect(verifyInclusion({ ...included, index: size, size: 1 })).toBe(false)
  }
})

test('sizes above 2^32 are not cut to 32 bits', () => {
  const hash = leafHash(leafOf(0))
  const claim = { index: 0, leafHash: hash, root: hash, proof: [] }
  expect(verifyInclusion({ ...claim, size: 1 })).toBe(true)
  expect(verifyInclusion({ ...claim, size: 2 ** 32 + 1 })).toBe(false)
  const same = { fromRoot: hash, toRoot: hash, proof: [] }
  expect(verifyConsistency({ ...same, from: 1, to: 2 ** 32 + 1 })).toBe(false)
})

test('a tree is asked only for what it has', () => {
  const small = treeOf(3)
  expect(() => small.root(4)).toThrow(AssertionError)
  expect(() => small.inclusion(3)).toThrow(AssertionError)
  expect(() => small.inclusion(0, 0)).toThrow(AssertionError)
  expect(() => small.consistency(4)).toThrow(AssertionError)
  expect(() => small.appendHash(new Uint8Array(31))).toThrow(AssertionError)
  expect(small.consistency(0)).toEqual([])
})

test('changing a root that was handed out does not change the tree', () => {
  const small = treeOf(2)
  const before = hex(small.root())
  small.root().fill(0)
  small.inclusion(0)[0]?.fill(0)
  expect(hex(small.root())).toBe(before)
})

test('a log that rewrote, dropped or swapped an old leaf has no proof that it grew', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 40 }),
      fc.nat(),
      fc.nat({ max: 20 }),
      fc.constantFrom('rewrite', 'drop', 'swap'),
      (from, place, growth, kind) => {
        const leaves = Array.from({ length: from + growth + 1 }, (_, index) => leafOf(index))
        const index = place % (from - 1)
        if (kind === 'rewrite') leaves[index] = leafOf(1000)
        if (kind === 'drop') leaves.splice(index, 1)
        if (kind === 'swap') leaves.splice(index, 2, leafOf(index + 1), leafOf(index))
        const forged = createTree()
        for (const leaf of leaves) forged.append(leaf)
        const to = forged.size
        const proof = forged.consistency(from, to)
        const claim = { from, fromRoot: treeOf(from).root(), to, toRoot: forged.root(), proof }
        expect(verifyConsistency(claim)).toBe(false)
      },
    ),
  )
})

type InclusionVector = {
  leafIdx: number
  treeSize: number
  root: string | null
  leafHash: string | null
  proof: string[] | null
  desc: string
  wantErr: boolean
}
type ConsistencyVector = {
  size1: number
  size2: number
  root1: string | null
  root2: string | null
  proof: string[] | null
  desc: string
  wantErr: boolean
}

/** The one vector that calls a proof valid whose roots have 12 bytes: no root of this tree has. */
const REFUSED_ON_PURPOSE = 'additional/sizes-are-equal-one-and-proof-is-empty.json'
const EXPECTED_VECTORS = 196

const base64 = (text: string | null) => Buffer.from(text ?? '', 'base64')

describe('the vectors of transparency-dev/merkle, where they lie beside the checkout', () => {
  const folder = join(import.meta.dirname, '../../../shared/vectors/merkle')
  const present = existsSync(folder)
  function load<Vector>(kind: 'inclusion' | 'consistency'): [string, Vector][] {
    if (!present) return []
    return readdirSync(join(folder, kind), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.json'))
      .map((name) => [name, JSON.parse(readFileSync(join(folder, kind, name), 'utf8'))])
  }

  const inclusion = load<InclusionVector>('inclusion')
  const consistency = load<ConsistencyVector>('consistency')
  const count = inclusion.length + consistency.length

  test(`${count} vectors are here to be run: all ${EXPECTED_VECTORS}, or none without the folder`, () => {
    expect(count).toBe(present ? EXPECTED_VECTORS : 0)
  })

  test(`the verdict on each of ${inclusion.length} inclusion vectors is theirs`, () => {
    const wrong = inclusion.filter(([, vector]) => {
      const verdict = verifyInclusion({
        index: vector.leafIdx,
        size: vector.treeSize,
        leafHash: base64(vector.leafHash),
        root: base64(vector.root),
        proof: (vector.proof ?? []).map(base64),
      })
      return verdict === vector.wantErr
    })
    expect(wrong.map(([name]) => name)).toEqual([])
  })

  test(`the verdict on each of ${consistency.length} consistency vectors is theirs, but for 12-byte roots`, () => {
    const wrong = consistency.filter(([, vector]) => {
      const verdict = verifyConsistency({
        from: vector.size1,
        to: vector.size2,
        fromRoot: base64(vector.root1),
        toRoot: base64(vector.root2),
        proof: (vector.proof ?? []).map(base64),
      })
      return verdict === vector.wantErr
    })
    expect(wrong.map(([name]) => name)).toEqual(present ? [REFUSED_ON_PURPOSE] : [])
  })
})
