import { ChamberEvent } from '@parley/domain/chamber/events'
import { DialogueEvent } from '@parley/domain/dialogue/events'
import { ProceedingsEvent } from '@parley/domain/proceedings/events'
import type * as z from 'zod'

/** What every event of every log has. */
export type Typed = { readonly type: string }

/** Tells whether a stored leaf is of one of a log's kinds of event. What is in it was parsed when it came in. */
export type Kinds<Event extends Typed> = (stored: Typed) => stored is Event

/** The kinds a schema of events has. */
export const kindsOf = <Event extends Typed>(
  events: z.ZodType<Event> & {
    readonly options: readonly { readonly shape: { readonly type: { readonly value: string } } }[]
  },
): Kinds<Event> => {
  const types = new Set(events.options.map(({ shape }) => shape.type.value))
  return (stored): stored is Event => types.has(stored.type)
}

export const isDialogueEvent = kindsOf<DialogueEvent>(DialogueEvent)
export const isProceedingsEvent = kindsOf<ProceedingsEvent>(ProceedingsEvent)
export const isChamberEvent = kindsOf<ChamberEvent>(ChamberEvent)
