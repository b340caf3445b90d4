import { packOf } from '@parley/domain/meeting/seats'
import { obstacles, agreedRoot, progress } from '@parley/domain/text/views/standing'
import type { Meeting } from '@parley/domain/meeting/state'
import type { TextState } from '@parley/domain/text/state'
import { chooseCatalogue, directionOf } from '@parley/messages/choose-catalogue'
import { formatDate } from '@parley/messages/dates'
import { format } from '@parley/messages/format'
import { useLocale, useWordsOf } from '../../app/locale.tsx'
import { useNames, useRoom, useServerNow } from '../../app/room-context.tsx'
import { shownKey } from '../../app/shortcuts.ts'
import { timeZoneOf } from '../../app/time-zone.ts'
import { wordingFor } from '../../app/wording.ts'
import { textBefore } from '../../app/text-before.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Words } from '../../ui/words.tsx'
import { chairAct } from './chair-acts.ts'
import { useConsole } from './console-context.ts'
import styles from './adoption.module.css'

/** The three steps of adoption. Never over anything else: a point of order stays in reach. */
export const Adoption = () => {
  const { proceedings, meeting } = useRoom()
  const { say } = useLocale()
  const { words, other } = useNames()
  const text = textBefore(proceedings)
  if (text === undefined) return null
  const second = other(text.title)
  const root = text.adopted?.root ?? text.put?.root ?? agreedRoot(text, meeting)
  return (
    <aside className={styles['panel']} aria-labelledby="adoption">
      <h2 id="adoption">{say(text.adopted === undefined ? 'console.adoption' : 'room.adopted')}</h2>
      <p className={styles['title']}>
        <Words {...words(text.title)} />
      </p>
      {second !== undefined && (
        <p className={styles['title']}>
          <Words {...second} />
        </p>
      )}
      <p className={styles['hash']}>
        {say('console.hash', { hash: '' })} <code>{fourByFour(root)}</code>
      </p>
      {text.adopted === undefined && (
        <>
          <Checks text={text} />
          <Formula text={text} meeting={meeting} />
          {text.silence === undefined ? <Steps text={text} /> : <Silence silence={text.silence} />}
        </>
      )}
    </aside>
  )
}

const fourByFour = (hash: string): string => (hash.slice(0, 16).match(/.{4}/g) ?? []).join(' ')

const Checks = ({ text }: { readonly text: TextState }) => {
  const { meeting } = useRoom()
  const { say } = useLocale()
  const { openBlocks, agreedBlocks, unconfirmedConcordance } = progress(text, meeting)
  const found = obstacles(text, meeting)
  const rows = [
    {
      words: say('console.check-blocks'),
      isDone: agreedBlocks > 0 && openBlocks === 0,
      note: say('console.check-done', { done: agreedBlocks, count: agreedBlocks + openBlocks }),
    },
    {
      words: say('console.check-concordance'),
      isDone: agreedBlocks > 0 && openBlocks === 0 && unconfirmedConcordance === 0,
      note: say('console.check-done', {
        done: agreedBlocks - unconfirmedConcordance,
        count: agreedBlocks + openBlocks,
      }),
    },
    {
      words: say('console.check-order'),
      isDone: !found.some(({ code }) => code === 'order-not-accepted'),
      note: '',
    },
    {
      words: say(meeting.pointOfOrder === undefined ? 'console.check-point' : 'room.point-without-subject'),
      isDone: meeting.pointOfOrder === undefined,
      note: meeting.pointOfOrder === undefined ? '' : say('console.check-waits'),
    },
  ]
  return (
    <ul className={styles['checks']}>
      {rows.map(({ words, isDone, note }) => (
        <li key={words} className={isDone ? '' : styles['wait']}>
          <Icon name={isDone ? 'check' : 'order'} />
          <span>{words}</span>
          <span>{note}</span>
        </li>
      ))}
    </ul>
  )
}

/** What the chair says aloud, in every language of the text that has words for it. */
const Formula = ({ text, meeting }: { readonly text: TextState; readonly meeting: Meeting }) => {
  const { say } = useLocale()
  const spoken = text.languages.flatMap((language) => {
    const catalogue = chooseCatalogue([language])
    return language.startsWith(catalogue) ? [{ language, catalogue }] : []
  })
  const areHeld = useWordsOf(spoken.map(({ catalogue }) => catalogue))
  if (!areHeld) return null
  return (
    <div className={styles['formula']}>
      <h3>{say('console.formula')}</h3>
      {spoken.map(({ language, catalogue }) => {
        const { text: title } = wordingFor(text.title, language, meeting.languages)
        return (
          <p key={language} lang={language} dir={directionOf(language)}>
            {format(catalogue, 'console.formula-words', { title })}
          </p>
        )
      })}
    </div>
  )
}

const STEPS = ['put', 'wait', 'declare'] as const

const Steps = ({ text }: { readonly text: TextState }) => {
  const { proceedings, seat, meeting } = useRoom()
  const { say } = useLocale()
  const { reason, shortParty } = useNames()
  const { press, open, dueId } = useConsole()
  const now = useServerNow()
  const step = text.put === undefined ? 'put' : text.put.objections.length > 0 ? 'wait' : 'declare'
  const id = text.put === undefined ? 'put' : 'declare'
  const refusal = chairAct(proceedings, seat, id, now)?.refusal
  const takeBack = chairAct(proceedings, seat, 'take-back', now)
  return (
    <>
      <ol className={styles['steps']}>
        {STEPS.map((one) => (
          <li
            key={one}
            className={one === step || (one === 'wait' && step === 'declare') ? styles['now'] : ''}
            aria-current={one === step ? 'step' : undefined}
          >
            {say(`console.step-${one}`)}
          </li>
        ))}
      </ol>
      <p className={styles['hint']}>{say('console.may-object')}</p>
      {text.put !== undefined && (
        <p className={styles['hint']}>
          {meeting.delegations
            .map(({ id: party }) => {
              const objects = text.put?.objections.some(({ delegation }) => delegation === party) === true
              return `${shortParty(party).text}: ${say(objects ? 'room.objected' : 'room.not-objected')}`
            })
            .join(' · ')}
        </p>
      )}
      <footer className={styles['foot']}>
        {refusal !== undefined && <p>{reason(refusal)}</p>}
        <div>
          {takeBack !== undefined && takeBack.refusal === undefined && (
            <Button size="large" onPress={() => press('take-back')}>
              {say('console.take-back')}
            </Button>
          )}
          {text.put === undefined && refusal === undefined && packOf(meeting).adoption.silence.allowed && (
            <Button size="large" shortcut={shownKey('silence', 'chair')} onPress={() => open('silence')}>
              {say('sitting.open-silence')}
            </Button>
          )}
          <Button
            size="large"
            look={dueId === id ? 'primary' : 'plain'}
            shortcut={shownKey('adoption', 'chair')}
            reason={refusal && reason(refusal)}
            onPress={() => press(id)}
          >
            {say(`console.${id}`)}
          </Button>
        </div>
      </footer>
    </>
  )
}

/** The silence procedure while it runs: until when, and the act that closes it, which no clock does. */
const Silence = ({ silence }: { readonly silence: NonNullable<TextState['silence']> }) => {
  const { proceedings, meeting, seat } = useRoom()
  const { language, say } = useLocale()
  const { reason } = useNames()
  const { press, dueId } = useConsole()
  const refusal = chairAct(proceedings, seat, 'close-silence', useServerNow())?.refusal
  const until = formatDate(language, silence.expiresAt, timeZoneOf(meeting, seat), 'date-time')
  return (
    <>
      <p className={styles['hint']}>{say('sitting.silence-runs', { time: until })}</p>
      <footer className={styles['foot']}>
        {refusal !== undefined && <p>{reason(refusal)}</p>}
        <div>
          <Button
            size="large"
            look={dueId === 'close-silence' ? 'primary' : 'plain'}
            reason={refusal && reason(refusal)}
            onPress={() => press('close-silence')}
          >
            {say('console.close-silence')}
          </Button>
        </div>
      </footer>
    </>
  )
}
