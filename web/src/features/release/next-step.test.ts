import { party } from '@parley/domain/meeting/fictional-meeting'
import type { ProceedingsCommand } from '@parley/domain/proceedings/events'
import type { LanguageVersion } from '@parley/domain/release/state'
import { describe, expect, it } from 'vitest'
import { nextStep } from './next-step.ts'
import { versionRows } from './version-rows.ts'

const HASH = 'a'.repeat(64)
const meeting = { languages: ['zh'], delegations: [party('north'), party('south')] }
const version: LanguageVersion = {
  release: 'main',
  language: 'zh',
  revision: 1,
  hash: HASH,
  expression: {
    headline: '–',
    dateline: 'Place, day',
    byline: 'By line',
    source: 'Source',
    paragraphs: [{ text: 'Paragraph', facts: [] }],
  },
  clearedBy: [],
  objections: [],
  editions: [],
}
type Type = ProceedingsCommand['type']
const step = (more: Partial<LanguageVersion> | undefined, allowed: readonly Type[], hasWriter = true) => {
  const versions: Readonly<Record<string, LanguageVersion>> =
    more === undefined ? {} : { 'main/zh': { ...version, ...more } }
  const row = versionRows({ versions }, meeting, 'main', 5_000)[0]
  if (row === undefined) throw new Error('a language has a row')
  return nextStep(row, 'main', { may: ({ type }) => allowed.includes(type), hasWriter })
}
const DESK: readonly Type[] = ['DraftRelease', 'EditRelease', 'ClearRelease', 'PublishRelease']

describe('the next step', () => {
  it('is to draft, by the writer where there is one, by hand otherwise', () => {
    expect(step(undefined, DESK)).toEqual({ step: 'draft' })
    expect(step(undefined, DESK, false)).toEqual({ step: 'write' })
    expect(step(undefined, ['ClearRelease'])).toEqual({ step: 'none' })
  })

  it('is to clear for whoever may, and for the others to wait for those who have not', () => {
    expect(step({}, DESK)).toEqual({ step: 'clear' })
    expect(step({ clearedBy: ['north'] }, ['EditRelease'])).toEqual({
      step: 'wait',
      forDelegations: ['south'],
    })
  })

  it('is to settle an objection for whoever may edit', () => {
    const objections = [{ delegation: 'south', reason: 'No' }]
    expect(step({ objections }, DESK)).toEqual({ step: 'settle-objection' })
    expect(step({ objections, clearedBy: ['north'] }, ['ClearRelease'])).toEqual({
      step: 'wait',
      forDelegations: ['south'],
    })
  })

  it('is to publish what all have cleared, or to wait for the end of the meeting', () => {
    const clearedBy = ['north', 'south']
    expect(step({ clearedBy }, DESK)).toEqual({ step: 'publish' })
    expect(step({ clearedBy }, ['EditRelease'])).toEqual({ step: 'wait-for-end' })
    expect(step({ clearedBy }, [])).toEqual({ step: 'none' })
  })

  it('is none once published or withdrawn', () => {
    const editions = [{ edition: 1, hash: HASH, expression: version.expression, at: 1 }]
    expect(step({ editions }, DESK)).toEqual({ step: 'none' })
    expect(step({ editions, withdrawn: { cause: 'law', at: 2 } }, DESK)).toEqual({ step: 'none' })
  })
})
