import type { Meeting } from '@parley/domain/meeting/state'
import { lookup } from '@parley/domain/words/lookup'
import type { Principal } from '@parley/protocol/address'
import type { PartAtMeeting, SeatCard } from '@parley/protocol/arrival'
import type { Logs } from './logs.ts'

/**
 * Who a seat is, for whoever holds an invitation to it or sits in it, and what meeting it is at. Whoever still has to be
 * admitted is told no more: their part in the meeting stands on the card only `inFull`.
 */
export const seatCard = async (
  logs: Logs,
  { dialogue, meeting, seat }: Principal,
  inFull: boolean,
): Promise<SeatCard | undefined> => {
  const { state } = await logs.dialogue(dialogue)
  const place = {
    dialogueName: state.name,
    languages: [...state.languages],
    parties: state.parties.map(({ id, name, side, city, timeZone }) => ({ id, name, side, city, timeZone })),
  }
  if (meeting === undefined) {
    const secretariat = state.secretariats.find((one) => one.seat === seat)
    if (secretariat === undefined) return undefined
    return { ...place, person: secretariat.person, delegation: secretariat.party, parts: [] }
  }
  const at = (await logs.meeting(dialogue, meeting)).state.meeting
  const accredited = lookup(at.people, seat)
  if (accredited?.active !== true || at.phase === 'none') return undefined
  const { person, role, delegation } = accredited
  return {
    ...place,
    languages: [...at.languages],
    parties: at.delegations.map(({ id, name, side, city, timeZone }) => ({ id, name, side, city, timeZone })),
    person,
    role,
    delegation,
    meeting: { number: at.number, theme: at.theme, startsAt: at.startsAt, mode: at.mode, phase: at.phase },
    parts: inFull ? partsOf(at, seat) : [],
  }
}

/** Where a seat is named: in the chair, to read a message, to speak under an item, in an exchange. */
const partsOf = (meeting: Meeting, seat: string): PartAtMeeting[] => [
  ...(meeting.chair.includes(seat) ? [{ kind: 'chair' } as const] : []),
  ...meeting.messages.flatMap(({ message }) =>
    message.reader === seat ? [{ kind: 'reader', author: message.author.name } as const] : [],
  ),
  ...meeting.agenda.flatMap(({ item }) => partUnder(meeting, item, seat)),
]

const partUnder = (
  meeting: Meeting,
  item: Meeting['agenda'][number]['item'],
  seat: string,
): readonly PartAtMeeting[] => {
  switch (item.kind) {
    case 'topic':
    case 'remarks':
      return item.speakers?.includes(seat) === true ? [{ kind: 'speaker', item: item.title }] : []
    case 'exchange': {
      const other = item.between.find((one) => one !== seat)
      if (!item.between.includes(seat) || other === undefined) return []
      return [{ kind: 'exchange', item: item.title, with: lookup(meeting.people, other)?.person.name ?? {} }]
    }
    case 'messages':
    case 'text':
    case 'adoption':
    case 'signature':
    case 'break':
      return []
  }
}
