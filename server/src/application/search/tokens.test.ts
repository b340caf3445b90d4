import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { terms, tokens } from './tokens.ts'

describe('the tokens of a text', () => {
  it('are pairs of neighbours in Chinese, and a single character by itself', () => {
    expect(terms('执政党')).toEqual(['执政', '政党'])
    expect(terms('冰')).toEqual(['冰'])
    expect(terms('第8次会议')).toEqual(['第', '8', '次会', '会议'])
  })

  it.each([
    ['Иванов', 'Иванова', 'Иванову', 'Ивановым', 'Иванове'],
    ['Орлов', 'Орлова', 'Орлову', 'Орловым', 'Орлове'],
    ['Алексей', 'Алексея', 'Алексею', 'Алексеем', 'Алексее'],
    ['Хрущёв', 'Хрущева', 'Хрущёву', 'Хрущевым', 'Хрущёве'],
  ])('are the same for a Russian name in every case: %s', (...forms) => {
    expect(new Set(forms.flatMap((form) => terms(form))).size).toBe(1)
  })

  it('are the same for English words in other forms', () => {
    expect(terms('meetings MEETING meeting')).toEqual(['meet', 'meet', 'meet'])
  })

  it('do not depend on width, case or ё', () => {
    expect(terms('ＡＢＣ１２')).toEqual(terms('abc12'))
    expect(terms('Ёлка')).toEqual(terms('елка'))
  })

  it('leave out marks and keep scripts apart', () => {
    expect(terms('“一带一路” & ЕАЭС, 2020!')).toEqual(['一带', '带一', '一路', 'еаэс', '2020'])
  })

  it('say where they stand, in order, inside the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        let last = 0
        for (const { start, end } of tokens(text)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          last = start
        }
      }),
    )
  })

  it('of a text are what a query of the same words gives', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('会议', 'Орловым', 'texts', '林海', '2020'), { minLength: 1 }),
        (words) => {
          expect(terms(words.join(' '))).toEqual(words.flatMap((word) => terms(word)))
        },
      ),
    )
  })
})
