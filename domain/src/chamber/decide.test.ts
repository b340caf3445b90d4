import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Decider } from '../decider.ts'
import { given } from '../given.ts'
import { accredited, prepared } from '../meeting/fictional-meeting.ts'
import { evolveMeeting, initialMeeting, meetingDecider } from '../meeting/index.ts'
import type { Meeting } from '../meeting/state.ts'
import type { Refusal } from '../refusal.ts'
import type { ChamberCommand } from './commands.ts'
import { decideChamber } from './decide.ts'
import type { ChamberEvent } from './events.ts'
import { evolveChamber } from './evolve.ts'
import { initialChamber, keptDrafts, openDraft } from './state.ts'
import type { Chamber } from './state.ts'

const meeting = given(meetingDecider, ...prepared()).state
const chamberOf = (
  delegation: string,
  of: Meeting,
): Decider<Chamber, ChamberCommand, ChamberEvent, Refusal> => ({
  initial: initialChamber,
  evolve: evolveChamber,
  decide: (chamber, act) => decideChamber(chamber, act, of, delegation),
})
const north = chamberOf('north', meeting)
const opened: ChamberEvent = { type: 'ChamberOpened', meeting: 'm8', delegation: 'north' }
const passes = { type: 'PassWord', body: 'Hold on paragraph two.' } as const
const keeps: ChamberCommand = {
  type: 'KeepDraft',
  draft: 'd1',
  text: 'consensus',
  block: 'one',
  body: { en: 'Peace.' },
}
const does = <Command extends ChamberCommand>(seat: string, command: Command) => ({
  by: { seat },
  at: 9,
  command,
})

describe('a chamber', () => {
  it('opens with the first act in it', () => {
    const word: ChamberEvent = { type: 'WordPassed', seat: 'north-adviser', body: passes.body }
    given(north).when(does('north-adviser', passes)).records(opened, word)
    given(north, opened).when(does('north-adviser', passes)).records(word)
  })

  it("is for the delegation's people and its own secretariat", () => {
    const roles = ['head', 'alternate', 'delegate', 'regional', 'adviser', 'secretary', 'desk']
    for (const role of roles) {
      expect(given(north).when(does(`north-${role}`, passes)).decision.ok).toBe(true)
    }
  })

  it('is closed to everybody else, whatever they ask', () => {
    const others = [
      'south-head',
      'south-desk',
      'joint-desk',
      'officer',
      'interpreter',
      'observer',
      'north-press',
      'nobody',
    ]
    for (const seat of others) {
      for (const command of [passes, keeps, { type: 'DropDraft', draft: 'd1' } as const]) {
        given(north).when(does(seat, command)).refuses({ code: 'chamber-closed-to-you' })
      }
    }
    given(north)
      .when({ by: { operator: true }, at: 9, command: passes })
      .refuses({ code: 'chamber-closed-to-you' })
  })

  it('is closed to who has left, and of a delegation that is not there', () => {
    const left = evolveMeeting(meeting, {
      seq: 99,
      at: 9,
      by: { seat: 'north-desk' },
      event: { type: 'AccreditationWithdrawn', seat: 'north-head' },
    })
    given(chamberOf('north', left))
      .when(does('north-head', passes))
      .refuses({ code: 'chamber-closed-to-you' })
    given(chamberOf('east', meeting))
      .when(does('north-head', passes))
      .refuses({ code: 'chamber-closed-to-you' })
    given(chamberOf('north', initialMeeting))
      .when(does('north-head', passes))
      .refuses({ code: 'meeting-unknown' })
  })

  it('keeps one draft under one name until it is dropped', () => {
    const { type: _type, ...draft } = keeps
    given(north, opened)
      .when(does('north-head', keeps))
      .records({ type: 'DraftKept', ...draft, seat: 'north-head' })
    const kept = given(north, opened).after(
      does('north-head', keeps),
      does('north-delegate', { ...keeps, body: { en: 'Peace and trade.' } }),
      does('north-delegate', { ...keeps, draft: 'a0' }),
    )
    expect(keptDrafts(kept.state).map(({ draft: name, seat }) => [name, seat])).toEqual([
      ['a0', 'north-delegate'],
      ['d1', 'north-delegate'],
    ])
    const drops = { type: 'DropDraft', draft: 'd1' } as const
    kept.when(does('north-head', drops)).records({ type: 'DraftDropped', draft: 'd1', seat: 'north-head' })
    const dropped = kept.after(does('north-head', drops))
    dropped.when(does('north-head', drops)).refuses({ code: 'draft-unknown', draft: 'd1' })
    expect(keptDrafts(dropped.state).map(({ draft: name }) => name)).toEqual(['a0'])
  })

  it('begins a draft once, without a word if need be, and keeps what it is to become', () => {
    const begins = {
      type: 'BeginDraft',
      draft: 'd2',
      text: 'communique',
      block: 'trade',
      kind: 'paragraph',
      after: null,
      body: {},
    } as const
    const { type: _type, ...begun } = begins
    given(north, opened)
      .when(does('north-adviser', begins))
      .records({ type: 'DraftBegun', ...begun, seat: 'north-adviser' })
    const open = given(north, opened).after(does('north-adviser', begins))
    open.when(does('north-head', begins)).refuses({ code: 'draft-exists', draft: 'd2' })
    const body = { en: 'Trade.' }
    const kept = open.after(
      does('north-head', { type: 'KeepDraft', draft: 'd2', text: 'communique', block: 'trade', body }),
    )
    expect(openDraft(kept.state, 'd2')).toEqual({ ...begun, body, seat: 'north-head' })
  })

  it('closes a draft with the proposal it became, once and for good', () => {
    const closes = { type: 'CloseDraft', draft: 'd1', proposal: 'p1' } as const
    given(north, opened).when(does('north-head', closes)).refuses({ code: 'draft-unknown', draft: 'd1' })
    const kept = given(north, opened).after(does('north-head', keeps))
    kept
      .when(does('north-head', closes))
      .records({ type: 'DraftClosed', draft: 'd1', proposal: 'p1', seat: 'north-head' })
    const closed = kept.after(does('north-head', closes))
    expect(openDraft(closed.state, 'd1')).toBeUndefined()
    expect(keptDrafts(closed.state).map(({ proposal }) => proposal)).toEqual(['p1'])
    for (const command of [keeps, closes]) {
      closed.when(does('north-delegate', command)).refuses({ code: 'draft-tabled', draft: 'd1' })
    }
  })

  it('keeps drafts with wording that fits into one event', () => {
    given(north)
      .when(does('north-head', { ...keeps, body: {} }))
      .refuses({ code: 'body-empty' })
    const body = { zh: '和'.repeat(12_000), ru: 'м'.repeat(12_000) }
    given(north)
      .when(does('north-head', { ...keeps, body }))
      .refuses({ code: 'text-too-large' })
  })

  it('passes words in the order they were said', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { maxLength: 30 }), (bodies) => {
        const told = given(north).after(
          ...bodies.map((body) => does('north-head', { type: 'PassWord', body } as const)),
        )
        expect(told.state.words.map(({ body }) => body)).toEqual(bodies)
      }),
    )
  })

  it('is joined by who is accredited late', () => {
    const late = given(meetingDecider, ...prepared(), accredited('north-late', 'adviser', 'north')).state
    expect(given(chamberOf('north', late)).when(does('north-late', passes)).decision.ok).toBe(true)
  })
})
