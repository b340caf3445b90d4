import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { excerpt, highlighted } from './excerpt.ts'

const LONG = 'The sides spoke about ice in winter. '.repeat(20)

describe('an excerpt', () => {
  it('is the whole text when it is short', () => {
    expect(excerpt('会议通过了共识。')).toBe('会议通过了共识。')
  })

  it('is cut at about two hundred letters, between words, or a hundred Han characters', () => {
    expect(excerpt(LONG)).toMatch(/^The sides .{150,190}(winter|sides|spoke|about|ice|in|The)…$/)
    expect(excerpt('会议通过了共识。'.repeat(30))).toHaveLength(101)
  })

  it('never cuts inside what is read as one character', () => {
    const flag = '👩‍👩‍👧‍👦'
    expect(excerpt(`会${flag.repeat(40)}`)).toMatch(/^会(👩‍👩‍👧‍👦)+…$/u)
  })

  it('is on one line', () => {
    expect(excerpt('one\n\n two')).toBe('one two')
  })
})

const marked = (text: string, query: string): string =>
  highlighted(text, query)
    .map(({ text: piece, found }) => (found ? `[${piece}]` : piece))
    .join('')

describe('a highlighted excerpt', () => {
  it('marks the words that answer, whatever their form', () => {
    expect(marked('О льдах сообщил Пётр Орлов.', 'Орлова')).toBe('О льдах сообщил Пётр [Орлов].')
    expect(marked('林海宣读来信', '林海')).toBe('[林海]宣读来信')
    expect(marked('两国执政党对话', '执政党')).toBe('两国[执政党]对话')
  })

  it('shows the place where the answer is, in a long text', () => {
    expect(marked(`${LONG}A kite flew over the harbour. ${LONG}`, 'kite')).toMatch(/^….*\[kite\] flew.*…$/)
  })

  it('marks nothing when nothing answers', () => {
    expect(marked('ice', 'fog')).toBe('ice')
  })

  it('never changes the words it shows', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 90 }),
        fc.string({ unit: 'grapheme' }),
        (text, query) => {
          const line = text.replaceAll(/\s+/gu, ' ').trim()
          expect(
            highlighted(text, query)
              .map((piece) => piece.text)
              .join(''),
          ).toBe(line)
        },
      ),
    )
  })
})
