import type { Refusal } from '../../refusal.ts'
import type { Author } from '../../words/identity.ts'
import type { CommandOf } from '../commands.ts'
import { lacking } from '../entitlement.ts'
import { activeAt, seatOf, speaksForDelegation } from '../seats.ts'
import type { Meeting } from '../state.ts'

/** The acts of a speaker that another seat of the delegation may do in the speaker's name, where several share one device. */
export type SpeakersCommand = CommandOf<
  'RequestFloor' | 'WithdrawRequest' | 'YieldFloor' | 'RaisePointOfOrder'
>

/** Whose act it is: the colleague's it names, otherwise of the seat that does it. The record's author is always the latter. */
export const speakerOf = ({ speaker }: SpeakersCommand, by: Author): string | undefined =>
  speaker ?? seatOf(by)

/** Why the author may not do this in the name of `speaker`: heads, alternates and secretaries may, for who speaks for their own delegation. */
export const colleagueRefusal = (meeting: Meeting, by: Author, speaker: string): Refusal | undefined => {
  const own = activeAt(meeting, seatOf(by))?.delegation
  if (own === undefined) return { code: 'not-entitled', needs: 'head-or-alternate' }
  const colleague = activeAt(meeting, speaker)
  if (colleague === undefined) return { code: 'seat-unknown', seat: speaker }
  if (colleague.delegation !== own) return { code: 'seat-of-another-delegation', seat: speaker }
  return (
    lacking(meeting, by, ['head-or-alternate', 'secretariat-of-the-delegation'], own) ??
    (speaksForDelegation(meeting, speaker) ? undefined : { code: 'not-entitled', needs: 'speaker' })
  )
}
