import { describe, expect, it } from 'vitest'
import { leafOf, recordedOf } from './leaf.ts'
import { isChamberEvent, isDialogueEvent, isProceedingsEvent } from './kinds.ts'

const by = { seat: 'officer' } as const
const noted = { type: 'NoteEntered', item: 'topic', body: { en: 'Noted.', zh: '已记录。' } } as const
const leaf = leafOf('meeting/river/first', { seq: 3, at: 1000, by, event: noted })

const authored = (author: string): Uint8Array =>
  Buffer.from(Buffer.from(leaf).toString().replace('{"seat":"officer"}', author))

describe('a stored leaf', () => {
  it('gives back the event it was made of', () => {
    expect(recordedOf(leaf, isProceedingsEvent)).toEqual({ seq: 3, at: 1000, by, event: noted })
  })

  it('of a kind the log does not know is refused by its place, not guessed at', () => {
    const unknown = 'meeting/river/first has an event 3 of the unknown kind NoteEntered'
    expect(() => recordedOf(leaf, isDialogueEvent)).toThrow(unknown)
    expect(() => recordedOf(leaf, isChamberEvent)).toThrow(unknown)
  })

  it('has no kind that only every object has', () => {
    for (const type of ['constructor', '__proto__', 'toString', '']) {
      expect(isProceedingsEvent({ type })).toBe(false)
    }
  })

  it('of a seat, the operator or a reactor has an author, and no other', () => {
    for (const author of [{ seat: 'officer' }, { operator: true }, { reactor: 'clock' }]) {
      expect(recordedOf(authored(JSON.stringify(author)), isProceedingsEvent).by).toEqual(author)
    }
    expect(() => recordedOf(authored('{}'), isProceedingsEvent)).toThrow('by nobody known')
  })
})
