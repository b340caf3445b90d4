import { describe, expect, it } from 'vitest'
import { localizedFrom } from './localized-from.ts'

describe('what was typed per language', () => {
  it('is a wording in those languages that have one', () => {
    expect(localizedFrom({ zh: ' 误 ', ru: '', en: '   ', fr: 'cafe\u0301' }, 'line')).toEqual({
      zh: '误',
      fr: 'café',
    })
  })

  it('is nothing where nothing was typed', () => {
    expect(localizedFrom({}, 'line')).toBeUndefined()
    expect(localizedFrom({ zh: '\n' }, 'passage')).toBeUndefined()
  })

  it('keeps lines apart in a passage', () => {
    expect(localizedFrom({ en: 'one\ntwo' }, 'passage')).toEqual({ en: 'one\ntwo' })
  })
})
