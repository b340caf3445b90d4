import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { given } from '../given.ts'
import { accredited, act, chair, prepared, under } from '../meeting/fictional-meeting.ts'
import { meetingDecider } from '../meeting/index.ts'
import { play } from '../meeting/random-sitting.ts'
import type { Meeting } from '../meeting/state.ts'
import { mediaGrantOf, mediaGrantsOf, RECORDER } from './grants.ts'
import { mediaRoomName, mediaRoomsOf, type MediaRoom } from './rooms.ts'

const PLENARY: MediaRoom = { kind: 'plenary' }
const NORTH: MediaRoom = { kind: 'chamber', delegation: 'north' }

const sitting = under('open-topic')
const speaking = sitting.after(chair({ type: 'GiveFloor', seat: 'north-head', kind: 'statement' }))

const heard = (meeting: Meeting): readonly string[] =>
  [...mediaGrantsOf(meeting, PLENARY)]
    .filter(([, grant]) => grant.publish.includes('microphone'))
    .map(([seat]) => seat)
    .toSorted()

describe('the plenary', () => {
  it('lets the chair and the holder of the floor open a microphone, and nobody else', () => {
    expect(heard(sitting.state)).toEqual(['officer'])
    expect(heard(speaking.state)).toEqual(['north-head', 'officer'])
    expect(heard(speaking.after(chair({ type: 'EndTurn' })).state)).toEqual(['officer'])
  })

  it('gives the microphone to a point of order and takes it from the speaker until the ruling', () => {
    const pending = speaking.after(act('south-adviser', { type: 'RaisePointOfOrder' }))
    expect(heard(pending.state)).toEqual(['officer', 'south-adviser'])
    const ruled = pending.after(chair({ type: 'RulePointOfOrder', ruling: 'noted' }))
    expect(heard(ruled.state)).toEqual(['north-head', 'officer'])
  })

  it('gives it to the device at which a colleague asked for the floor, and to no other of the delegation', () => {
    const asked = sitting.after(
      act('south-secretary', { type: 'RequestFloor', kind: 'statement', speaker: 'south-delegate' }),
      chair({ type: 'GiveFloor' }),
    )
    expect(heard(asked.state)).toEqual(['officer', 'south-delegate', 'south-secretary'])
    expect(heard(asked.after(chair({ type: 'EndTurn' })).state)).toEqual(['officer'])
    const pending = sitting.after(act('north-head', { type: 'RaisePointOfOrder', speaker: 'north-adviser' }))
    expect(heard(pending.state)).toEqual(['north-adviser', 'north-head', 'officer'])
  })

  it('shows the faces of delegates at all times and lets a screen be shared by whoever speaks', () => {
    expect(mediaGrantOf(sitting.state, PLENARY, 'north-head')?.publish).toEqual(['camera'])
    expect(mediaGrantOf(speaking.state, PLENARY, 'north-head')?.publish).toEqual([
      'microphone',
      'camera',
      'screen',
    ])
    const before = given(meetingDecider, ...prepared()).state
    expect(mediaGrantOf(before, PLENARY, 'south-delegate')?.publish).toEqual(['camera'])
  })

  it('is listened to by secretariats, interpreters, the press and observers, who send nothing', () => {
    for (const seat of ['north-desk', 'joint-desk', 'interpreter', 'north-press', 'observer'])
      expect(mediaGrantOf(sitting.state, PLENARY, seat)).toEqual({ publish: [], receive: true })
  })

  it('is silent for observers and the press while the text is negotiated, as the record is', () => {
    const negotiating = under('text').state
    for (const seat of ['observer', 'north-press'])
      expect(mediaGrantOf(negotiating, PLENARY, seat)?.receive).toBe(false)
    for (const seat of ['interpreter', 'south-adviser', 'south-desk'])
      expect(mediaGrantOf(negotiating, PLENARY, seat)?.receive).toBe(true)
    expect(mediaGrantOf(under('adoption').state, PLENARY, 'observer')?.receive).toBe(true)
  })

  it('has no place for strangers and for those whose accreditation was withdrawn', () => {
    const left = sitting.after(act('south-desk', { type: 'WithdrawAccreditation', seat: 'south-head' })).state
    expect(mediaGrantOf(left, PLENARY, 'south-head')).toBeUndefined()
    expect(mediaGrantOf(left, PLENARY, 'nobody')).toBeUndefined()
    expect(mediaGrantOf(left, PLENARY, 'toString')).toBeUndefined()
    expect(mediaGrantsOf(left, PLENARY).has('south-head')).toBe(false)
  })
})

describe('the other rooms', () => {
  it('are closed to all but one’s own', () => {
    const seats = [...mediaGrantsOf(sitting.state, NORTH).keys()].toSorted()
    expect(seats).toEqual([
      'north-adviser',
      'north-alternate',
      'north-delegate',
      'north-desk',
      'north-head',
      'north-regional',
      'north-secretary',
    ])
  })

  it('are a booth for the interpreters of each delegation and one for those of none', () => {
    const meeting = given(
      meetingDecider,
      ...prepared(),
      accredited('north-voice', 'interpreter', 'north'),
    ).state
    expect([...mediaGrantsOf(meeting, { kind: 'booth', delegation: 'north' }).keys()]).toEqual([
      'north-voice',
    ])
    expect([...mediaGrantsOf(meeting, { kind: 'booth' }).keys()]).toEqual(['interpreter'])
  })

  it('are only those of the meeting’s own delegations', () => {
    expect(mediaGrantOf(sitting.state, { kind: 'chamber', delegation: 'west' }, 'north-head')).toBeUndefined()
  })

  it('have a name each, and none are left after adjournment', () => {
    expect(mediaRoomsOf(sitting.state).map(mediaRoomName)).toEqual([
      'plenary',
      'chamber/north',
      'chamber/south',
      'booth/north',
      'booth/south',
      'booth',
    ])
    expect(mediaRoomsOf(sitting.after(chair({ type: 'AdjournMeeting' })).state)).toEqual([])
  })
})

describe('in whatever sitting', () => {
  const steps = fc.array(
    fc.tuple(
      fc.nat({ max: 99 }),
      fc.nat({ max: 1008 }),
      fc.nat({ max: 99 }),
      fc.oneof(fc.nat({ max: 90_000 }), fc.constant(0)),
    ),
    { minLength: 20, maxLength: 120, size: 'max' },
  )

  it('no microphone is open in the plenary but the chair’s, the holder’s and the point of order’s', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        for (const state of play('bilateral/1', taken).states) {
          const { chair: chairs, turn, pointOfOrder } = state
          const allowed = [...chairs, turn?.seat, turn?.through, pointOfOrder?.seat, pointOfOrder?.through]
          expect(heard(state).filter((seat) => !allowed.includes(seat))).toEqual([])
        }
      }),
      { numRuns: 100 },
    )
  })

  it('nobody has a place in the chambers of two delegations', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        const { meeting: state } = play('un-family/1', taken)
        const seats = state.delegations.flatMap(({ id }) => [
          ...mediaGrantsOf(state, { kind: 'chamber', delegation: id }).keys(),
        ])
        expect(new Set(seats).size).toBe(seats.length)
      }),
      { numRuns: 50 },
    )
  })
})

describe('the recorder', () => {
  it('has a place in the plenary while a recording is under way, and never another', () => {
    const before = sitting.state
    const ordered = sitting.after(chair({ type: 'OrderRecording' }))
    const during = ordered.state
    const after = ordered.after(chair({ type: 'EndRecording' })).state
    expect(mediaGrantsOf(before, { kind: 'plenary' }).has(RECORDER)).toBe(false)
    expect(mediaGrantsOf(during, { kind: 'plenary' }).get(RECORDER)).toEqual({ publish: [], receive: true })
    expect(mediaGrantsOf(after, { kind: 'plenary' }).has(RECORDER)).toBe(false)
    for (const room of mediaRoomsOf(during).filter(({ kind }) => kind !== 'plenary'))
      expect(mediaGrantsOf(during, room).has(RECORDER)).toBe(false)
  })
})
