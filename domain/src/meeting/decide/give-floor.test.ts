import { describe, expect, it } from 'vitest'
import { given } from '../../given.ts'
import type { MeetingEvent } from '../events.ts'
import { accredited, act, chair, message, opened, START, under } from '../fictional-meeting.ts'
import { meetingDecider } from '../index.ts'
import type { Speech } from '../things.ts'

const ask = (seat: string, kind: Speech = 'statement') => act(seat, { type: 'RequestFloor', kind })
const sitting = under('open-topic')
const waiting = sitting.after(ask('north-head'), ask('south-head'), ask('south-head', 'reply'))

const floorGiven = (seat: string, kind: Speech, limitSeconds: number, more: object = {}): MeetingEvent => ({
  type: 'FloorGiven',
  turn: 't1',
  item: 'open-topic',
  seat,
  delegation: seat.startsWith('north') ? 'north' : 'south',
  kind,
  limitSeconds,
  ...more,
})

describe('giving the floor', () => {
  it('calls the next on the list', () => {
    waiting
      .when(chair({ type: 'GiveFloor' }))
      .records(floorGiven('north-head', 'statement', 600, { request: 'r1' }))
    const { state } = waiting.after(chair({ type: 'GiveFloor' }, START + 5))
    expect(state.turn).toMatchObject({ seat: 'north-head', givenAt: START + 5, since: START + 5, spentMs: 0 })
    expect(state.agenda[2]?.requests.map((one) => one.request)).toEqual(['r2', 'r3'])
  })

  it('records no departure when the one called is next anyway', () => {
    waiting
      .when(chair({ type: 'GiveFloor', seat: 'north-head', departure: 'Not needed' }))
      .records(floorGiven('north-head', 'statement', 600, { request: 'r1' }))
  })

  it('calls somebody else on the list only with a reason', () => {
    waiting
      .when(chair({ type: 'GiveFloor', seat: 'south-head' }))
      .refuses({ code: 'out-of-order', next: 'north-head' })
    waiting
      .when(chair({ type: 'GiveFloor', seat: 'south-head', departure: 'Has a train to catch' }))
      .records(
        floorGiven('south-head', 'statement', 600, { request: 'r2', departure: 'Has a train to catch' }),
      )
  })

  it('takes the request of the kind named', () => {
    waiting
      .when(chair({ type: 'GiveFloor', seat: 'south-head', kind: 'reply', departure: 'To the point' }))
      .records(floorGiven('south-head', 'reply', 300, { request: 'r3', departure: 'To the point' }))
    waiting
      .when(chair({ type: 'GiveFloor', kind: 'reply' }))
      .refuses({ code: 'out-of-order', next: 'north-head' })
    waiting.when(chair({ type: 'GiveFloor', kind: 'remarks' })).refuses({ code: 'not-on-the-list' })
  })

  it('calls somebody who has not asked, past those who have, only with kind and reason', () => {
    waiting.when(chair({ type: 'GiveFloor', seat: 'north-adviser' })).refuses({ code: 'not-on-the-list' })
    waiting
      .when(chair({ type: 'GiveFloor', seat: 'north-adviser', kind: 'report' }))
      .refuses({ code: 'out-of-order', next: 'north-head' })
    waiting
      .when(chair({ type: 'GiveFloor', seat: 'north-adviser', kind: 'report', departure: 'Has the figures' }))
      .records(floorGiven('north-adviser', 'report', 900, { departure: 'Has the figures' }))
  })

  it('with nobody waiting needs only the kind', () => {
    sitting.when(chair({ type: 'GiveFloor' })).refuses({ code: 'list-empty' })
    sitting.when(chair({ type: 'GiveFloor', seat: 'north-adviser' })).refuses({ code: 'not-on-the-list' })
    sitting
      .when(chair({ type: 'GiveFloor', seat: 'north-adviser', kind: 'remarks' }))
      .records(floorGiven('north-adviser', 'remarks', 600))
  })

  it('may invite an officer or an observer to speak, never an interpreter or the press', () => {
    for (const seat of ['officer', 'observer']) {
      sitting.when(chair({ type: 'GiveFloor', seat, kind: 'remarks' })).records({
        type: 'FloorGiven',
        turn: 't1',
        item: 'open-topic',
        seat,
        kind: 'remarks',
        limitSeconds: 600,
      })
    }
    for (const seat of ['interpreter', 'north-press', 'north-secretary']) {
      sitting
        .when(chair({ type: 'GiveFloor', seat, kind: 'remarks' }))
        .refuses({ code: 'not-entitled', needs: 'speaker' })
    }
    sitting
      .when(chair({ type: 'GiveFloor', seat: 'ghost', kind: 'remarks' }))
      .refuses({ code: 'seat-unknown', seat: 'ghost' })
  })

  it('holds the kinds of turn and the rights of reply to the same rules as the list', () => {
    sitting
      .when(chair({ type: 'GiveFloor', seat: 'north-head', kind: 'point-of-order' }))
      .refuses({ code: 'kind-not-requestable', kind: 'point-of-order' })
    const give = chair({ type: 'GiveFloor', seat: 'north-head', kind: 'right-of-reply' })
    const end = chair({ type: 'EndTurn' })
    sitting.after(give, end, give, end).when(give).refuses({ code: 'right-of-reply-used', allowed: 2 })
  })

  it('gives it to one at a time', () => {
    waiting
      .after(chair({ type: 'GiveFloor' }))
      .when(chair({ type: 'GiveFloor' }))
      .refuses({ code: 'floor-taken', by: 'north-head' })
  })

  it('needs an item people speak under', () => {
    given(meetingDecider, ...opened())
      .when(chair({ type: 'GiveFloor' }))
      .refuses({ code: 'no-item-taken-up' })
    for (const item of ['messages', 'break']) {
      under(item)
        .when(chair({ type: 'GiveFloor', seat: 'north-head', kind: 'statement' }))
        .refuses({ code: 'wrong-item-kind', needs: 'topic' })
    }
  })

  it('keeps an exchange between its two people', () => {
    const exchange = under('exchange')
    exchange
      .when(chair({ type: 'GiveFloor', seat: 'north-head', kind: 'exchange', departure: 'Wants in' }))
      .refuses({ code: 'not-party-to-the-exchange' })
    const second = exchange.after(chair({ type: 'GiveFloor' }), chair({ type: 'EndTurn' }))
    expect(second.after(chair({ type: 'GiveFloor' })).state.turn?.seat).toBe('south-regional')
  })

  it('gives the time the chair has set for the kind under this item', () => {
    const set = waiting.after(chair({ type: 'SetTimeLimit', kind: 'statement', limitSeconds: 120 }))
    expect(set.after(chair({ type: 'GiveFloor' })).state.turn?.limitSeconds).toBe(120)
  })
})

const read = (at = START) => [chair({ type: 'CallMessage' }, at), chair({ type: 'EndTurn' }, at)]

describe('calling a message', () => {
  const reading = under('messages')

  it('has the host’s message read first, by its reader', () => {
    reading.when(chair({ type: 'CallMessage' })).records({
      type: 'FloorGiven',
      turn: 't1',
      item: 'messages',
      seat: 'north-head',
      delegation: 'north',
      kind: 'message',
      limitSeconds: 900,
      message: 'north-letter',
    })
  })

  it('records the reading with the end of the turn, so that it can be read alone', () => {
    reading
      .after(chair({ type: 'CallMessage' }, START))
      .when(act('north-head', { type: 'YieldFloor' }, START + 90_000))
      .records(
        { type: 'FloorReturned', turn: 't1', usedMs: 90_000, overtimeMs: 0, ended: 'by-speaker' },
        {
          type: 'MessageReadOut',
          message: 'north-letter',
          form: 'letter',
          author: {
            name: {
              zh: 'Author of north-letter',
              ru: 'Author of north-letter',
              en: 'Author of north-letter',
            },
          },
          delegation: 'north',
          seat: 'north-head',
          turn: 't1',
        },
      )
  })

  it('departs from the order only with a reason', () => {
    reading
      .when(chair({ type: 'CallMessage', message: 'south-letter' }))
      .refuses({ code: 'out-of-order', next: 'north-head' })
    const departed = reading.after(
      chair({ type: 'CallMessage', message: 'south-letter', departure: 'The line is unstable' }),
    )
    expect(departed.state.turn).toMatchObject({ seat: 'south-head', departure: 'The line is unstable' })
  })

  it('takes the next by name without a reason', () => {
    expect(reading.when(chair({ type: 'CallMessage', message: 'north-letter' })).decision.ok).toBe(true)
  })

  it('reads each message once', () => {
    const one = reading.after(...read())
    one
      .when(chair({ type: 'CallMessage', message: 'north-letter' }))
      .refuses({ code: 'message-read', message: 'north-letter' })
    one
      .after(...read())
      .when(chair({ type: 'CallMessage' }))
      .refuses({ code: 'no-message-left' })
  })

  it('knows the messages received and no others', () => {
    reading
      .when(chair({ type: 'CallMessage', message: 'ghost' }))
      .refuses({ code: 'message-unknown', message: 'ghost' })
  })

  it('needs its reader', () => {
    const left = reading.after(act('north-desk', { type: 'WithdrawAccreditation', seat: 'north-head' }))
    left
      .when(chair({ type: 'CallMessage', message: 'north-letter' }))
      .refuses({ code: 'seat-unknown', seat: 'north-head' })
    expect(left.after(chair({ type: 'CallMessage' })).state.turn?.message).toBe('south-letter')
  })

  it('happens while the floor is free, under an item for messages', () => {
    reading
      .after(chair({ type: 'CallMessage' }))
      .when(chair({ type: 'CallMessage' }))
      .refuses({ code: 'floor-taken', by: 'north-head' })
    sitting.when(chair({ type: 'CallMessage' })).refuses({ code: 'wrong-item-kind', needs: 'messages' })
    given(meetingDecider, ...opened())
      .when(chair({ type: 'CallMessage' }))
      .refuses({ code: 'no-item-taken-up' })
  })

  it('follows the order received under rules that say so', () => {
    const un = under('messages', 'un-family/1')
    expect(un.after(chair({ type: 'CallMessage' })).state.turn?.message).toBe('south-letter')
  })

  it('takes a message that arrives late, after the others of its side', () => {
    const late = given(
      meetingDecider,
      ...opened(),
      message('late', 'north', 'guest'),
      accredited('guest', 'delegate', 'north'),
    )
      .after(chair({ type: 'TakeUpItem', item: 'messages' }), ...read())
      .after(chair({ type: 'CallMessage' }))
    expect(late.state.turn?.message).toBe('late')
  })
})
