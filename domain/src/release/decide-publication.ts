import type { Decision } from '../decider.ts'
import { accept, refuse } from '../decider.ts'
import type { Meeting } from '../meeting/state.ts'
import type { Refusal } from '../refusal.ts'
import type { ReleaseCommand } from './commands.ts'
import type { ReleaseEvent } from './events.ts'
import type { LanguageVersion } from './state.ts'

type Decided = Decision<ReleaseEvent, Refusal>
type Command<Type extends ReleaseCommand['type']> = Extract<ReleaseCommand, { type: Type }>

/** Publishes what every delegation cleared, exactly, as the next edition; only after the meeting, and each draft once. */
export const publishRelease = (
  { release, language, hash, embargoUntil }: Command<'PublishRelease'>,
  version: LanguageVersion,
  meeting: Meeting,
): Decided => {
  if (meeting.phase !== 'adjourned') return refuse({ code: 'release-before-adjournment' })
  if (hash !== version.hash) return refuse({ code: 'release-stale', hash: version.hash })
  const last = version.editions.at(-1)
  if (last?.hash === hash) return refuse({ code: 'release-already-published' })
  const objecting = version.objections.map(({ delegation }) => delegation)
  if (objecting.length > 0) return refuse({ code: 'release-objected', delegations: objecting })
  const waiting = meeting.delegations.map(({ id }) => id).filter((id) => !version.clearedBy.includes(id))
  if (waiting.length > 0) return refuse({ code: 'release-not-cleared', delegations: waiting })
  const { expression, correction } = version
  return accept({
    type: 'ReleasePublished',
    release,
    language,
    edition: (last?.edition ?? 0) + 1,
    hash,
    expression,
    ...(correction === undefined ? {} : { correction }),
    ...(embargoUntil === undefined ? {} : { embargoUntil }),
  })
}

/** Takes a published language version back for good; its place says that it is gone and why. */
export const withdrawRelease = (
  { release, language, cause, explanation }: Command<'WithdrawRelease'>,
  version: LanguageVersion,
): Decided => {
  if (version.editions.length === 0) return refuse({ code: 'release-not-published' })
  const explained = explanation === undefined ? {} : { explanation }
  return accept({ type: 'ReleaseWithdrawn', release, language, cause, ...explained })
}
