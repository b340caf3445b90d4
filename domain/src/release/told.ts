import type { Recorded } from '../decider.ts'
import type { ProceedingsEvent } from '../proceedings/events.ts'
import type { Person } from '../words/identity.ts'
import type { PersonFact } from './facts.ts'

type Type = ProceedingsEvent['type']
export type ToldEvent<Name extends Type> = Recorded<Extract<ProceedingsEvent, { type: Name }>>

/** A meeting's record laid out for asking what it tells. */
export type Told = {
  /** The events of one type, in the order they happened. */
  readonly of: <Name extends Type>(type: Name) => readonly ToldEvent<Name>[]
  /** Who sat at a seat just before an event: as last accredited, else as the secretariat's. */
  readonly personAt: (seat: string, before: number) => PersonFact | undefined
}

export const told = (events: Iterable<Recorded<ProceedingsEvent>>): Told => {
  const record = [...events]
  const of = <Name extends Type>(type: Name): readonly ToldEvent<Name>[] =>
    record.filter((one): one is ToldEvent<Name> => one.event.type === type)
  const accredited = of('PersonAccredited')
  const secretariats: readonly { readonly seat: string; readonly person: Person; readonly seq: number }[] = [
    ...of('MeetingConvened').flatMap(({ seq, event }) => event.secretariats.map((one) => ({ ...one, seq }))),
    ...of('SecretariatJoined').map(({ seq, event }) => ({ ...event, seq })),
  ]
  const personAt = (seat: string, before: number): PersonFact | undefined => {
    const last = accredited.findLast((one) => one.seq < before && one.event.seat === seat)
    if (last !== undefined) {
      const { role, person, delegation } = last.event
      return { seat, role, person, ...(delegation === undefined ? {} : { delegation }), seqs: [last.seq] }
    }
    const desk = secretariats.findLast((one) => one.seq < before && one.seat === seat)
    return desk === undefined ? undefined : { seat, person: desk.person, seqs: [desk.seq] }
  }
  return { of, personAt }
}

/** Sequence numbers ascending, each once. */
export const ascending = (...seqs: readonly number[]): readonly number[] =>
  [...new Set(seqs)].toSorted((one, other) => one - other)
