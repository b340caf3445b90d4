import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSame, standingOf } from './draft.ts'

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
