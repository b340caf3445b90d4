import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { given } from '../given.ts'
import type { MeetingEvent } from './events.ts'
import { act, chair, opened, under } from './fictional-meeting.ts'
import { meetingDecider } from './index.ts'
import { nextSpeakers } from './speakers.ts'
import type { Meeting } from './state.ts'
import type { Speech } from './things.ts'

const ask = (seat: string, kind: Speech = 'statement') => act(seat, { type: 'RequestFloor', kind })
const seats = (meeting: Meeting): readonly string[] => nextSpeakers(meeting).map((one) => one.seat)

describe('the order of the list', () => {
  it('is empty between items', () => {
    expect(nextSpeakers(given(meetingDecider, ...opened()).state)).toEqual([])
  })

  it('alternates, the host first, whoever asked first', () => {
    const { state } = under('open-topic').after(
      ask('south-head'),
      ask('south-adviser'),
      ask('south-delegate'),
      ask('north-delegate'),
      ask('north-head'),
    )
    expect(seats(state)).toEqual([
      'north-delegate',
      'south-head',
      'north-head',
      'south-adviser',
      'south-delegate',
    ])
  })

  it('goes on from the delegation that spoke last under this item', () => {
    const { state } = under('open-topic').after(
      ask('north-head'),
      chair({ type: 'GiveFloor' }),
      ask('north-delegate'),
      ask('south-head'),
    )
    expect(seats(state)).toEqual(['south-head', 'north-delegate'])
  })

  it('begins anew with the host under the next item', () => {
    const { state } = under('open-topic').after(
      chair({ type: 'GiveFloor', seat: 'north-head', kind: 'statement' }),
      chair({ type: 'EndTurn' }),
      chair({ type: 'ConcludeItem' }),
      chair({ type: 'TakeUpItem', item: 'topic' }),
    )
    expect(seats(state)).toEqual(['north-delegate', 'south-delegate'])
  })

  it('passes over a delegation nobody waits for', () => {
    const { state } = under('open-topic').after(
      chair({ type: 'GiveFloor', seat: 'north-head', kind: 'statement' }),
      ask('north-delegate'),
    )
    expect(seats(state)).toEqual(['north-delegate'])
  })

  it('goes round in the order of the alternat between three', () => {
    const three = under('open-topic', 'bilateral/1', ['east', 'north', 'south'])
    const waiting = [ask('south-head'), ask('east-head'), ask('north-head'), ask('east-delegate')]
    expect(seats(three.after(...waiting).state)).toEqual([
      'north-head',
      'south-head',
      'east-head',
      'east-delegate',
    ])
    const spoken = three.after(chair({ type: 'GiveFloor', seat: 'south-adviser', kind: 'statement' }))
    expect(seats(spoken.after(...waiting).state)).toEqual([
      'east-head',
      'north-head',
      'south-head',
      'east-delegate',
    ])
  })

  it('is the order of asking under United Nations rules, rights of reply last', () => {
    const { state } = under('open-topic', 'un-family/1').after(
      ask('south-head', 'right-of-reply'),
      ask('south-delegate'),
      ask('south-adviser'),
      ask('north-head'),
    )
    expect(seats(state)).toEqual(['south-delegate', 'south-adviser', 'north-head', 'south-head'])
  })

  it('keeps everybody, once, and never lets a delegation speak twice while the next one waits', () => {
    const people = ['head', 'alternate', 'delegate', 'regional', 'adviser'].flatMap((role) =>
      ['north', 'south', 'east'].map((id) => `${id}-${role}`),
    )
    const facts = [
      ...opened('bilateral/1', ['north', 'south', 'east']),
      { type: 'ItemTakenUp', item: 'open-topic' } satisfies MeetingEvent,
    ]
    fc.assert(
      fc.property(fc.shuffledSubarray(people), (asking) => {
        const { state } = given(meetingDecider, ...facts).after(...asking.map((seat) => ask(seat)))
        const order = nextSpeakers(state)
        expect(order.map((one) => one.seat).toSorted()).toEqual(asking.toSorted())
        for (const [index, one] of order.entries()) {
          if (order[index + 1]?.delegation !== one.delegation) continue
          expect(new Set(order.slice(index).map((later) => later.delegation)).size).toBe(1)
        }
      }),
      { numRuns: 60 },
    )
  })
})
