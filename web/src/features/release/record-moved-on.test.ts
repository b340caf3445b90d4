import { describe, expect, it } from 'vitest'
import { sinceDraft, toldNow } from './record-moved-on.ts'

const paragraph = (...facts: readonly number[]) => ({ text: 'Words.', facts: [...facts] })

describe('what a draft and the record say', () => {
  it('differs by the facts the record tells and the draft does not', () => {
    expect(sinceDraft([paragraph(0, 3)], [paragraph(0, 3)], { facts: [0, 3, 7] })).toEqual({
      unsaid: [7],
      outdated: [],
    })
  })

  it('differs by the facts the first draft told and the record no longer does', () => {
    expect(sinceDraft([paragraph(0, 3)], [paragraph(0, 3)], { facts: [0, 9] })).toEqual({
      unsaid: [9],
      outdated: [3],
    })
  })

  it('is not made outdated by facts an editor chose, nor by those an editor left out', () => {
    expect(sinceDraft([paragraph(0, 50)], [paragraph(0, 3)], { facts: [0] })).toEqual({
      unsaid: [],
      outdated: [],
    })
  })

  it('is not known of a record without a meeting', () => {
    expect(toldNow([], 'zh')).toBeUndefined()
  })
})
