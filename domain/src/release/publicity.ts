import type { Instant } from '../words/identity.ts'
import { versionKey } from './state.ts'
import type { Edition, Releases } from './state.ts'

/** When an edition is for everybody: when published, or when its embargo passes. */
export const publicFrom = ({ at, embargoUntil }: Edition): Instant => Math.max(at, embargoUntil ?? at)

/**
 * When the public part of the meeting's record opens: with the first edition of any language version that becomes
 * public. An edition withdrawn before then never was; one withdrawn later leaves the record open.
 */
export const recordPublicAt = (releases: Releases): Instant | undefined => {
  const moments = Object.values(releases.versions).flatMap(({ editions, withdrawn }) =>
    editions.map(publicFrom).filter((moment) => withdrawn === undefined || moment <= withdrawn.at),
  )
  return moments.length === 0 ? undefined : Math.min(...moments)
}

/** The language versions taken back, as `release/language`. */
export const withdrawnReleases = (releases: Releases): readonly string[] =>
  Object.values(releases.versions)
    .filter(({ withdrawn }) => withdrawn !== undefined)
    .map(versionKey)
