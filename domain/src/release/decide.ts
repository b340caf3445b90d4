import type { Act, Decision } from '../decider.ts'
import { accept, refuse } from '../decider.ts'
import { delegateActing } from '../meeting/entitlement.ts'
import { activeAt, itemAt, seatOf, secretariatAt } from '../meeting/seats.ts'
import type { Meeting } from '../meeting/state.ts'
import type { Refusal } from '../refusal.ts'
import type { Author } from '../words/identity.ts'
import { lookup } from '../words/lookup.ts'
import type { ReleaseCommand } from './commands.ts'
import { publishRelease, withdrawRelease } from './decide-publication.ts'
import type { ReleaseEvent } from './events.ts'
import { joined } from './evolve.ts'
import { expressionHash } from './expression-hash.ts'
import { exceedsWriting } from '../words/size.ts'
import { versionKey } from './state.ts'
import type { LanguageVersion, Releases } from './state.ts'

/** A correction is one passage. */
const CORRECTION_LIMIT_CHARACTERS = 12_000

type Decided = Decision<ReleaseEvent, Refusal>
type Command<Type extends ReleaseCommand['type']> = Extract<ReleaseCommand, { type: Type }>

/** What an act on a release leads to, in the meeting it tells of. */
export const decideRelease = (
  releases: Releases,
  { command, by }: Act<ReleaseCommand>,
  meeting: Meeting,
): Decided => {
  if (meeting.phase === 'none') return refuse({ code: 'meeting-unknown' })
  if (command.type === 'ApprovePosition') return approvePosition(command, by, meeting)
  const delegation = clearingFor(meeting, by)
  if (command.type === 'ClearRelease' || command.type === 'ObjectToRelease') {
    if (delegation === undefined) {
      return refuse({ code: 'not-entitled', needs: 'secretariat-of-the-delegation' })
    }
  } else if (!worksAtTheDesk(meeting, by)) {
    return refuse({ code: 'not-entitled', needs: 'press-or-secretariat' })
  }
  const version = lookup(releases.versions, versionKey(command))
  if (version?.withdrawn !== undefined) return refuse({ code: 'release-withdrawn' })
  if (command.type === 'DraftRelease') return draftRelease(command, version)
  if (version === undefined) return refuse({ code: 'release-unknown' })
  switch (command.type) {
    case 'EditRelease':
      return editRelease(command, version)
    case 'ClearRelease':
    case 'ObjectToRelease':
      return weighRelease(command, version, delegation)
    case 'PublishRelease':
      return publishRelease(command, version, meeting)
    case 'WithdrawRelease':
      return withdrawRelease(command, version)
  }
}

/** Press officers, secretaries of delegations and the dialogue's secretariats work at the release desk. */
const worksAtTheDesk = (meeting: Meeting, by: Author): boolean => {
  const role = activeAt(meeting, seatOf(by))?.role
  return role === 'press' || role === 'secretary' || secretariatAt(meeting, seatOf(by)) !== undefined
}

/** The delegation for which the author clears what is said of the meeting. */
const clearingFor = (meeting: Meeting, by: Author): string | undefined => {
  const person = delegateActing(meeting, by)
  if (person === undefined) return secretariatAt(meeting, seatOf(by))?.party
  switch (person.role) {
    case 'head':
    case 'alternate':
    case 'secretary':
    case 'press':
      return person.delegation
    case 'delegate':
    case 'regional':
    case 'adviser':
    case 'interpreter':
    case 'officer':
    case 'observer':
      return undefined
  }
}

/** A press officer clears a release, and does not state a delegation's position. */
const approvePosition = (command: Command<'ApprovePosition'>, by: Author, meeting: Meeting): Decided => {
  const delegation = activeAt(meeting, seatOf(by))?.role === 'press' ? undefined : clearingFor(meeting, by)
  if (delegation === undefined) {
    return refuse({ code: 'not-entitled', needs: 'secretariat-of-the-delegation' })
  }
  const { item, position } = command
  if (item !== undefined && itemAt(meeting, item) === undefined) return refuse({ code: 'item-unknown', item })
  if (exceedsWriting(position)) return refuse({ code: 'release-too-large' })
  const about = item === undefined ? {} : { item }
  return accept({ type: 'PositionApproved', delegation, ...about, position })
}

const draftRelease = (command: Command<'DraftRelease'>, version: LanguageVersion | undefined): Decided => {
  const { release, language, expression } = command
  if (version !== undefined) return refuse({ code: 'release-exists' })
  if (expression === undefined) return refuse({ code: 'no-writer-for-language', language })
  if (exceedsWriting(expression)) return refuse({ code: 'release-too-large' })
  const hash = expressionHash(expression)
  return accept({ type: 'ReleaseDrafted', release, language, revision: 1, hash, expression })
}

/** An edit is of the revision its editor had before them; it voids every clearance. Only what is published can be corrected. */
const editRelease = (command: Command<'EditRelease'>, version: LanguageVersion): Decided => {
  const { release, language, expression, base, correction } = command
  if (base !== version.hash) return refuse({ code: 'release-stale', hash: version.hash })
  const hash = expressionHash(expression)
  if (hash === version.hash) return refuse({ code: 'release-unchanged' })
  if (correction !== undefined && version.editions.length === 0) {
    return refuse({ code: 'release-not-published' })
  }
  const corrections = joined(version.correction, correction) ?? ''
  if (
    exceedsWriting({ expression, correction: corrections }) ||
    corrections.length > CORRECTION_LIMIT_CHARACTERS
  ) {
    return refuse({ code: 'release-too-large' })
  }
  const revision = version.revision + 1
  const corrected = correction === undefined ? {} : { correction }
  return accept({ type: 'ReleaseEdited', release, language, revision, hash, expression, ...corrected })
}

const weighRelease = (
  command: Command<'ClearRelease' | 'ObjectToRelease'>,
  version: LanguageVersion,
  delegation: string | undefined,
): Decided => {
  if (delegation === undefined) {
    return refuse({ code: 'not-entitled', needs: 'secretariat-of-the-delegation' })
  }
  const { release, language, hash } = command
  if (hash !== version.hash) return refuse({ code: 'release-stale', hash: version.hash })
  if (version.editions.at(-1)?.hash === hash) return refuse({ code: 'release-already-published' })
  if (command.type === 'ObjectToRelease') {
    const { reason } = command
    return accept({ type: 'ReleaseObjected', release, language, hash, delegation, reason })
  }
  return version.clearedBy.includes(delegation)
    ? refuse({ code: 'release-already-cleared' })
    : accept({ type: 'ReleaseCleared', release, language, hash, delegation })
}
