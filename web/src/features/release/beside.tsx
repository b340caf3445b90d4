import { directionOf } from '@parley/messages/choose-catalogue'
import { useState, type ReactNode } from 'react'
import { useLocale } from '../../app/locale.tsx'
import { useRoom } from '../../app/room-context.tsx'
import { asPassage } from './earlier-wording.ts'
import { useWords } from './use-words.ts'
import styles from './facts-reader.module.css'

/** What stands beside a version while it is read or written: its facts, or the wording in another language. */
export const Beside = ({
  release,
  language,
  children,
}: {
  readonly release: string
  readonly language: string
  readonly children: ReactNode
}) => {
  const { proceedings } = useRoom()
  const { say } = useLocale()
  const { languageOf } = useWords()
  const [shown, setShown] = useState('')
  const others = Object.values(proceedings.releases.versions).filter(
    (one) => one.release === release && one.language !== language,
  )
  const other = others.find((one) => one.language === shown)
  return (
    <aside className={styles['aside']} aria-label={say('desk.beside')} tabIndex={0}>
      {others.length > 0 && (
        <label className={styles['beside']}>
          {say('desk.beside')}
          <select value={shown} onChange={({ target }) => setShown(target.value)}>
            <option value="">{say('desk.beside-facts')}</option>
            {others.map((one) => (
              <option key={one.language} value={one.language}>
                {languageOf(one.language)}
              </option>
            ))}
          </select>
        </label>
      )}
      {other === undefined ? (
        children
      ) : (
        <div className={styles['other']} lang={other.language} dir={directionOf(other.language)}>
          {asPassage(other.expression)}
        </div>
      )}
    </aside>
  )
}
