import type { DialogueView, ReleasesView } from '@parley/client/parley-client'
import { formatDate, zoneOffset } from '@parley/messages/dates'
import { ordinal } from '@parley/messages/ordinals'
import { useEffect, useState, type ReactNode } from 'react'
import { useLocale } from '../../app/locale.tsx'
import { ownClient } from '../../app/own-client.ts'
import { pathOf } from '../../app/routes.ts'
import { wordingFor } from '../../app/wording.ts'
import { Chip } from '../../ui/chip.tsx'
import { Words } from '../../ui/words.tsx'
import styles from './meetings-list.module.css'

type MeetingLine = DialogueView['meetings'][number]

/** The meetings of a dialogue, the newest first, each with the ways into it. */
export const MeetingsList = ({
  view,
  timeZone,
  coming,
}: {
  readonly view: DialogueView
  readonly timeZone: string
  /** What is shown with a meeting that is not over. */
  readonly coming: (meeting: string) => ReactNode
}) => {
  const { say } = useLocale()
  const { meetings } = view
  if (meetings.length === 0) return <p>{say('prepare.no-meetings')}</p>
  return (
    <ol className={styles['list']}>
      {meetings.toReversed().map((line) => (
        <Meeting key={line.meeting} view={view} line={line} timeZone={timeZone}>
          {line.phase !== 'adjourned' && coming(line.meeting)}
        </Meeting>
      ))}
    </ol>
  )
}

const Meeting = ({
  view: { dialogue, languages, parties },
  line,
  timeZone,
  children,
}: {
  readonly view: DialogueView
  readonly line: MeetingLine
  readonly timeZone: string
  readonly children: ReactNode
}) => {
  const { language, say } = useLocale()
  const { meeting, number, theme, phase, startsAt, host } = line
  const name = say('term.ordinal-meeting', { ordinal: ordinal(language, number, 'meeting') })
  const hostName = wordingFor(parties.find(({ id }) => id === host)?.name, language, languages)
  const to = (view: 'room' | 'prepare' | 'text' | 'desk'): string =>
    pathOf({ page: 'meeting', dialogue, meeting, view })
  return (
    <li>
      <p className={styles['facts']}>
        <b>{name}</b> · {formatDate(language, startsAt, timeZone, 'date-time')}{' '}
        <bdi dir="ltr">{zoneOffset(startsAt, timeZone)}</bdi> ·{' '}
        {say('prepare.hosted-by', { who: hostName.text })}
      </p>
      <h3>
        <Words {...wordingFor(theme, language, languages)} />
      </h3>
      <nav aria-label={name} className={styles['ways']}>
        <Chip solid={phase === 'open'}>{say(`phase.${phase}`)}</Chip>
        {phase !== 'adjourned' && <a href={to('prepare')}>{say('prepare.go-prepare')}</a>}
        <a href={to('room')}>{say('room.hall')}</a>
        <a href={to('text')}>{say('room.text')}</a>
        {phase === 'adjourned' && <a href={to('desk')}>{say('prepare.go-release')}</a>}
        {phase === 'adjourned' && <PublicPage dialogue={dialogue} meeting={meeting} />}
      </nav>
      {children}
    </li>
  )
}

/** The way to what everybody can read, where something has been published. */
const PublicPage = ({ dialogue, meeting }: { readonly dialogue: string; readonly meeting: string }) => {
  const { language, say } = useLocale()
  const [releases, setReleases] = useState<ReleasesView>()
  useEffect(() => {
    void ownClient()
      .releases(dialogue, meeting)
      .then((answer) => {
        if (answer.ok) setReleases(answer.value)
      })
  }, [dialogue, meeting])
  const isPublished = releases?.versions.some(({ editions }) => editions.length > 0) === true
  return isPublished ? (
    <a href={`/${language}/dialogues/${dialogue}/${meeting}/`}>{say('prepare.go-public')}</a>
  ) : null
}
