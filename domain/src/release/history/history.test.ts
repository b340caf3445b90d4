import { describe, expect, it } from 'vitest'
import type { Recorded } from '../../decider.ts'
import { ReleaseEvent } from '../events.ts'
import { evolveRelease } from '../evolve.ts'
import { expressionHash } from '../expression-hash.ts'
import { initialReleases } from '../state.ts'
import type { Releases } from '../state.ts'
import recorded from './events.json' with { type: 'json' }

/* Every shape of event that was ever recorded. A shape is added here when it is first recorded and never taken away. */

const fold = (events: readonly ReleaseEvent[]): Releases =>
  events
    .map((event, seq): Recorded<ReleaseEvent> => ({
      seq,
      at: 1_700_000_000_000 + seq,
      by: { seat: 'desk' },
      event,
    }))
    .reduce(evolveRelease, initialReleases)
const parsed = recorded.map((one) => ReleaseEvent.parse(one))

describe('every event ever recorded', () => {
  it('still parses, to exactly what was written', () => {
    expect(parsed).toEqual(recorded)
  })

  it('has an example of each type there is, and of no other', () => {
    expect(new Set(recorded.map((one) => one.type))).toEqual(
      new Set<string>(ReleaseEvent.options.map(({ shape }) => shape.type.value)),
    )
  })

  it('is taken alone and at any moment, by who may see only a part of the log', () => {
    for (const [index, event] of parsed.entries()) {
      expect(() => fold([event])).not.toThrow()
      expect(() => fold(parsed.toSpliced(index, 1))).not.toThrow()
    }
  })

  it('still folds to the editions it made, under the addresses they have', () => {
    const version = fold(parsed).versions['main/zh']
    expect(version).toMatchObject({ revision: 2, withdrawn: { cause: 'parties-request' } })
    expect(version?.editions.map(({ edition }) => edition)).toEqual([1, 2])
    for (const { expression, hash } of version?.editions ?? []) expect(expressionHash(expression)).toBe(hash)
  })
})
