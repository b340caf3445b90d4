import type { Meeting } from '@parley/domain/meeting/state'
import { publicFrom } from '@parley/domain/release/publicity'
import type { LanguageVersion } from '@parley/domain/release/state'
import type { Instant } from '@parley/domain/words/identity'
import { localDay } from '@parley/messages/dates'

type Place = { readonly dialogue: string; readonly meeting: string }

/**
 * Where the public reads a language version, once one of the release's editions is out: dated by the host's calendar on
 * the day the first of them came out. A release keeps this address for good.
 */
export const publicAddress = (
  { dialogue, meeting }: Place,
  { delegations, host }: Pick<Meeting, 'delegations' | 'host'>,
  versions: readonly LanguageVersion[],
  { release, language }: Pick<LanguageVersion, 'release' | 'language'>,
  now: Instant,
): string | undefined => {
  const out = versions
    .filter((one) => one.release === release)
    .flatMap(({ editions }) => editions.map(publicFrom))
    .filter((moment) => moment <= now)
  if (out.length === 0) return undefined
  const zone = delegations.find(({ id }) => id === host)?.timeZone ?? 'UTC'
  const day = localDay(Math.min(...out), zone).replaceAll('-', '/')
  return `/${language}/releases/${day}/${dialogue}.${meeting}.${release}`
}

/** Where the press desk sees a draft as the page it would become. */
export const previewAddress = (
  { dialogue, meeting }: Place,
  { release, language }: Pick<LanguageVersion, 'release' | 'language'>,
): string => `/preview/${dialogue}/${meeting}/${release}/${language}`
