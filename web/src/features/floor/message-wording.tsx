import type { CorrespondedMessage } from '@parley/domain/meeting/things'
import { directionOf } from '@parley/messages/choose-catalogue'
import { languageName } from '@parley/messages/quantities'
import { useState } from 'react'
import { useLocale } from '../../app/locale.tsx'
import { useNames, useRoom } from '../../app/room-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Words } from '../../ui/words.tsx'
import styles from './message-wording.module.css'

/** The message being read out: whose it is, and its words, large for whoever reads them. */
export const MessageWording = ({
  message,
  isReader,
}: {
  readonly message: CorrespondedMessage
  readonly isReader: boolean
}) => {
  const { meeting } = useRoom()
  const { language, say } = useLocale()
  const { words } = useNames()
  const [chosen, setChosen] = useState<string>()
  const { author, form, body = {} } = message
  const languages = Object.keys(body)
  const first = [chosen, language, ...meeting.languages].find((one) => one !== undefined && one in body)
  const shown = first ?? languages[0]
  return (
    <section className={styles['message']} aria-label={say(`message-form.${form}`)}>
      <header>
        <p>
          {say(`message-form.${form}`)} · <Words {...words(author.name)} />
          {author.office !== undefined && (
            <>
              {' · '}
              <Words {...words(author.office)} />
            </>
          )}
        </p>
        {languages.length > 1 && (
          <div role="group" aria-label={say('room.language')}>
            {languages.map((one) => (
              <Button key={one} look="quiet" pressed={one === shown} onPress={() => setChosen(one)}>
                {languageName(language, one)}
              </Button>
            ))}
          </div>
        )}
      </header>
      {shown === undefined ? (
        <p className={styles['none']}>{say('sitting.no-wording-of-message')}</p>
      ) : (
        <div
          className={`${styles['words']} ${isReader ? styles['large'] : ''}`}
          lang={shown}
          dir={directionOf(shown)}
          tabIndex={0}
          role="region"
          aria-label={languageName(language, shown)}
        >
          {(body[shown] ?? '').split('\n').map((paragraph, place) => (
            <p key={`${place} ${paragraph.slice(0, 20)}`}>{paragraph}</p>
          ))}
        </div>
      )}
    </section>
  )
}
