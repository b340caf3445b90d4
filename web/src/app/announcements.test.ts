import { opened } from '@parley/domain/meeting/fictional-meeting'
import { evolveProceedings, initialProceedings, type ProceedingsEvent } from '@parley/domain/proceedings'
import { CATALOGUES } from '@parley/messages/choose-catalogue'
import { describe, expect, it } from 'vitest'
import { announcementOf } from './announcements.ts'
import type { Fact } from './proceedings-store.ts'

const fact = (event: ProceedingsEvent): Fact => ({ seq: 0, at: 0, by: { seat: 'officer' }, event })
const proceedings = opened().reduce(
  (state, event) => evolveProceedings(state, fact(event)),
  initialProceedings,
)
const told = (event: ProceedingsEvent, seat: string, language: (typeof CATALOGUES)[number] = 'en') =>
  announcementOf(language, fact(event), proceedings, seat)

const given: ProceedingsEvent = {
  type: 'FloorGiven',
  turn: 't1',
  item: 'topic',
  seat: 'north-head',
  delegation: 'north',
  kind: 'statement',
  limitSeconds: 60,
}

describe('what is announced', () => {
  it('is at once only to the one who has been given the floor', () => {
    expect(told(given, 'north-head')).toEqual({ text: 'You have the floor.', when: 'at-once' })
    expect(told(given, 'south-head')).toEqual({
      text: 'The floor is given to north-head (The north party).',
      when: 'in-turn',
    })
  })

  it('is the course of the meeting, in turn', () => {
    expect(told({ type: 'ItemTakenUp', item: 'topic' }, 'observer')?.text).toBe(
      'The meeting takes up “Item”.',
    )
    expect(told({ type: 'MeetingSuspended', cause: 'break' }, 'observer')?.when).toBe('in-turn')
  })

  it('is not every entry of the record', () => {
    expect(told({ type: 'ListClosed', item: 'topic' }, 'observer')).toBeUndefined()
    expect(told({ type: 'RequestWithdrawn', request: 'r1' }, 'observer')).toBeUndefined()
  })

  it.each(CATALOGUES)('is in the listener’s language: %s', (language) => {
    const { text } = told(given, 'north-head', language) ?? { text: '' }
    expect(text).not.toBe('')
    expect(text === 'You have the floor.').toBe(language === 'en')
  })
})
