import type { Decision } from '../decider.ts'
import { delegateActing, isEntitled } from '../meeting/entitlement.ts'
import type { Meeting } from '../meeting/state.ts'
import type { Role } from '../meeting/things.ts'
import type { Refusal } from '../refusal.ts'
import type { RulePack } from '../rules/index.ts'
import type { Author, Instant } from '../words/identity.ts'
import type { TextCommand } from './commands.ts'
import type { TextEvent } from './events.ts'
import type { TextState } from './state.ts'

/** What an act on one text finds: the text, the meeting it is before, its rules, who acts and when. */
export type Situation = {
  readonly text: TextState
  readonly meeting: Meeting
  readonly pack: RulePack
  readonly by: Author
  readonly at: Instant
}

export type Command<Type extends TextCommand['type']> = Extract<TextCommand, { type: Type }>
export type Decided = Decision<TextEvent, Refusal>

/** Who speaks on wording for a delegation. */
export const DRAFTING: readonly Role[] = ['head', 'alternate', 'delegate', 'secretary']
/** Who takes a delegation's stance and attaches its statements. */
export const STANDING: readonly Role[] = ['head', 'alternate', 'delegate']
/** Who commits a delegation to a text. */
export const COMMITTING: readonly Role[] = ['head', 'alternate']

/** The delegation the author acts for, if accredited to it in one of these roles. */
export const delegationIn = (meeting: Meeting, by: Author, roles: readonly Role[]): string | undefined => {
  const person = delegateActing(meeting, by)
  return person !== undefined && roles.includes(person.role) ? person.delegation : undefined
}

export const isChair = (meeting: Meeting, by: Author): boolean => isEntitled(meeting, by, 'chair')

/** Why nothing may be proposed, arranged, accepted or certified now. */
export const negotiationClosed = ({ text, meeting }: Situation): Refusal | undefined =>
  notBeforeAll(text) ?? (meeting.phase === 'adjourned' ? { code: 'meeting-adjourned' } : undefined)

/** Why the text cannot be brought to adoption: it is being brought there, or has been. */
export const notBeforeAll = ({ text, adopted, put, silence }: TextState): Refusal | undefined => {
  if (adopted !== undefined) return { code: 'text-adopted', text }
  if (put !== undefined) return { code: 'text-put', text }
  if (silence !== undefined) return { code: 'silence-running', expiresAt: silence.expiresAt }
  return undefined
}

/** Why nothing can be done that only an open meeting does. */
export const notInSession = ({ phase }: Meeting): Refusal | undefined => {
  switch (phase) {
    case 'open':
      return undefined
    case 'suspended':
      return { code: 'meeting-suspended' }
    case 'adjourned':
      return { code: 'meeting-adjourned' }
    case 'convened':
    case 'none':
      return { code: 'meeting-not-open' }
  }
}
