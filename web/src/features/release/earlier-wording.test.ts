import type { Recorded } from '@parley/domain/decider'
import type { ProceedingsEvent } from '@parley/domain/proceedings/events'
import type { Expression } from '@parley/domain/release/events'
import { evolveRelease, initialReleases } from '@parley/domain/release'
import type { ReleaseEvent } from '@parley/domain/release/events'
import { describe, expect, it } from 'vitest'
import { asPassage, earlierWording, firstWording } from './earlier-wording.ts'

const of = { release: 'main', language: 'en' } as const
const hashOf = (letter: string): string => letter.repeat(64)
const wording = (headline: string): Expression => ({
  headline,
  dateline: 'Place, day',
  byline: 'By line',
  source: 'Source',
  paragraphs: [{ text: 'One.', facts: [] }],
})
const drafted: ReleaseEvent = {
  type: 'ReleaseDrafted',
  ...of,
  revision: 1,
  hash: hashOf('a'),
  expression: wording('First'),
}
const edited = (letter: string, revision = 2): ReleaseEvent => ({
  type: 'ReleaseEdited',
  ...of,
  revision,
  hash: hashOf(letter),
  expression: wording(`Edited ${letter}`),
})
const cleared = (letter: string, delegation = 'north'): ReleaseEvent => ({
  type: 'ReleaseCleared',
  ...of,
  hash: hashOf(letter),
  delegation,
})
const published = (letter: string): ReleaseEvent => ({
  type: 'ReleasePublished',
  ...of,
  edition: 1,
  hash: hashOf(letter),
  expression: wording(`Edited ${letter}`),
})

const told = (...events: readonly ReleaseEvent[]) => {
  const facts = events.map((event, seq): Recorded<ReleaseEvent> => ({
    seq,
    at: seq,
    by: { seat: 's' },
    event,
  }))
  const version = facts.reduce(evolveRelease, initialReleases).versions['main/en']
  if (version === undefined) throw new Error('drafted')
  const recorded: readonly Recorded<ProceedingsEvent>[] = facts
  return { recorded, version }
}
const against = (...events: readonly ReleaseEvent[]) => {
  const { recorded, version } = told(...events)
  return earlierWording(recorded, version, 'north')
}

describe('what a draft is compared with', () => {
  it('is what the own side last cleared', () => {
    expect(against(drafted, cleared('a'), edited('b'))).toEqual({
      since: 'cleared',
      expression: wording('First'),
    })
    expect(against(drafted, cleared('a', 'south'), edited('b'))).toBeUndefined()
  })

  it('is the last edition once there is one', () => {
    const events = [drafted, edited('b'), cleared('b'), published('b')]
    expect(against(...events, edited('c', 3))).toEqual({
      since: 'edition',
      edition: 1,
      expression: wording('Edited b'),
    })
    expect(against(...events, edited('c', 3), cleared('c'), edited('d', 4))).toEqual({
      since: 'cleared',
      expression: wording('Edited c'),
    })
  })

  it('is nothing for what this side has cleared, or nobody has changed', () => {
    expect(against(drafted)).toBeUndefined()
    expect(against(drafted, cleared('a'))).toBeUndefined()
    expect(against(drafted, cleared('a'), published('a'))).toBeUndefined()
  })
})

describe('a wording', () => {
  it('is first the one drafted', () => {
    expect(firstWording(told(drafted, edited('b')).recorded, of)).toEqual(wording('First'))
    expect(firstWording(told(drafted).recorded, { release: 'main', language: 'ru' })).toBeUndefined()
  })

  it('reads as one passage, every part of it', () => {
    expect(asPassage({ ...wording('Head'), deck: 'Deck' })).toBe(
      'Head\nDeck\nPlace, day\nBy line\nSource\nOne.',
    )
  })
})
