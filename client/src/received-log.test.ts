import { canonicalBytes } from '@parley/record/canonical'
import { signCheckpoint } from '@parley/record/checkpoint'
import { generateSignerKey } from '@parley/record/note-keys'
import { createTree } from '@parley/record/tree'
import type { LeafOnWire } from '@parley/protocol/live'
import { describe, expect, test } from 'vitest'
import { createReceivedLog } from './received-log.ts'

const LOG = 'meeting/d/m'
const key = generateSignerKey('parley.test')
const stranger = generateSignerKey('parley.test')

const leaf = (seq: number, at = seq): LeafOnWire => ({
  v: 1,
  log: LOG,
  seq,
  at,
  type: 'MeetingOpened',
  by: { seat: 'chair' },
  data: {},
})

const received = (...leaves: readonly LeafOnWire[]) => {
  const log = createReceivedLog()
  for (const one of leaves) log.add(one)
  return log
}

const head = (leaves: readonly LeafOnWire[], signer = key): string => {
  const tree = createTree()
  for (const one of leaves) tree.append(canonicalBytes(one))
  return signCheckpoint({ origin: `parley.test/${LOG}`, size: tree.size, root: tree.root() }, signer)
}

const verifierKey = key.verifierKey.text

describe('a log as it was received', () => {
  test('a head of exactly these leaves, or of fewer of them, is of the same record', () => {
    const leaves = [leaf(0), leaf(1), leaf(2)]
    const log = received(...leaves)
    expect(log.verifyHead(head(leaves), verifierKey)).toBe('same-record')
    expect(log.verifyHead(head(leaves.slice(0, 2)), verifierKey)).toBe('same-record')
  })

  test('a head of other leaves is of another record', () => {
    const log = received(leaf(0), leaf(1))
    expect(log.verifyHead(head([leaf(0), leaf(1, 99)]), verifierKey)).toBe('other-record')
  })

  test('a head of more leaves says nothing yet', () => {
    expect(received(leaf(0)).verifyHead(head([leaf(0), leaf(1)]), verifierKey)).toBe('behind')
  })

  test('a head somebody else signed is none, whatever it says', () => {
    const leaves = [leaf(0)]
    const log = received(...leaves)
    expect(log.verifyHead(head(leaves, stranger), verifierKey)).toBe('not-signed')
    expect(log.verifyHead('nothing of the kind', verifierKey)).toBe('not-a-head')
  })

  test('whoever sees a part has the bytes of that part, and no size beyond the first gap', () => {
    const log = received(leaf(0), leaf(3))
    expect(log.size).toBe(1)
    expect([...log.entries()].map(([seq]) => seq)).toEqual([0, 3])
    expect(log.leaf(3)).toEqual(canonicalBytes(leaf(3)))
    expect(log.leaf(2)).toBeUndefined()
  })
})
