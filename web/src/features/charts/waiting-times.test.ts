import type { ProceedingsEvent } from '@parley/domain/proceedings/events'
import { describe, expect, it } from 'vitest'
import { waitingTimes, waits } from './waiting-times.ts'

const asked = (request: string, delegation: string, inscribed?: true): ProceedingsEvent => ({
  type: 'FloorRequested',
  request,
  item: 'topic',
  seat: `${delegation}-head`,
  delegation,
  kind: 'statement',
  ...(inscribed === undefined ? {} : { inscribed }),
})
const given = (turn: string, delegation: string, request?: string): ProceedingsEvent => ({
  type: 'FloorGiven',
  turn,
  item: 'topic',
  seat: `${delegation}-head`,
  delegation,
  kind: 'statement',
  limitSeconds: 300,
  ...(request === undefined ? {} : { request }),
})
const told = (at: number, event: ProceedingsEvent) => ({ at, event })

describe('waiting for the floor', () => {
  it('is the time from asking to being called', () => {
    const facts = [told(1000, asked('r1', 'north')), told(61_000, given('t1', 'north', 'r1'))]
    expect(waits(facts)).toEqual([{ delegation: 'north', waitedMs: 60_000 }])
  })

  it('is not counted for speakers the agenda names, for those called unasked, nor for those still waiting', () => {
    const facts = [
      told(1000, asked('r1', 'north', true)),
      told(2000, given('t1', 'north', 'r1')),
      told(3000, given('t2', 'south')),
      told(4000, asked('r2', 'south')),
    ]
    expect(waits(facts)).toEqual([])
  })

  it('is summed up per delegation: half waited up to the median', () => {
    const all = [5, 1, 9, 7].map((waitedMs) => ({ delegation: 'south', waitedMs }))
    expect(waitingTimes(all, ['north', 'south'])).toEqual([
      { delegation: 'south', count: 4, medianMs: 5, longestMs: 9 },
    ])
    expect(waitingTimes([{ delegation: 'south', waitedMs: 3 }], ['south'])).toEqual([
      { delegation: 'south', count: 1, medianMs: 3, longestMs: 3 },
    ])
  })
})
