import { recordingNow } from '@parley/domain/meeting/decide/recording'
import { currentItem } from '@parley/domain/meeting/seats'
import type { Meeting } from '@parley/domain/meeting/state'
import { ordinal } from '@parley/messages/ordinals'
import { useRoom } from '../../app/room-context.tsx'
import { wordingFor } from '../../app/wording.ts'
import { HallBetween } from './hall-between.tsx'
import { HallSpeaking } from './hall-speaking.tsx'
import { hallLanguages, hallSays, type HallLanguage } from './hall-words.ts'
import { useQuietScreen } from './use-quiet-screen.ts'
import styles from './hall-screen.module.css'

/** For the wall of a hall: the item, the speaker and the clock, in the meeting's languages at equal rank; no controls. */
export const HallScreen = () => {
  const { meeting } = useRoom()
  const languages = hallLanguages(meeting.languages)
  const isStill = useQuietScreen()
  const item = currentItem(meeting)?.item
  const recording = recordingNow(meeting)
  const isKept = recording?.interrupted === undefined
  return (
    <main
      className={`${styles['screen']} ${isStill ? styles['still'] : ''}`}
      style={{ '--columns': languages.length }}
    >
      <header className={styles['duo']}>
        {languages.map((one) => (
          <div key={one.lang} lang={one.lang} dir={one.dir}>
            <p className={styles['meeting']}>
              {titleIn(one, meeting)}
              {recording !== undefined && (
                <b className={styles['recording']} data-recording={isKept ? 'under-way' : 'interrupted'}>
                  {hallSays(one, isKept ? 'media.recording' : 'media.recording-interrupted')}
                </b>
              )}
            </p>
            <p className={styles['item']}>{wordingFor(item?.title ?? meeting.theme, one.lang).text}</p>
          </div>
        ))}
      </header>
      {meeting.turn === undefined ? (
        <HallBetween languages={languages} />
      ) : (
        <HallSpeaking turn={meeting.turn} languages={languages} />
      )}
    </main>
  )
}

/** The dialogue, and which of its meetings this is, where there are words for it. */
const titleIn = (one: HallLanguage, { dialogueName, number }: Meeting): string => {
  const name = wordingFor(dialogueName, one.lang).text
  if (one.catalogue === undefined) return `${name} · ${number}`
  return `${name} · ${hallSays(one, 'term.ordinal-meeting', { ordinal: ordinal(one.catalogue, number, 'meeting') })}`
}
