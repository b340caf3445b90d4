import type { LanguageVersion } from '@parley/domain/release/state'
import { publicFrom } from '@parley/domain/release/publicity'
import { formatDate } from '@parley/messages/dates'
import { directionOf } from '@parley/messages/choose-catalogue'
import { useLocale } from '../../app/locale.tsx'
import { useRoom } from '../../app/room-context.tsx'
import { Hash } from './clearance.tsx'
import { useDesk, useRules } from './desk-context.tsx'
import { publicAddress } from './public-address.ts'
import { useWords } from './use-words.ts'
import styles from './editions.module.css'

/** Every edition of a language version, the newest first: what it corrects, its hash, and the page the public reads. */
export const Editions = ({ version }: { readonly version: LanguageVersion }) => {
  const { meeting, proceedings, sitting } = useRoom()
  const { language, say } = useLocale()
  const { timeZone } = useDesk()
  const { now } = useRules()
  const words = useWords()
  const { withdrawn } = version
  const page =
    withdrawn === undefined
      ? publicAddress(sitting.place, meeting, Object.values(proceedings.releases.versions), version, now)
      : undefined
  return (
    <>
      {withdrawn !== undefined && <Withdrawn version={version} />}
      {version.editions.length === 0 && <p className={styles['none']}>{say('desk.editions-none')}</p>}
      <ol className={styles['editions']} reversed>
        {version.editions.toReversed().map((edition) => (
          <li key={edition.edition}>
            <p className={styles['head']}>
              <b>{words.edition(edition)}</b>
              <span>
                {say('desk.published-at', { time: formatDate(language, edition.at, timeZone, 'date-time') })}
              </span>
              {publicFrom(edition) > now && (
                <span>{say('desk.embargoed-until', { times: words.times(publicFrom(edition)) })}</span>
              )}
              {page !== undefined && publicFrom(edition) <= now && (
                <a href={edition === version.editions.at(-1) ? page : `${page}/editions/${edition.edition}`}>
                  {say('desk.page')}
                </a>
              )}
            </p>
            <p className={styles['headline']} lang={version.language} dir={directionOf(version.language)}>
              {edition.expression.headline}
            </p>
            {edition.correction !== undefined && (
              <p className={styles['correction']} lang={version.language} dir={directionOf(version.language)}>
                {edition.correction}
              </p>
            )}
            <p className={styles['hash']}>
              {say('desk.hash')} <Hash hash={edition.hash} />
            </p>
          </li>
        ))}
      </ol>
    </>
  )
}

const Withdrawn = ({ version }: { readonly version: LanguageVersion }) => {
  const { language, say } = useLocale()
  const { timeZone } = useDesk()
  const { withdrawn } = version
  if (withdrawn === undefined) return null
  return (
    <div className={styles['withdrawn']}>
      <p>
        {say('desk.withdrawn-on', {
          time: formatDate(language, withdrawn.at, timeZone, 'date-time'),
          cause: say(`withdrawal-cause.${withdrawn.cause}`),
        })}
      </p>
      {Object.entries(withdrawn.explanation ?? {}).map(([lang, text]) => (
        <p key={lang} lang={lang} dir={directionOf(lang)}>
          {text}
        </p>
      ))}
    </div>
  )
}
