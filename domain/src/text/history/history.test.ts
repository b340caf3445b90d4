import { describe, expect, it } from 'vitest'
import type { Recorded } from '../../decider.ts'
import { TextEvent } from '../events.ts'
import { evolveText } from '../evolve.ts'
import { initialTexts } from '../state.ts'
import type { Texts } from '../state.ts'
import { textRoot, versionHash } from '../version.ts'
import recorded from './events.json' with { type: 'json' }

/* Every shape of event that was ever recorded. A shape is added here when it is first recorded and never taken away. */

const fold = (events: readonly TextEvent[]): Texts =>
  events
    .map((event, seq): Recorded<TextEvent> => ({
      seq,
      at: 1_700_000_000_000 + seq,
      by: { seat: 'desk' },
      event,
    }))
    .reduce(evolveText, initialTexts)
const parsed = recorded.map((one) => TextEvent.parse(one))

describe('every event ever recorded', () => {
  it('still parses, to exactly what was written', () => {
    expect(parsed).toEqual(recorded)
  })

  it('has an example of each type there is, and of no other', () => {
    expect(new Set(recorded.map((one) => one.type))).toEqual(
      new Set<string>(TextEvent.options.map(({ shape }) => shape.type.value)),
    )
  })

  it('is taken alone and at any moment, by who may see only a part of the log', () => {
    for (const [index, event] of parsed.entries()) {
      expect(() => fold([event])).not.toThrow()
      expect(() => fold(parsed.toSpliced(index, 1))).not.toThrow()
    }
  })

  it('still folds to the text it was, adopted under the root its blocks have', () => {
    const text = fold(parsed).byId['communique']
    expect(text).toMatchObject({ order: ['water', 'next'], adopted: { pending: [], mode: 'consensus' } })
    const { title, languages, adopted } = text ?? {}
    if (title === undefined || languages === undefined || adopted === undefined)
      throw new Error('not adopted')
    expect(textRoot({ text: 'communique', title, languages, blocks: adopted.blocks })).toBe(adopted.root)
    for (const { kind, body, version } of adopted.blocks) expect(versionHash(kind, body)).toBe(version)
  })
})
