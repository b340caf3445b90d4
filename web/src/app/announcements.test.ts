import { opened } from '@parley/domain/meeting/fictional-meeting'
import { evolveProceedings, initialProceedings, type ProceedingsEvent } from '@parley/domain/proceedings'
import { CATALOGUES } from '@parley/messages/choose-catalogue'
import { describe, expect, it } from 'vitest'
import { announcementOf, entryAnnouncement, lineAnnouncement, nextAnnouncement } from './announcements.ts'
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

describe('whoever comes in', () => {
  const { meeting } = proceedings
  const recorded = evolveProceedings(
    proceedings,
    fact({ type: 'RecordingOrdered', recording: 'recording-1' }),
  ).meeting

  it('is told once that the sitting is recorded, and nothing when it is not', () => {
    expect(entryAnnouncement('en', undefined, recorded)?.text).toBe(
      'The sitting is being recorded, by order of the chair.',
    )
    expect(entryAnnouncement('en', recorded, recorded)).toBeUndefined()
    expect(entryAnnouncement('en', undefined, meeting)).toBeUndefined()
  })
})

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

  it('is that a recording breaks off and why, at once to whoever ordered it, and that it goes on', () => {
    const broken = {
      type: 'RecordingInterrupted',
      recording: 'recording-1',
      cause: 'not-written',
    } as const
    expect(told(broken, 'officer')).toEqual({
      text: 'The recording is interrupted: the disk takes nothing more.',
      when: 'at-once',
    })
    expect(told(broken, 'observer')?.when).toBe('in-turn')
    expect(told({ type: 'RecordingContinued', recording: 'recording-1' }, 'observer')?.text).toBe(
      'The recording continues.',
    )
  })

  it('is not every entry of the record', () => {
    expect(told({ type: 'ListOpened', item: 'topic' }, 'observer')).toBeUndefined()
    expect(told({ type: 'RequestWithdrawn', request: 'r1' }, 'observer')).toBeUndefined()
  })

  it('interrupts with a text that is put, for it can still be objected to', () => {
    expect(told({ type: 'TextPut', text: 'consensus', root: 'f'.repeat(64) }, 'north-head')?.when).toBe(
      'at-once',
    )
  })

  it('says how points of order, appeals and motions end', () => {
    expect(told({ type: 'PointOfOrderRuled', point: 'p1', ruling: 'rejected' }, 'observer')?.text).toBe(
      'The chair’s ruling on the point of order: rejected.',
    )
    expect(told({ type: 'AppealDecided', point: 'p1', outcome: 'ruling-stands' }, 'observer')?.text).toBe(
      'Outcome of the appeal: the ruling stands.',
    )
    expect(told({ type: 'MotionDecided', motion: 'm1', outcome: 'carried' }, 'observer')?.text).toBe(
      'The motion is carried.',
    )
  })

  it('names the delegation that moves or objects', () => {
    const moved = { type: 'MotionMoved', motion: 'm1', kind: 'close-debate', delegation: 'south' } as const
    expect(told(moved, 'observer')?.text).toBe('The south party moves to close the debate.')
    const objected = {
      type: 'ObjectionRaised',
      text: 'consensus',
      root: 'f'.repeat(64),
      delegation: 'north',
    } as const
    expect(told(objected, 'observer')?.text).toBe('The north party objects to the text.')
  })

  it.each(CATALOGUES)('is in the listener’s language: %s', (language) => {
    const { text } = told(given, 'north-head', language) ?? { text: '' }
    expect(text).not.toBe('')
    expect(text === 'You have the floor.').toBe(language === 'en')
  })
})

describe('being next on the list', () => {
  const { meeting } = proceedings
  const under = { ...meeting, current: 'topic' }
  const waiting = {
    ...under,
    agenda: meeting.agenda.map((one) =>
      one.item.id === 'topic'
        ? {
            ...one,
            requests: [
              {
                request: 'r1',
                item: 'topic',
                seat: 'north-head',
                delegation: 'north',
                kind: 'statement',
                inscribed: false,
              } as const,
            ],
          }
        : one,
    ),
  }

  it('is told once, to the one who has become so, and not of what stood when the page opened', () => {
    expect(nextAnnouncement('en', under, waiting, 'north-head')?.text).toBe('You are next on the list.')
    expect(nextAnnouncement('en', under, waiting, 'south-head')).toBeUndefined()
    expect(nextAnnouncement('en', waiting, waiting, 'north-head')).toBeUndefined()
    expect(nextAnnouncement('en', undefined, waiting, 'north-head')).toBeUndefined()
  })
})

describe('the line', () => {
  it('is announced lost at once and back in turn, and not while it first opens', () => {
    expect(lineAnnouncement('en', 'live', 'lost')).toEqual({ text: 'No connection', when: 'at-once' })
    expect(lineAnnouncement('en', 'lost', 'live')).toEqual({
      text: 'The connection is back.',
      when: 'in-turn',
    })
    expect(lineAnnouncement('en', 'opening', 'live')).toBeUndefined()
    expect(lineAnnouncement('en', 'lost', 'lost')).toBeUndefined()
  })
})
