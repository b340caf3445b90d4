import type { EventPage, LeafOnWire, ParleyClient } from '@parley/client/parley-client'
import { describe, expect, it } from 'vitest'
import { tellPast } from './past.ts'

const LOG = 'meeting/river/first'

const leaf = (seq: number): LeafOnWire => ({
  v: 1,
  log: LOG,
  seq,
  at: 1_900_000_000_000,
  type: 'MeetingOpened',
  by: { seat: 'officer' },
  data: {},
})

/** A log that answers with these pages, one after the other, and notes from where each was asked for. */
const answering = (...pages: readonly (EventPage | 'refused')[]) => {
  const asked: number[] = []
  const events: ParleyClient['events'] = (_log, from) => {
    const page = pages[asked.length]
    asked.push(from)
    return Promise.resolve(
      page === undefined || page === 'refused'
        ? { ok: false, problem: { status: 0, code: 'unreachable', cause: '' } }
        : { ok: true, value: page },
    )
  }
  return { asked, events }
}

const told = async (events: ParleyClient['events']) => {
  const seqs: number[] = []
  const from = await tellPast(events, LOG, ({ seq }) => seqs.push(seq))
  return { seqs, from }
}

describe('the past of a log', () => {
  it('is told page by page, and is followed from where the last page ended', async () => {
    const { asked, events } = answering(
      { size: 5, next: 3, leaves: [leaf(0), leaf(1), leaf(2)] },
      { size: 6, next: 6, leaves: [leaf(3), leaf(5)] },
    )
    expect(await told(events)).toEqual({ seqs: [0, 1, 2, 3, 5], from: 6 })
    expect(asked).toEqual([0, 3])
  })

  it('is over at once for an empty log', async () => {
    const { asked, events } = answering({ size: 0, next: 0, leaves: [] })
    expect(await told(events)).toEqual({ seqs: [], from: 0 })
    expect(asked).toEqual([0])
  })

  it('goes on where leaves are hidden from the seat', async () => {
    const { events } = answering(
      { size: 2000, next: 1000, leaves: [] },
      { size: 2000, next: 2000, leaves: [leaf(1999)] },
    )
    expect(await told(events)).toEqual({ seqs: [1999], from: 2000 })
  })

  it('leaves what a refused page would have held to the live line', async () => {
    const { events } = answering({ size: 5, next: 3, leaves: [leaf(0)] }, 'refused')
    expect(await told(events)).toEqual({ seqs: [0], from: 3 })
  })
})
