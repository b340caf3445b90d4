import type { Act, Decision } from '../decider.ts'
import { accept, refuse } from '../decider.ts'
import { activeAt, isDelegation, seatOf, secretariatAt } from '../meeting/seats.ts'
import type { Meeting } from '../meeting/state.ts'
import type { Refusal } from '../refusal.ts'
import { SITS_IN_CHAMBER } from '../visibility.ts'
import { exceedsWriting } from '../words/size.ts'
import type { ChamberCommand } from './commands.ts'
import type { ChamberEvent } from './events.ts'
import type { Chamber } from './state.ts'

type Decided = Decision<ChamberEvent, Refusal>

/**
 * What an act in a delegation's chamber leads to. The first act opens the chamber's log. The chamber stays open after
 * adjournment: a delegation goes on consulting among itself.
 */
export const decideChamber = (
  chamber: Chamber,
  { by, command }: Act<ChamberCommand>,
  meeting: Meeting,
  delegation: string,
): Decided => {
  if (meeting.phase === 'none') return refuse({ code: 'meeting-unknown' })
  const seat = seatOf(by)
  if (seat === undefined || !sitsInChamber(meeting, seat, delegation)) {
    return refuse({ code: 'chamber-closed-to-you' })
  }
  if (exceedsWriting(command)) return refuse({ code: 'text-too-large' })
  const opening: readonly ChamberEvent[] =
    chamber.delegation === '' ? [{ type: 'ChamberOpened', meeting: meeting.meeting, delegation }] : []
  switch (command.type) {
    case 'PassWord':
      return accept(...opening, { type: 'WordPassed', seat, body: command.body })
    case 'BeginDraft': {
      const { type: _type, ...draft } = command
      return chamber.drafts.get(draft.draft) === undefined
        ? accept(...opening, { type: 'DraftBegun', ...draft, seat })
        : refuse({ code: 'draft-exists', draft: draft.draft })
    }
    case 'KeepDraft': {
      const { draft, text, block, body } = command
      if (chamber.drafts.get(draft)?.proposal !== undefined) return refuse({ code: 'draft-tabled', draft })
      if (Object.keys(body).length === 0) return refuse({ code: 'body-empty' })
      return accept(...opening, { type: 'DraftKept', draft, text, block, seat, body })
    }
    case 'DropDraft':
      return chamber.drafts.get(command.draft) === undefined
        ? refuse({ code: 'draft-unknown', draft: command.draft })
        : accept(...opening, { type: 'DraftDropped', draft: command.draft, seat })
    case 'CloseDraft': {
      const { draft, proposal } = command
      const known = chamber.drafts.get(draft)
      if (known === undefined) return refuse({ code: 'draft-unknown', draft })
      if (known.proposal !== undefined) return refuse({ code: 'draft-tabled', draft })
      return accept(...opening, { type: 'DraftClosed', draft, proposal, seat })
    }
  }
}

/** Whether a seat belongs in a delegation's chamber: its own people but its press officer, and its party's secretariat. Nobody else ever. */
export const sitsInChamber = (meeting: Meeting, seat: string, delegation: string): boolean => {
  if (!isDelegation(meeting, delegation)) return false
  const person = activeAt(meeting, seat)
  if (person === undefined) return secretariatAt(meeting, seat)?.party === delegation
  return person.delegation === delegation && SITS_IN_CHAMBER[person.role]
}
