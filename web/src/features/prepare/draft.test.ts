import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSame, merged, standingOf } from './draft.ts'

describe('a draft', () => {
  it('is unchanged until something is written, whatever the record does meanwhile', () => {
    expect(standingOf({ base: { zh: '甲' }, mine: { zh: '甲' } }, { zh: '甲' })).toBe('unchanged')
    expect(standingOf({ base: { zh: '甲' }, mine: { zh: '甲' } }, { zh: '乙' })).toBe('unchanged')
  })

  it('is changed while the record stands as it did', () => {
    expect(standingOf({ base: { zh: '甲' }, mine: { zh: '丙' } }, { zh: '甲' })).toBe('changed')
  })

  it('is overtaken when the record changed to something else', () => {
    expect(standingOf({ base: { zh: '甲' }, mine: { zh: '丙' } }, { zh: '乙' })).toBe('overtaken')
  })

  it('is unchanged again when the record comes to say the same', () => {
    expect(standingOf({ base: { zh: '甲' }, mine: { zh: '丙' } }, { zh: '丙' })).toBe('unchanged')
  })
})

describe('a draft beside a record that changes', () => {
  const base = { title: { zh: '甲', ru: 'А' }, speakers: ['x'] }

  it('takes over what changed elsewhere and stays changed where it was written', () => {
    const draft = { base, mine: { ...base, title: { zh: '甲', ru: 'Б' } } }
    const onRecord = { ...base, title: { zh: '乙', ru: 'А', en: 'A' } }
    expect(merged(draft, onRecord)).toEqual({ title: { zh: '乙', ru: 'Б', en: 'A' }, speakers: ['x'] })
    expect(standingOf(draft, onRecord)).toBe('changed')
  })

  it('keeps what was written where both changed the same, and says so', () => {
    const draft = { base, mine: { ...base, title: { zh: '丙', ru: 'А' } } }
    const onRecord = { ...base, title: { zh: '乙', ru: 'А' } }
    expect(merged(draft, onRecord)).toEqual({ title: { zh: '丙', ru: 'А' }, speakers: ['x'] })
    expect(standingOf(draft, onRecord)).toBe('overtaken')
  })

  it('takes a list as one thing', () => {
    const draft = { base, mine: { ...base, speakers: ['x', 'y'] } }
    expect(standingOf(draft, { ...base, speakers: ['z', 'x'] })).toBe('overtaken')
  })

  it('is what was written while nothing changes, and the record while nothing is written', () => {
    const wording = fc.dictionary(fc.constantFrom('zh', 'ru', 'en'), fc.string())
    fc.assert(
      fc.property(wording, wording, (one, other) => {
        expect(isSame(merged({ base: one, mine: other }, one), { ...one, ...other })).toBe(
          Object.keys(one).every((key) => key in other),
        )
        expect(merged({ base: one, mine: one }, other)).toEqual(other)
      }),
    )
  })
})

describe('two values', () => {
  it('are the same whatever the order of their fields, and with a field left undefined', () => {
    expect(isSame({ zh: 'a', ru: ['b'] }, { ru: ['b'], zh: 'a', en: undefined })).toBe(true)
    expect(isSame(['a', 'b'], ['b', 'a'])).toBe(false)
    expect(isSame({}, [])).toBe(false)
  })

  it('are the same as their copy through JSON, and not as one with another text', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), (value) => {
        expect(isSame(value, { ...value })).toBe(true)
        expect(isSame({ ...value, more: 'x' }, { ...value, more: 'y' })).toBe(false)
      }),
    )
  })
})
