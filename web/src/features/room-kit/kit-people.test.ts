import { act, chair, under } from '@parley/domain/meeting/fictional-meeting'
import { describe, expect, it } from 'vitest'
import { delegationOfKit, kitStanding, seatsAsKept, seatsKept, speakersOf } from './kit-people.ts'

const sitting = under('open-topic')
const meeting = sitting.state
const speakers = speakersOf(meeting, 'south')

describe('a device for several people', () => {
  it.each(['south-head', 'south-alternate', 'south-secretary'])('is opened by %s', (seat) => {
    expect(delegationOfKit(meeting, seat)).toBe('south')
  })

  it.each(['south-delegate', 'south-press', 'south-desk', 'joint-desk', 'officer', 'interpreter', 'ghost'])(
    'is not opened by %s',
    (seat) => {
      expect(delegationOfKit(meeting, seat)).toBeUndefined()
    },
  )

  it('is for those who take the floor for the delegation, the head first', () => {
    expect(speakers.map(({ seat }) => seat)).toEqual([
      'south-head',
      'south-alternate',
      'south-delegate',
      'south-regional',
      'south-adviser',
    ])
  })

  it('remembers who sat there, in the delegation’s order', () => {
    const kept = seatsAsKept(['south-adviser', 'south-head'])
    expect(seatsKept(kept, speakers)).toEqual(['south-head', 'south-adviser'])
  })

  it.each([null, '', 'north-head', '{"a":1}'])('takes nobody from %j, who does not sit there', (kept) => {
    expect(seatsKept(kept, speakers)).toEqual([])
  })
})

describe('somebody at the device', () => {
  const listed = sitting.after(
    act('north-head', { type: 'RequestFloor', kind: 'statement' }),
    act('south-head', { type: 'RequestFloor', kind: 'statement', speaker: 'south-adviser' }),
  )

  it('has a place of their own on the list', () => {
    expect(kitStanding(listed.state, 'south-adviser')).toEqual({ kind: 'listed', place: 2, request: 'r2' })
    expect(kitStanding(listed.state, 'south-head')).toEqual({ kind: 'quiet' })
  })

  it('has the floor by name', () => {
    const { state } = listed.after(chair({ type: 'GiveFloor', seat: 'south-adviser', departure: 'A guest' }))
    expect(kitStanding(state, 'south-adviser')).toEqual({ kind: 'speaking' })
    expect(kitStanding(state, 'south-head')).toEqual({ kind: 'quiet' })
  })
})
