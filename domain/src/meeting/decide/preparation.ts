import { accept, refuse, unreachable } from '../../decider.ts'
import type { CommandOf } from '../commands.ts'
import type { MeetingEvent } from '../events.ts'
import { activeAt, CHAIRING_ROLES, currentItem, headOf, personAt, secretariatAt } from '../seats.ts'
import type { Meeting } from '../state.ts'
import type { Role } from '../things.ts'
import type { Circumstances, MeetingDecision } from './circumstances.ts'
import { endOfTurn } from './end-of-turn.ts'

export type PreparationCommand = CommandOf<
  | 'RewordTheme'
  | 'RescheduleMeeting'
  | 'AccreditPerson'
  | 'WithdrawAccreditation'
  | 'AppointChair'
  | 'ReceiveMessage'
  | 'DepositDocument'
>

export const decidePreparation = (
  meeting: Meeting,
  command: PreparationCommand,
  { at }: Circumstances,
): MeetingDecision => {
  switch (command.type) {
    case 'RewordTheme':
      return accept({ ...command, type: 'ThemeReworded' })
    case 'RescheduleMeeting':
      return accept({ ...command, type: 'MeetingRescheduled' })
    case 'AccreditPerson':
      return accreditPerson(meeting, command)
    case 'WithdrawAccreditation':
      return withdrawAccreditation(meeting, command.seat, at)
    case 'AppointChair':
      return appointChair(meeting, command)
    case 'ReceiveMessage':
      return receiveMessage(meeting, command)
    case 'DepositDocument':
      if (meeting.documents.some((one) => one.id === command.document.id)) {
        return refuse({ code: 'document-exists', document: command.document.id })
      }
      return accept({ ...command, type: 'DocumentDeposited' })
  }
  return unreachable(command)
}

/** Whether a role goes with a delegation. The press may come with one side or with none. */
const DELEGATION: Readonly<Record<Role, 'needed' | 'none' | 'either'>> = {
  head: 'needed',
  alternate: 'needed',
  delegate: 'needed',
  regional: 'needed',
  adviser: 'needed',
  secretary: 'needed',
  press: 'either',
  interpreter: 'none',
  officer: 'none',
  observer: 'none',
}

const accreditPerson = (meeting: Meeting, command: CommandOf<'AccreditPerson'>): MeetingDecision => {
  const { seat, delegation, role } = command
  const rule = DELEGATION[role]
  if (rule === 'needed' && delegation === undefined) return refuse({ code: 'role-needs-delegation', role })
  if (rule === 'none' && delegation !== undefined) return refuse({ code: 'role-without-delegation', role })
  const before = personAt(meeting, seat)
  if (before?.active === true || secretariatAt(meeting, seat) !== undefined) {
    return refuse({ code: 'seat-taken', seat })
  }
  if (before !== undefined && before.delegation !== delegation) {
    return refuse({ code: 'seat-of-another-delegation', seat })
  }
  if (role === 'head' && delegation !== undefined && headOf(meeting, delegation) !== undefined) {
    return refuse({ code: 'head-already-accredited', delegation })
  }
  return accept({ ...command, type: 'PersonAccredited' })
}

/** Whoever leaves gives back the floor and the places on the list, on the record, before the accreditation ends. */
const withdrawAccreditation = (meeting: Meeting, seat: string, at: number): MeetingDecision => {
  if (activeAt(meeting, seat) === undefined) return refuse({ code: 'seat-unknown', seat })
  const events: MeetingEvent[] = []
  if (meeting.turn?.seat === seat) events.push(...endOfTurn(meeting, meeting.turn, at, 'by-withdrawal'))
  for (const { request, seat: asking } of currentItem(meeting)?.requests ?? []) {
    if (asking === seat) events.push({ type: 'RequestWithdrawn', request })
  }
  return accept(...events, { type: 'AccreditationWithdrawn', seat })
}

const appointChair = (meeting: Meeting, command: CommandOf<'AppointChair'>): MeetingDecision => {
  const seats = [...new Set(command.seats)]
  for (const seat of seats) {
    const person = activeAt(meeting, seat)
    if (person === undefined) return refuse({ code: 'seat-unknown', seat })
    if (!CHAIRING_ROLES.includes(person.role)) return refuse({ code: 'not-entitled', needs: 'chair' })
  }
  return accept({ type: 'ChairAppointed', seats })
}

/** The reader may be accredited later; one accredited already must not sit with another delegation than the author's. */
const receiveMessage = (meeting: Meeting, command: CommandOf<'ReceiveMessage'>): MeetingDecision => {
  const { id, delegation, reader } = command.message
  if (meeting.messages.some((one) => one.message.id === id)) {
    return refuse({ code: 'message-exists', message: id })
  }
  const side = activeAt(meeting, reader)?.delegation
  if (side !== undefined && side !== delegation) {
    return refuse({ code: 'seat-of-another-delegation', seat: reader })
  }
  return accept({ ...command, type: 'MessageReceived' })
}
