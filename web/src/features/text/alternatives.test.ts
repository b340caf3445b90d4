import { does, negotiating, tabling, takes, target, textIn } from '@parley/domain/text/fictional-text'
import { describe, expect, it } from 'vitest'
import { alternativesOf, beforeOf, hasAlternatives, wordingIn } from './alternatives.ts'
import { textLines } from './text-lines.ts'

type Told = ReturnType<typeof negotiating>
const firstBlockOf = (told: Told) => {
  const [block] = textLines(told.state, textIn(told)).blocks
  if (block === undefined) throw new Error('the text has no block')
  return block
}

const disputed = negotiating().after(
  does('north-head', tabling('first', 'one', 'deepen')),
  does('south-head', tabling('second', 'one', 'strengthen', { intent: 'edit' })),
)

describe('the wordings of a block beside each other', () => {
  it('are all that are put forward, in the order they came', () => {
    const alternatives = alternativesOf(firstBlockOf(disputed))
    expect(alternatives.map(({ number, line }) => [number, line.sponsors])).toEqual([
      [1, ['north']],
      [2, ['south']],
    ])
  })

  it('are nothing to compare while there is one', () => {
    const single = negotiating().after(does('north-head', tabling('first', 'one', 'deepen')))
    expect(hasAlternatives(firstBlockOf(single))).toBe(false)
    expect(hasAlternatives(firstBlockOf(disputed))).toBe(true)
  })

  it('begin with the agreed one, and keep the others', () => {
    const agreed = disputed.after(
      does('north-head', takes('confirmed', target('one', 'strengthen'))),
      does('south-head', takes('can-live', target('one', 'strengthen'))),
    )
    const alternatives = alternativesOf(firstBlockOf(agreed))
    expect(alternatives.map(({ line }) => [line.isAgreed, line.sponsors])).toEqual([
      [true, ['south']],
      [false, ['north']],
    ])
  })

  it('mark what changed from the wording they were made from', () => {
    const alternatives = alternativesOf(firstBlockOf(disputed))
    const [first, second] = alternatives
    if (first === undefined || second === undefined) throw new Error('there are two')
    expect(first.marks).toBe('nothing')
    expect(beforeOf(alternatives, first, 'zh')).toBeUndefined()
    const [from, marks] = [wordingIn(first.line, 'zh')?.text, second.marks]
    expect(from).toBeTypeOf('string')
    expect(beforeOf(alternatives, second, 'zh')).toBe(marks === 'nothing' ? undefined : from)
  })

  it('mark the changes from the first where they were made from nothing', () => {
    const block = firstBlockOf(disputed)
    const [one, other] = block.versions
    if (one === undefined || other === undefined) throw new Error('there are two')
    const bare = {
      ...other,
      wordings: other.wordings.map(({ language, text }) => ({ language, text })),
    }
    const alternatives = alternativesOf({ ...block, versions: [one, bare] })
    expect(alternatives.map(({ marks }) => marks)).toEqual(['nothing', 'first'])
    const [, second] = alternatives
    expect(second && beforeOf(alternatives, second, 'ru')).toBe(wordingIn(one, 'ru')?.text)
  })

  it('mark nothing in a deletion', () => {
    const block = firstBlockOf(disputed)
    const [one, other] = block.versions
    if (one === undefined || other === undefined) throw new Error('there are two')
    const alternatives = alternativesOf({ ...block, versions: [one, { ...other, isDeletion: true }] })
    const [, deletion] = alternatives
    expect(deletion?.marks).toBe('nothing')
    expect(deletion && beforeOf(alternatives, deletion, 'zh')).toBeUndefined()
  })
})
