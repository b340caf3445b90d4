import { unreachable } from '../../decider.ts'
import { lookup } from '../../words/lookup.ts'
import type { EventOf } from '../events.ts'
import { itemAt } from '../seats.ts'
import type { ItemState, Meeting } from '../state.ts'
import type { AgendaItem } from '../things.ts'
import { initialMeeting } from './initial-meeting.ts'
import { withItem } from './with-item.ts'

export type PreparationEvent = EventOf<
  | 'MeetingConvened'
  | 'ThemeReworded'
  | 'MeetingRescheduled'
  | 'SecretariatJoined'
  | 'SecretariatLeft'
  | 'PersonAccredited'
  | 'AccreditationWithdrawn'
  | 'ChairAppointed'
  | 'ItemPlaced'
  | 'ItemAmended'
  | 'ItemMoved'
  | 'ItemRemoved'
  | 'MessageReceived'
  | 'DocumentDeposited'
>

export const evolvePreparation = (meeting: Meeting, event: PreparationEvent): Meeting => {
  switch (event.type) {
    case 'MeetingConvened':
      return convened(event)
    case 'ThemeReworded':
      if (event.delegation === undefined) return { ...meeting, theme: event.theme }
      return { ...meeting, themeOf: { ...meeting.themeOf, [event.delegation]: event.theme } }
    case 'MeetingRescheduled':
      return { ...meeting, startsAt: event.startsAt }
    case 'SecretariatJoined': {
      const { type: _type, ...secretariat } = event
      const others = meeting.secretariats.filter((one) => one.seat !== event.seat)
      return { ...meeting, secretariats: [...others, secretariat] }
    }
    case 'SecretariatLeft':
      return { ...meeting, secretariats: meeting.secretariats.filter((one) => one.seat !== event.seat) }
    case 'PersonAccredited': {
      const { type: _type, ...person } = event
      return { ...meeting, people: { ...meeting.people, [event.seat]: { ...person, active: true } } }
    }
    case 'AccreditationWithdrawn':
      return withdrawn(meeting, event.seat)
    case 'ChairAppointed':
      return { ...meeting, chair: event.seats }
    case 'ItemPlaced':
      return { ...meeting, agenda: meeting.agenda.toSpliced(event.position, 0, ahead(event.item)) }
    case 'ItemAmended':
      return withItem(meeting, event.item.id, (item) => ({ ...item, item: event.item }))
    case 'ItemMoved': {
      const moved = itemAt(meeting, event.item)
      if (moved === undefined) return meeting
      const others = meeting.agenda.filter((one) => one !== moved)
      return { ...meeting, agenda: others.toSpliced(event.position, 0, moved) }
    }
    case 'ItemRemoved':
      return { ...meeting, agenda: meeting.agenda.filter((one) => one.item.id !== event.item) }
    case 'MessageReceived':
      return { ...meeting, messages: [...meeting.messages, { message: event.message, readOut: false }] }
    case 'DocumentDeposited':
      return { ...meeting, documents: [...meeting.documents, event.document] }
  }
  return unreachable(event)
}

const convened = (event: EventOf<'MeetingConvened'>): Meeting => ({
  ...initialMeeting,
  phase: 'convened',
  meeting: event.meeting,
  dialogue: event.dialogue,
  dialogueName: event.dialogueName,
  number: event.number,
  host: event.host,
  theme: event.theme,
  mode: event.mode,
  startsAt: event.startsAt,
  languages: event.languages,
  rulePack: event.rulePack,
  retrospective: event.retrospective,
  delegations: event.delegations,
  secretariats: event.secretariats,
})

/** Someone who has left keeps the name in the record and nothing else: no chair, no place on the list, no presence. */
const withdrawn = (meeting: Meeting, seat: string): Meeting => {
  const person = lookup(meeting.people, seat)
  if (person === undefined) return meeting
  return {
    ...meeting,
    people: { ...meeting.people, [seat]: { ...person, active: false } },
    chair: meeting.chair.filter((one) => one !== seat),
    present: meeting.present.filter((one) => one !== seat),
  }
}

const ahead = (item: AgendaItem): ItemState => ({
  item,
  status: 'ahead',
  list: 'closed',
  requests: [],
  limitSeconds: {},
  spokeLast: undefined,
  rightsOfReply: {},
  takenUpAt: undefined,
  concludedAt: undefined,
})
