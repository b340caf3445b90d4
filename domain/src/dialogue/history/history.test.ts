import { describe, expect, it } from 'vitest'
import type { Recorded } from '../../decider.ts'
import { DialogueEvent } from '../events.ts'
import { evolveDialogue } from '../evolve.ts'
import { initialDialogue } from '../state.ts'
import type { Dialogue } from '../state.ts'
import recorded from './events.json' with { type: 'json' }

/* Every shape of event that was ever recorded. A shape is added here when it is first recorded and never taken away. */

const fold = (events: readonly DialogueEvent[]): Dialogue =>
  events
    .map((event, seq): Recorded<DialogueEvent> => ({
      seq,
      at: 1_700_000_000_000 + seq,
      by: { seat: 'desk' },
      event,
    }))
    .reduce(evolveDialogue, initialDialogue)
const parsed = recorded.map((one) => DialogueEvent.parse(one))

describe('every event ever recorded', () => {
  it('still parses, to exactly what was written', () => {
    expect(parsed).toEqual(recorded)
  })

  it('has an example of each type there is, and of no other', () => {
    expect(new Set(recorded.map((one) => one.type))).toEqual(
      new Set<string>(DialogueEvent.options.map(({ shape }) => shape.type.value)),
    )
  })

  it('is taken alone and at any moment, by who may see only a part of the log', () => {
    for (const [index, event] of parsed.entries()) {
      expect(() => fold([event])).not.toThrow()
      expect(() => fold(parsed.toSpliced(index, 1))).not.toThrow()
    }
  })

  it('still folds to the dialogue it was', () => {
    expect(fold(parsed)).toMatchObject({
      founded: true,
      rulePack: 'un-family/1',
      secretariats: [{ seat: 'north-desk' }, { seat: 'south-desk' }],
      meetings: [{ meeting: 'third', number: 3, host: 'north' }],
    })
  })
})
