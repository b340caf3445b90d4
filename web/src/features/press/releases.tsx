import type { LanguageVersion } from '@parley/domain/release/state'
import type { Instant } from '@parley/domain/words/identity'
import { directionOf } from '@parley/messages/choose-catalogue'
import { formatDate } from '@parley/messages/dates'
import { formatList, languageName } from '@parley/messages/quantities'
import { ordinal } from '@parley/messages/ordinals'
import { useLocale } from '../../app/locale.tsx'
import { useNames, useRoom, useServerNow } from '../../app/room-context.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Panel } from '../../ui/panel.tsx'
import { releaseStanding, type ReleaseStanding } from './release-standing.ts'
import styles from './releases.module.css'

const EVERY_MS = 5000

/** Every language version of every release: its headline, how far it has come, and from when it may be used. */
export const ReleasesForPress = ({
  timeZone,
  desk,
}: {
  readonly timeZone: string
  readonly desk: string
}) => {
  const { proceedings } = useRoom()
  const { say } = useLocale()
  const versions = Object.values(proceedings.releases.versions)
  return (
    <Panel heading={say('seats.releases')} end={<a href={desk}>{say('seats.open-desk')}</a>}>
      {versions.length === 0 && <p className={styles['none']}>{say('seats.releases-none')}</p>}
      <ul className={styles['versions']}>
        {versions.map((version) => (
          <Version key={`${version.release}/${version.language}`} version={version} timeZone={timeZone} />
        ))}
      </ul>
    </Panel>
  )
}

const Version = ({ version, timeZone }: { readonly version: LanguageVersion; readonly timeZone: string }) => {
  const { meeting } = useRoom()
  const { language, say } = useLocale()
  const standing = releaseStanding(version, meeting, useServerNow(EVERY_MS))
  const words = useStandingWords(timeZone)
  const last = version.editions.at(-1)
  return (
    <li>
      <p className={styles['line']}>
        <Chip solid={standing.state === 'public' || standing.state === 'embargoed'}>{words(standing)}</Chip>
        <span>{languageName(language, version.language)}</span>
        <span>
          {last === undefined
            ? say('seats.release-draft', { revision: version.revision })
            : say('term.ordinal-edition', { ordinal: ordinal(language, last.edition, 'edition') })}
        </span>
      </p>
      <h3 lang={version.language} dir={directionOf(version.language)}>
        {version.expression.headline}
      </h3>
      {version.expression.deck !== undefined && (
        <p className={styles['deck']} lang={version.language} dir={directionOf(version.language)}>
          {version.expression.deck}
        </p>
      )}
    </li>
  )
}

/** An embargo is told by the clocks of every capital: whoever waits for it may sit in any of them. */
const useStandingWords = (timeZone: string): ((standing: ReleaseStanding) => string) => {
  const { meeting } = useRoom()
  const { language, say } = useLocale()
  const { shortParty, words } = useNames()
  const list = (delegations: readonly string[]): string =>
    formatList(
      language,
      delegations.map((id) => shortParty(id).text),
      'persons',
    )
  const times = (instant: Instant): string =>
    formatList(
      language,
      meeting.delegations.map(
        ({ city, timeZone: zone }) =>
          `${formatDate(language, instant, zone, 'date-time')} (${words(city).text})`,
      ),
    )
  return (standing) => {
    switch (standing.state) {
      case 'drafted':
        return say('seats.release-to-clear', { who: list(standing.waitingFor) })
      case 'objected':
        return say('seats.release-objected', { who: list(standing.by) })
      case 'cleared':
        return say('seats.release-cleared')
      case 'embargoed':
        return say('seats.release-embargo', { times: times(standing.until) })
      case 'public':
        return say('seats.release-public', {
          time: formatDate(language, standing.since, timeZone, 'date-time'),
        })
      case 'withdrawn':
        return say('seats.release-withdrawn', { cause: say(`withdrawal-cause.${standing.cause}`) })
    }
  }
}
