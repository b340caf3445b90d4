import { connect, type DialogueView } from '@parley/client/parley-client'
import type { Result } from '@parley/client/result'
import { formatDate } from '@parley/messages/dates'
import { ordinal } from '@parley/messages/ordinals'
import { problemText } from '@parley/messages/problem-text'
import { useEffect, useState } from 'react'
import { Chip } from '../ui/chip.tsx'
import { Words } from '../ui/words.tsx'
import { Brand } from './brand.tsx'
import { LanguageChoice } from './language-choice.tsx'
import { useLocale } from './locale.tsx'
import { NoticePage } from './notice-page.tsx'
import { pathOf } from './routes.ts'
import { wordingFor } from './wording.ts'
import top from './enter-page.module.css'
import styles from './dialogue-page.module.css'

/** A dialogue's meetings that this seat may enter, the newest first. */
export const DialoguePage = ({ dialogue }: { readonly dialogue: string }) => {
  const { language, say } = useLocale()
  const [asked, setAsked] = useState<Result<DialogueView>>()
  useEffect(() => {
    void connect({ origin: location.origin }).dialogue(dialogue).then(setAsked)
  }, [dialogue])
  if (asked === undefined) return <NoticePage title={say('room.loading')} />
  if (!asked.ok) return <NoticePage title={problemText(language, asked.problem)} />
  const { name, meetings, parties, languages } = asked.value
  const timeZone = parties[0]?.timeZone ?? 'UTC'
  return (
    <>
      <header className={top['top']}>
        <Brand />
        <LanguageChoice />
      </header>
      <main className={styles['page']}>
        <h1>
          <Words {...wordingFor(name, language, languages)} />
        </h1>
        <h2>{say('room.meetings')}</h2>
        <ol>
          {meetings.toReversed().map(({ meeting, number, theme, phase, startsAt }) => (
            <li key={meeting}>
              <a href={pathOf({ page: 'meeting', dialogue, meeting, view: 'room' })}>
                <span>
                  {say('term.ordinal-meeting', { ordinal: ordinal(language, number, 'meeting') })} ·{' '}
                  {formatDate(language, startsAt, timeZone, 'date')}
                </span>
                <b>
                  <Words {...wordingFor(theme, language, languages)} />
                </b>
                <Chip>{say(`phase.${phase}`)}</Chip>
              </a>
            </li>
          ))}
        </ol>
      </main>
    </>
  )
}
