import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { typeAt } from './fictional-pad.ts'
import { buildsOnWhatIsThere, readPadUpdate } from './pad-update.ts'

/** What several people write, seeing each other's work or not: the updates as they were made. */
const written = (steps: readonly (readonly [person: number, place: number, act: number])[]): Uint8Array[] => {
  const updates: Uint8Array[] = []
  const docs = [1, 2, 3].map((clientID) => {
    const doc = new Y.Doc()
    doc.clientID = clientID
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'told') updates.push(update)
    })
    return doc
  })
  for (const [person, place, act] of steps) {
    const doc = docs[person]
    if (doc === undefined) continue
    if (act === 0) for (const update of updates.slice()) Y.applyUpdate(doc, update, 'told')
    else if (act === 1) doc.getXmlFragment('notes').delete(0, Math.min(1, doc.getXmlFragment('notes').length))
    else typeAt(doc, act === 2 ? 'en' : 'notes', place, 'word')
  }
  return updates
}

const steps = fc.array(fc.tuple(fc.nat(2), fc.nat(12), fc.nat(4)), { minLength: 1, maxLength: 25 })

/** Somebody's first letter, on the left of which stands somebody's first letter. */
const hanging = (own: number, other: number): Y.Item =>
  new Y.Item(new Y.ID(own, 0), null, new Y.ID(other, 0), null, null, null, null, new Y.ContentString('x'))

const isWaiting = ({ store }: Y.Doc): boolean => store.pendingStructs !== null || store.pendingDs !== null

describe('whether an update builds on what is there', () => {
  it('is known beforehand exactly as Yjs finds out by taking it in', () => {
    let lacking = 0
    fc.assert(
      fc.property(steps, fc.infiniteStream(fc.nat(99)), fc.boolean(), (all, order, merged) => {
        const rank = [...order.take(25)]
        const updates = written(all).filter((_, index) => (rank[index] ?? 0) > 20)
        const mixed = updates.toSorted((one, other) => ((one.length * 7) % 5) - ((other.length * 7) % 5))
        const coming = merged && mixed.length > 1 ? [Y.mergeUpdates(mixed.slice(1)), ...mixed] : mixed
        let doc = new Y.Doc()
        for (const bytes of coming) {
          const before = Y.encodeStateAsUpdate(doc)
          const read = readPadUpdate(bytes)
          if (read === undefined) throw new Error('an editor made this')
          const told = buildsOnWhatIsThere(doc, read)
          Y.applyUpdate(doc, bytes)
          expect(told).toBe(!isWaiting(doc))
          if (told) continue
          lacking += 1
          doc = new Y.Doc()
          Y.applyUpdate(doc, before)
        }
      }),
      { numRuns: 500 },
    )
    expect(lacking).toBeGreaterThan(50)
  })

  it('is not so for two that build on each other, nor for what builds on its own future', () => {
    const doc = new Y.Doc()
    const none = readPadUpdate(Y.encodeStateAsUpdate(new Y.Doc()))
    if (none === undefined) throw new Error('an empty update is one')
    expect(buildsOnWhatIsThere(doc, none)).toBe(true)
    expect(buildsOnWhatIsThere(doc, { ...none, structs: [hanging(1, 2), hanging(2, 1)] })).toBe(false)
    expect(buildsOnWhatIsThere(doc, { ...none, structs: [hanging(1, 1)] })).toBe(false)
  })
})
