import { accredited, prepared, recorded } from '@parley/domain/meeting/fictional-meeting'
import { meetingDecider } from '@parley/domain/meeting'
import type { MeetingEvent } from '@parley/domain/meeting/events'
import { Role } from '@parley/domain/meeting/things'
import { describe, expect, it } from 'vitest'
import { seatPlace } from './seat-place.ts'

const meetingAfter = (...more: readonly MeetingEvent[]) =>
  recorded([...prepared(), ...more]).reduce(meetingDecider.evolve, meetingDecider.initial)
const meeting = meetingAfter()

describe('the place of a seat', () => {
  it('is the console for whoever chairs, of whatever role', () => {
    expect(seatPlace(meeting, 'officer')).toBe('chair')
    const chairedByHead = meetingAfter({ type: 'ChairAppointed', seats: ['north-head', 'south-head'] })
    expect(seatPlace(chairedByHead, 'north-head')).toBe('chair')
    expect(seatPlace(chairedByHead, 'officer')).toBe('delegate')
  })

  it.each(['interpreter', 'observer'] as const)('of an %s is its own', (role) => {
    expect(seatPlace(meeting, role)).toBe(role)
  })

  it('of a press officer is the press seat, though they belong to a delegation', () => {
    expect(seatPlace(meeting, 'south-press')).toBe('press')
  })

  it('is the delegates’ room for everybody who belongs to a delegation otherwise, and for secretariats', () => {
    const others = Role.options.filter(
      (role) => !['interpreter', 'observer', 'press', 'officer'].includes(role),
    )
    expect(others.map((role) => seatPlace(meeting, `north-${role}`))).toEqual(others.map(() => 'delegate'))
    expect(seatPlace(meeting, 'north-desk')).toBe('delegate')
    expect(seatPlace(meeting, 'joint-desk')).toBe('delegate')
  })

  it('of an interpreter who has left is no booth any more', () => {
    const left = meetingAfter({ type: 'AccreditationWithdrawn', seat: 'interpreter' })
    expect(seatPlace(left, 'interpreter')).toBe('delegate')
    const back = meetingAfter(accredited('second-booth', 'interpreter'))
    expect(seatPlace(back, 'second-booth')).toBe('interpreter')
  })
})
