import { describe, expect, it } from 'vitest'
import type { Recorded } from '../../decider.ts'
import { ChamberEvent } from '../events.ts'
import { evolveChamber } from '../evolve.ts'
import { initialChamber, keptDrafts } from '../state.ts'
import type { Chamber } from '../state.ts'
import recorded from './events.json' with { type: 'json' }

/* Every shape of event that was ever recorded. A shape is added here when it is first recorded and never taken away. */

const fold = (events: readonly ChamberEvent[]): Chamber =>
  events
    .map((event, seq): Recorded<ChamberEvent> => ({
      seq,
      at: 1_700_000_000_000 + seq,
      by: { seat: 'desk' },
      event,
    }))
    .reduce(evolveChamber, initialChamber)
const parsed = recorded.map((one) => ChamberEvent.parse(one))

describe('every event ever recorded', () => {
  it('still parses, to exactly what was written', () => {
    expect(parsed).toEqual(recorded)
  })

  it('has an example of each type there is, and of no other', () => {
    expect(new Set(recorded.map((one) => one.type))).toEqual(
      new Set<string>(ChamberEvent.options.map(({ shape }) => shape.type.value)),
    )
  })

  it('is taken alone and at any moment, by who may see only a part of the log', () => {
    for (const [index, event] of parsed.entries()) {
      expect(() => fold([event])).not.toThrow()
      expect(() => fold(parsed.toSpliced(index, 1))).not.toThrow()
    }
  })

  it('still folds to the chamber it was', () => {
    const chamber = fold(parsed)
    expect(chamber).toMatchObject({ meeting: 'third', delegation: 'north' })
    expect(chamber.words.map(({ seat }) => seat)).toEqual(['north-adviser'])
    expect(keptDrafts(chamber).map(({ draft, proposal }) => [draft, proposal])).toEqual([
      ['d2', 'p2'],
      ['d3', undefined],
    ])
  })
})
