import type { ProceedingsCommand } from '@parley/domain/proceedings/events'
import type { TextState } from '@parley/domain/text/state'
import { languageName } from '@parley/messages/quantities'
import { directionOf } from '@parley/messages/choose-catalogue'
import { useState } from 'react'
import { useLocale } from '../../app/locale.tsx'
import { useNames, useRoom } from '../../app/room-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Words } from '../../ui/words.tsx'
import { freshName, type Written } from './proposing.ts'
import { useMay } from './use-may.ts'
import styles from './text-choice.module.css'

/** The texts of the meeting, where there are several, and opening another. */
export const TextChoice = ({
  chosen,
  onChoose,
}: {
  readonly chosen: TextState | undefined
  readonly onChoose: (text: string) => void
}) => {
  const { proceedings, meeting } = useRoom()
  const { say } = useLocale()
  const { words } = useNames()
  const may = useMay()
  const [isOpen, setOpen] = useState(false)
  const texts = Object.values(proceedings.texts.byId)
  const trial: ProceedingsCommand = {
    type: 'OpenText',
    text: 't-trial',
    title: { [meeting.languages[0] ?? 'en']: '…' },
  }
  return (
    <div className={styles['choice']}>
      {texts.length > 1 && (
        <nav aria-label={say('negotiation.texts')}>
          {texts.map((one) => (
            <button
              key={one.text}
              type="button"
              aria-current={one === chosen ? 'page' : undefined}
              onClick={() => onChoose(one.text)}
            >
              <Words {...words(one.title)} />
            </button>
          ))}
        </nav>
      )}
      {isOpen ? (
        <OpenText onDone={() => setOpen(false)} onOpened={onChoose} />
      ) : (
        may(trial) && (
          <Button look={texts.length === 0 ? 'primary' : 'quiet'} onPress={() => setOpen(true)}>
            {say('negotiation.open-text')}
          </Button>
        )
      )}
    </div>
  )
}

const OpenText = ({
  onDone,
  onOpened,
}: {
  readonly onDone: () => void
  readonly onOpened: (text: string) => void
}) => {
  const { act, meeting } = useRoom()
  const { language: mine, say } = useLocale()
  const [written, setWritten] = useState<Written>({})
  const [text] = useState(() => freshName('t'))
  const [isSent, setSent] = useState(false)
  const title = Object.fromEntries(
    Object.entries(written).flatMap(([one, words]) => (words.trim() === '' ? [] : [[one, words.trim()]])),
  )
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault()
      }}
    >
      <h3>{say('negotiation.open-text')}</h3>
      <p>{say('negotiation.open-text-note')}</p>
      {meeting.languages.map((one) => (
        <label key={one}>
          {say('negotiation.title-in', { language: languageName(mine, one) })}
          <input
            lang={one}
            dir={directionOf(one)}
            maxLength={500}
            value={written[one] ?? ''}
            onChange={({ target }) => setWritten({ ...written, [one]: target.value })}
          />
        </label>
      ))}
      <div className={styles['acts']}>
        <Button
          look="primary"
          reason={Object.keys(title).length === 0 ? say('negotiation.title-needed') : undefined}
          onPress={() => {
            if (isSent) return
            setSent(true)
            void act({ type: 'OpenText', text, title }).then((isDone) => {
              setSent(false)
              if (!isDone) return
              onOpened(text)
              onDone()
            })
          }}
        >
          {say('negotiation.open-text')}
        </Button>
        <Button onPress={onDone}>{say('room.cancel')}</Button>
      </div>
    </form>
  )
}
