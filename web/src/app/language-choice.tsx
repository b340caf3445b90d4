import { CATALOGUES, hasCatalogue } from '@parley/messages/choose-catalogue'
import { languageName } from '@parley/messages/quantities'
import { useLocale } from './locale.tsx'
import styles from './language-choice.module.css'

/** The person's own language, each called by its own name. */
export const LanguageChoice = () => {
  const { language, say, choose } = useLocale()
  return (
    <select
      className={styles['choice']}
      value={language}
      aria-label={say('room.language')}
      onChange={({ target }) => {
        if (hasCatalogue(target.value)) choose(target.value)
      }}
    >
      {CATALOGUES.map((one) => (
        <option key={one} value={one} lang={one}>
          {languageName(one, one)}
        </option>
      ))}
    </select>
  )
}
