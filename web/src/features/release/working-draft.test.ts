import * as fc from 'fast-check'
import { Expression } from '@parley/domain/release/events'
import { describe, expect, it } from 'vitest'
import {
  draftFaults,
  emptyDraft,
  expressionFrom,
  freshKeys,
  paragraphAfter,
  paragraphChanged,
  paragraphMoved,
  paragraphRemoved,
  workingDraft,
} from './working-draft.ts'

const expression: Expression = {
  headline: 'Headline',
  dateline: 'Place, day',
  byline: 'By line',
  source: 'Source',
  paragraphs: [
    { text: 'One.', facts: [0] },
    { text: 'Two.', facts: [1, 2] },
  ],
}
const draft = workingDraft(expression, freshKeys())
const texts = (paragraphs: typeof draft.paragraphs) => paragraphs.map(({ key, text }) => key + text)

describe('a draft while it is edited', () => {
  it('gives back what it was made from', () => {
    expect(expressionFrom(draft)).toEqual(expression)
    const withDeck = { ...expression, deck: 'A deck.' }
    expect(expressionFrom(workingDraft(withDeck, freshKeys()))).toEqual(withDeck)
  })

  it('is recorded in composed letters, without empty paragraphs, deck or spaces around', () => {
    const typed = {
      ...draft,
      headline: ' Cafe\u0301 ',
      deck: '  ',
      paragraphs: [...draft.paragraphs, { key: 'x', text: ' \n', facts: [] }],
    }
    expect(expressionFrom(typed)).toEqual({ ...expression, headline: 'Café' })
  })

  it('says which line is missing or too long, each once', () => {
    expect(draftFaults(draft)).toEqual([])
    expect(draftFaults(emptyDraft(freshKeys())).map(({ part }) => part)).toEqual([
      'headline',
      'dateline',
      'byline',
      'source',
      'paragraphs',
    ])
    expect(draftFaults({ ...draft, headline: 'a\nb' })).toEqual([
      { part: 'headline', code: 'text-several-lines' },
    ])
  })

  it('records only what the rules can take', () => {
    const line = fc.string({ unit: 'grapheme', maxLength: 40 })
    fc.assert(
      fc.property(line, line, fc.array(line, { maxLength: 4 }), (headline, deck, lines) => {
        const paragraphs = lines.map((text, place) => ({ key: String(place), text, facts: [] }))
        const typed = { ...draft, headline, deck, paragraphs }
        expect(Expression.safeParse(expressionFrom(typed)).success).toBe(draftFaults(typed).length === 0)
      }),
    )
  })
})

describe('the paragraphs', () => {
  const [first, second] = draft.paragraphs.map(({ key }) => key)
  const one = first ?? ''
  const two = second ?? ''

  it('are added after another, empty and without facts', () => {
    expect(paragraphAfter(draft.paragraphs, one, 'new')[1]).toEqual({ key: 'new', text: '', facts: [] })
    expect(paragraphAfter(draft.paragraphs, two, 'new').length).toBe(3)
  })

  it('are moved by one place, never beyond the ends', () => {
    expect(texts(paragraphMoved(draft.paragraphs, two, -1))).toEqual([`${two}Two.`, `${one}One.`])
    expect(paragraphMoved(draft.paragraphs, one, -1)).toBe(draft.paragraphs)
    expect(paragraphMoved(draft.paragraphs, two, 1)).toBe(draft.paragraphs)
  })

  it('are removed, but for the last', () => {
    const left = paragraphRemoved(draft.paragraphs, one)
    expect(texts(left)).toEqual([`${two}Two.`])
    expect(paragraphRemoved(left, two)).toBe(left)
  })

  it('keep their facts when their words change', () => {
    expect(paragraphChanged(draft.paragraphs, two, { text: 'New.' })[1]).toEqual({
      key: two,
      text: 'New.',
      facts: [1, 2],
    })
  })
})
