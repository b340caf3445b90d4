import { isEntitled } from '@parley/domain/meeting/entitlement'
import type { Meeting } from '@parley/domain/meeting/state'
import type { Role } from '@parley/domain/meeting/things'
import { decideProceedings, evolveProceedings, type Proceedings } from '@parley/domain/proceedings'
import type { ProceedingsCommand } from '@parley/domain/proceedings/events'
import type { Refusal } from '@parley/domain/refusal'
import type { Instant } from '@parley/domain/words/identity'
import { isAllowed, refusalOf } from '../../app/permission.ts'

/** Somebody who looks at the desk, and when. */
export type Asker = { readonly proceedings: Proceedings; readonly seat: string; readonly at: Instant }

/** Refusals that say who may act and when, whatever the act says in detail. */
const STANDING: ReadonlySet<Refusal['code']> = new Set([
  'not-entitled',
  'meeting-unknown',
  'meeting-adjourned',
  'meeting-already-open',
])

const mayStand = ({ proceedings, seat, at }: Asker, command: ProceedingsCommand): boolean => {
  const refusal = refusalOf(proceedings, seat, command, at)
  return refusal === undefined || !STANDING.has(refusal.code)
}

const SOMETHING = { en: 'x' }
const NOBODY = { name: SOMETHING }

/** What the rules let a seat prepare; each asked of the rules with an act of that kind. */
export const mayPrepare = (asker: Asker) => ({
  theme: (delegation?: string): boolean =>
    mayStand(asker, {
      type: 'RewordTheme',
      theme: SOMETHING,
      ...(delegation === undefined ? {} : { delegation }),
    }),
  time: mayStand(asker, { type: 'RescheduleMeeting', startsAt: asker.at }),
  people: (delegation: string | undefined): boolean =>
    mayStand(asker, {
      type: 'AccreditPerson',
      seat: 'x',
      role: 'press',
      person: NOBODY,
      ...(delegation === undefined ? {} : { delegation }),
    }),
  chair: mayStand(asker, { type: 'AppointChair', seats: ['x'] }),
  agenda: mayStand(asker, { type: 'RemoveItem', item: 'x' }),
  messages: (delegation: string): boolean =>
    mayStand(asker, {
      type: 'ReceiveMessage',
      message: { id: 'x', form: 'letter', author: NOBODY, delegation, reader: 'x' },
    }),
  documents: (delegation: string | undefined): boolean =>
    mayStand(asker, {
      type: 'DepositDocument',
      document: { id: 'x', title: SOMETHING, ...(delegation === undefined ? {} : { delegation }) },
    }),
  texts: mayStand(asker, { type: 'OpenText', text: 'x', title: SOMETHING }),
  invite: (delegation: string | undefined): boolean =>
    mayInvite(asker.proceedings.meeting, asker.seat, delegation),
})

export type MayPrepare = ReturnType<typeof mayPrepare>

/** A delegation's people are invited by its own secretariat, all others by any. */
const mayInvite = (meeting: Meeting, seat: string, delegation: string | undefined): boolean =>
  delegation === undefined
    ? isEntitled(meeting, { seat }, 'secretariat')
    : isEntitled(meeting, { seat }, 'secretariat-of-the-delegation', delegation)

const ROLES: readonly Role[] = [
  'head',
  'alternate',
  'delegate',
  'regional',
  'adviser',
  'secretary',
  'press',
  'officer',
  'interpreter',
  'observer',
]

/** The roles the rules would accredit somebody in now, with a delegation or with none. `instead`: whose accreditation ends for it. */
export const rolesFor = (asker: Asker, delegation: string | undefined, instead?: string): readonly Role[] => {
  const { proceedings, seat, at } = asker
  const before =
    instead === undefined
      ? proceedings
      : (afterwards(asker, [{ type: 'WithdrawAccreditation', seat: instead }]).proceedings ?? proceedings)
  return ROLES.filter((role) =>
    isAllowed(
      before,
      seat,
      {
        type: 'AccreditPerson',
        seat: 'x',
        role,
        person: NOBODY,
        ...(delegation === undefined ? {} : { delegation }),
      },
      at,
    ),
  )
}

/** Who the rules would put in the chair now. */
export const mayChair = ({ proceedings, seat, at }: Asker): readonly string[] =>
  Object.keys(proceedings.meeting.people).filter((one) =>
    isAllowed(proceedings, seat, { type: 'AppointChair', seats: [one] }, at),
  )

/** What several acts one after the other lead to, or why the first that would be refused is. */
export const afterwards = (
  { proceedings, seat, at }: Asker,
  commands: readonly ProceedingsCommand[],
): { readonly proceedings?: Proceedings; readonly refusal?: Refusal } => {
  let state = proceedings
  for (const command of commands) {
    const decision = decideProceedings(state, { by: { seat }, at, command })
    if (!decision.ok) return { refusal: decision.refusal }
    for (const event of decision.events) {
      state = evolveProceedings(state, { seq: 0, at, by: { seat }, event })
    }
  }
  return { proceedings: state }
}
