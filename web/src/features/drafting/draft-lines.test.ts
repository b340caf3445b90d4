import { decideProceedings, initialProceedings } from '@parley/domain/proceedings'
import { ProceedingsCommand } from '@parley/domain/proceedings/events'
import type { Draft } from '@parley/domain/chamber'
import { describe, expect, it } from 'vitest'
import { freshName, tabling, tablingLines } from './draft-lines.ts'

const draft: Draft = {
  draft: 'd-1',
  text: 'statement',
  block: 'water',
  seat: 'adviser',
  body: {},
}
const VERSION = 'a'.repeat(64)

describe('what the other side will see', () => {
  it('is said for every language of the text, those that lack a wording too', () => {
    const base = { zh: '和平', ru: 'Мир' }
    expect(
      tablingLines(['zh', 'ru', 'en', 'ar'], base, { zh: '和平', ru: 'Мир и дружба', en: 'Peace' }),
    ).toEqual([
      { language: 'zh', wording: '和平', before: '和平', state: 'same' },
      { language: 'ru', wording: 'Мир и дружба', before: 'Мир', state: 'changed' },
      { language: 'en', wording: 'Peace', before: undefined, state: 'new' },
      { language: 'ar', wording: undefined, before: undefined, state: 'missing' },
    ])
  })

  it('takes no name of the object’s own for a language', () => {
    expect(tablingLines(['constructor'], {}, {})[0]?.state).toBe('missing')
  })
})

describe('tabling a draft', () => {
  it('of a block that stands is an edit of the version it was begun from', () => {
    expect(tabling({ ...draft, base: VERSION }, { zh: '好' }, 'p-1')).toEqual({
      type: 'TableProposal',
      text: 'statement',
      proposal: 'p-1',
      block: 'water',
      intent: 'edit',
      base: VERSION,
      body: { zh: '好' },
    })
  })

  it('of a new block says its kind and its place, where it has one', () => {
    expect(tabling({ ...draft, kind: 'preamble', after: null }, { zh: '好' }, 'p-1')).toMatchObject({
      intent: 'new',
      kind: 'preamble',
      after: null,
    })
    expect(tabling(draft, { zh: '好' }, 'p-1')).not.toHaveProperty('after')
  })

  it('is a command the rules can judge, and carries nothing of the chamber', () => {
    const command = tabling({ ...draft, base: VERSION }, { zh: '好' }, freshName('p'))
    expect(ProceedingsCommand.parse(command)).toEqual(command)
    expect(JSON.stringify(command)).not.toMatch(/d-1|adviser/)
    expect(decideProceedings(initialProceedings, { by: { seat: 'adviser' }, at: 1, command }).ok).toBe(false)
  })
})

describe('a fresh name', () => {
  it('is a name the record takes, and never the same', () => {
    const names = Array.from({ length: 200 }, () => freshName('d'))
    expect(new Set(names).size).toBe(200)
    for (const name of names) expect(name).toMatch(/^d-[a-v0-9]{12}$/)
  })
})
