import type { Meeting } from '@parley/domain/meeting/state'
import { publicFrom } from '@parley/domain/release/publicity'
import type { LanguageVersion, Releases } from '@parley/domain/release/state'
import type { Instant } from '@parley/domain/words/identity'

/** How far one language version of a release has come, as a journalist asks. */
export type ReleaseStanding =
  | { readonly state: 'drafted'; readonly waitingFor: readonly string[] }
  | { readonly state: 'objected'; readonly by: readonly string[] }
  | { readonly state: 'cleared' }
  | { readonly state: 'embargoed'; readonly until: Instant }
  | { readonly state: 'public'; readonly since: Instant }
  | { readonly state: 'withdrawn'; readonly cause: NonNullable<LanguageVersion['withdrawn']>['cause'] }

/** Where a version stands at `now`. What is out stays out while the next edition is prepared; until then the draft is what counts. */
export const releaseStanding = (
  version: LanguageVersion,
  { delegations }: Pick<Meeting, 'delegations'>,
  now: Instant,
): ReleaseStanding => {
  if (version.withdrawn !== undefined) return { state: 'withdrawn', cause: version.withdrawn.cause }
  const edition = version.editions.findLast((one) => publicFrom(one) <= now) ?? version.editions.at(-1)
  if (edition !== undefined) {
    const from = publicFrom(edition)
    return from > now ? { state: 'embargoed', until: from } : { state: 'public', since: from }
  }
  if (version.objections.length > 0) {
    return { state: 'objected', by: version.objections.map(({ delegation }) => delegation) }
  }
  const waitingFor = delegations.map(({ id }) => id).filter((id) => !version.clearedBy.includes(id))
  return waitingFor.length === 0 ? { state: 'cleared' } : { state: 'drafted', waitingFor }
}

/** The position of each delegation that counts: the last approved, on the whole meeting and on each item. */
export const positionsThatCount = ({ positions }: Pick<Releases, 'positions'>): Releases['positions'] =>
  positions.filter(
    (one) =>
      positions.findLast((other) => other.delegation === one.delegation && other.item === one.item) === one,
  )
