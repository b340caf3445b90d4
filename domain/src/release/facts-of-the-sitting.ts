import type { AgendaItem } from '../meeting/things.ts'
import type { ItemFact, MessageFact, PersonFact, SpeakerFact } from './facts.ts'
import { ascending } from './told.ts'
import type { Told } from './told.ts'

const END = Number.POSITIVE_INFINITY

/** The head accredited last whose accreditation was not withdrawn before the meeting ended. */
export const headFact = (record: Told, delegation: string): PersonFact | undefined => {
  const ended = record.of('MeetingAdjourned')[0]?.seq ?? END
  const head = record.of('PersonAccredited').findLast(({ event, seq }) => {
    if (event.role !== 'head' || event.delegation !== delegation || seq > ended) return false
    return !record
      .of('AccreditationWithdrawn')
      .some((gone) => gone.event.seat === event.seat && gone.seq > seq && gone.seq < ended)
  })
  return head === undefined ? undefined : record.personAt(head.event.seat, head.seq + 1)
}

/** Who presided last, in the order appointed. */
export const chairFacts = (record: Told): readonly PersonFact[] => {
  const appointed = record.of('ChairAppointed').at(-1)
  return (appointed?.event.seats ?? []).flatMap((seat) => {
    const person = record.personAt(seat, END)
    return person === undefined || appointed === undefined
      ? []
      : [{ ...person, seqs: ascending(...person.seqs, appointed.seq) }]
  })
}

export const messageFacts = (record: Told): readonly MessageFact[] =>
  record.of('MessageReadOut').flatMap(({ seq, event }) => {
    const reader = record.personAt(event.seat, seq)
    if (reader === undefined) return []
    const { message, form, author, delegation } = event
    return [{ message, form, author, delegation, reader, seqs: [seq] }]
  })

export const agendaFacts = (record: Told): readonly ItemFact[] => {
  const items = new Map<string, ItemFact>()
  for (const { seq, event } of record.of('ItemTakenUp')) {
    const worded = wordingOf(record, event.item)
    const known = items.get(event.item)
    if (worded === undefined) continue
    items.set(event.item, {
      item: event.item,
      kind: worded.item.kind,
      title: worded.item.title,
      speakers: speakerFacts(record, event.item),
      seqs: ascending(...(known?.seqs ?? []), worded.seq, seq),
    })
  }
  return [...items.values()]
}

/** The item as last placed or amended. */
const wordingOf = (
  record: Told,
  item: string,
): { readonly item: AgendaItem; readonly seq: number } | undefined => {
  const worded = [...record.of('ItemPlaced'), ...record.of('ItemAmended')]
    .filter(({ event }) => event.item.id === item)
    .toSorted((one, other) => one.seq - other.seq)
    .at(-1)
  return worded === undefined ? undefined : { item: worded.event.item, seq: worded.seq }
}

/** Turns count once they are over; a point of order is not a speech under the item. */
const speakerFacts = (record: Told, item: string): readonly SpeakerFact[] => {
  const speakers = new Map<string, SpeakerFact>()
  const returned = new Map(record.of('FloorReturned').map(({ seq, event }) => [event.turn, seq]))
  for (const { seq, event } of record.of('FloorGiven')) {
    const over = returned.get(event.turn)
    const person = record.personAt(event.seat, seq)
    if (event.item !== item || event.kind === 'point-of-order') continue
    if (over === undefined || person === undefined) continue
    const known = speakers.get(event.seat)
    speakers.set(event.seat, {
      ...(known ?? person),
      kinds: [...new Set([...(known?.kinds ?? []), event.kind])],
      seqs: ascending(...(known?.seqs ?? person.seqs), seq, over),
    })
  }
  return [...speakers.values()]
}
