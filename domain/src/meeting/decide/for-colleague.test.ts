import { describe, expect, it } from 'vitest'
import { act, chair, START, under } from '../fictional-meeting.ts'
import type { MeetingCommand } from '../commands.ts'

/*
 * Several of a delegation sit at one device, signed in as one of them. The floor is a person's all the same: the
 * list, the clock and the record name who speaks.
 */

const sitting = under('open-topic')
const forDelegate: MeetingCommand = { type: 'RequestFloor', kind: 'statement', speaker: 'south-delegate' }
const listed = sitting.after(act('south-secretary', forDelegate))
const speaking = listed.after(chair({ type: 'GiveFloor' }, START))

describe('asking for the floor for a colleague', () => {
  it.each(['south-head', 'south-alternate', 'south-secretary'])(
    'puts the colleague on the list, asked for by %s',
    (seat) => {
      sitting.when(act(seat, forDelegate)).records({
        type: 'FloorRequested',
        request: 'r1',
        item: 'open-topic',
        seat: 'south-delegate',
        delegation: 'south',
        kind: 'statement',
      })
    },
  )

  it('records the same fact as the colleague’s own request, so that nobody later reads them apart by their wording', () => {
    const own = sitting.when(act('south-delegate', { type: 'RequestFloor', kind: 'statement' }))
    expect(sitting.when(act('south-head', forDelegate)).decision).toEqual(own.decision)
  })

  it.each(['south-delegate', 'south-adviser', 'south-regional', 'south-press'])(
    'is not for %s, who answers for nobody but themselves',
    (seat) => {
      sitting
        .when(act(seat, { ...forDelegate, speaker: 'south-head' }))
        .refuses({ code: 'not-entitled', needs: 'head-or-alternate' })
    },
  )

  it.each(['north-desk', 'joint-desk', 'officer', 'observer', 'ghost'])(
    'is not for %s, who is of no delegation',
    (seat) => {
      sitting.when(act(seat, forDelegate)).refuses({ code: 'not-entitled', needs: 'head-or-alternate' })
    },
  )

  it('is never for the other delegation’s people', () => {
    sitting
      .when(act('north-head', forDelegate))
      .refuses({ code: 'seat-of-another-delegation', seat: 'south-delegate' })
  })

  it('is for people who speak for the delegation, and who are there', () => {
    sitting
      .when(act('south-head', { ...forDelegate, speaker: 'south-press' }))
      .refuses({ code: 'not-entitled', needs: 'speaker' })
    sitting
      .when(act('south-head', { ...forDelegate, speaker: 'south-nobody' }))
      .refuses({ code: 'seat-unknown', seat: 'south-nobody' })
  })

  it('counts as the colleague’s own request', () => {
    listed.when(act('south-head', forDelegate)).refuses({ code: 'already-on-the-list' })
    listed
      .when(act('south-delegate', { type: 'RequestFloor', kind: 'statement' }))
      .refuses({ code: 'already-on-the-list' })
  })

  it('naming oneself is asking for oneself', () => {
    const oneself: MeetingCommand = { ...forDelegate, speaker: 'south-adviser' }
    expect(sitting.when(act('south-adviser', oneself)).decision.ok).toBe(true)
    sitting
      .when(act('south-secretary', { ...forDelegate, speaker: 'south-secretary' }))
      .refuses({ code: 'not-entitled', needs: 'speaker' })
  })
})

describe('withdrawing the request of a colleague', () => {
  it('takes it from the list, in the colleague’s name only', () => {
    listed
      .when(act('south-head', { type: 'WithdrawRequest', speaker: 'south-delegate' }))
      .records({ type: 'RequestWithdrawn', request: 'r1' })
    listed
      .when(act('south-head', { type: 'WithdrawRequest', request: 'r1' }))
      .refuses({ code: 'request-of-another-seat' })
    listed
      .when(act('north-head', { type: 'WithdrawRequest', request: 'r1', speaker: 'south-delegate' }))
      .refuses({ code: 'seat-of-another-delegation', seat: 'south-delegate' })
  })
})

describe('giving the floor back for a colleague', () => {
  it('ends the colleague’s turn at the colleague’s clock', () => {
    expect(speaking.state.turn?.seat).toBe('south-delegate')
    speaking
      .when(act('south-secretary', { type: 'YieldFloor', speaker: 'south-delegate' }, START + 5000))
      .records({ type: 'FloorReturned', turn: 't1', usedMs: 5000, overtimeMs: 0, ended: 'by-speaker' })
  })

  it('is never done by the way: without a name it is one’s own floor that is given back', () => {
    speaking
      .when(act('south-head', { type: 'YieldFloor' }))
      .refuses({ code: 'not-holding-the-floor', by: 'south-delegate' })
    speaking
      .when(act('south-head', { type: 'YieldFloor', speaker: 'south-adviser' }))
      .refuses({ code: 'not-holding-the-floor', by: 'south-delegate' })
  })
})

describe('a point of order for a colleague', () => {
  it('is the colleague’s', () => {
    sitting
      .when(act('south-head', { type: 'RaisePointOfOrder', speaker: 'south-delegate', subject: 'No sound' }))
      .records({
        type: 'PointOfOrderRaised',
        point: 'p1',
        seat: 'south-delegate',
        delegation: 'south',
        subject: 'No sound',
      })
    sitting
      .when(act('north-secretary', { type: 'RaisePointOfOrder', speaker: 'south-delegate' }))
      .refuses({ code: 'seat-of-another-delegation', seat: 'south-delegate' })
  })
})
