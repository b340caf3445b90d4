import type { Meeting } from '@parley/domain/meeting'
import type { LanguageVersion } from '@parley/domain/release'

/** Where the portal shows a published release; undefined when it is not published, or no more. */
export const releaseAddress = (
  origin: string,
  meeting: Meeting,
  { release, language, editions, withdrawn }: LanguageVersion,
): string | undefined => {
  const [first] = editions
  if (first === undefined || withdrawn !== undefined) return undefined
  const host = meeting.delegations.find(({ id }) => id === meeting.host)
  const day = new Intl.DateTimeFormat('en-CA', {
    timeZone: host?.timeZone ?? 'UTC',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
    .format(first.at)
    .replaceAll('-', '/')
  return `${origin}/${language}/releases/${day}/${meeting.dialogue}.${meeting.meeting}.${release}`
}
