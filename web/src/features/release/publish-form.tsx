import type { LanguageVersion } from '@parley/domain/release/state'
import type { ProceedingsCommand } from '@parley/domain/proceedings/events'
import { useState } from 'react'
import { useLocale } from '../../app/locale.tsx'
import { useNames, useRoom } from '../../app/room-context.tsx'
import { useDesk, useRules } from './desk-context.tsx'
import { instantOf, localTime } from './local-time.ts'
import { OneOf, Question } from './question.tsx'
import { useWords } from './use-words.ts'
import styles from './question.module.css'

const DAY_MS = 86_400_000

/** Asks before an edition goes out: at once, or when an embargo has passed, told by the clocks of every capital. */
export const PublishForm = ({
  version,
  onClose,
}: {
  readonly version: LanguageVersion
  readonly onClose: () => void
}) => {
  const { act } = useRoom()
  const { say } = useLocale()
  const { reason } = useNames()
  const { timeZone } = useDesk()
  const { now, refusal } = useRules()
  const words = useWords()
  const [isLater, setLater] = useState(false)
  const [local, setLocal] = useState(() => localTime(now + DAY_MS, timeZone))
  const until = isLater ? instantOf(local, timeZone) : undefined
  const { release, language, hash, editions } = version
  const edition = { edition: (editions.at(-1)?.edition ?? 0) + 1 }
  const command: ProceedingsCommand = {
    type: 'PublishRelease',
    release,
    language,
    hash,
    ...(until === undefined ? {} : { embargoUntil: until }),
  }
  const refused = refusal(command)
  const isWrong = isLater && (until === undefined || until <= now)
  return (
    <Question
      question={say('desk.publish-question', { language: words.languageOf(language) })}
      note={say('desk.publish-note', { edition: words.edition(edition) })}
      confirm={say('desk.publish')}
      hindrance={isWrong ? say('desk.embargo-wrong') : refused && reason(refused)}
      onConfirm={() => {
        onClose()
        void act(command)
      }}
      onCancel={onClose}
    >
      <OneOf
        legend={say('desk.when')}
        options={[
          { id: 'now', words: say('desk.publish-now') },
          { id: 'later', words: say('desk.publish-later') },
        ]}
        chosen={isLater ? 'later' : 'now'}
        onChoose={(when) => setLater(when === 'later')}
      />
      {isLater && <EmbargoTime local={local} until={isWrong ? undefined : until} onChange={setLocal} />}
    </Question>
  )
}

const EmbargoTime = ({
  local,
  until,
  onChange,
}: {
  readonly local: string
  readonly until: number | undefined
  readonly onChange: (local: string) => void
}) => {
  const { meeting } = useRoom()
  const { say } = useLocale()
  const { words } = useNames()
  const { timeZone } = useDesk()
  const { times } = useWords()
  const capital = meeting.delegations.find((one) => one.timeZone === timeZone)
  const city = capital === undefined ? timeZone : words(capital.city).text
  return (
    <label className={styles['time']}>
      {say('desk.embargo-until', { city })}
      <input type="datetime-local" value={local} onChange={({ target }) => onChange(target.value)} />
      {until !== undefined && <span>{times(until)}</span>}
    </label>
  )
}
