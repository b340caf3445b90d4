import { hasCatalogue } from '@parley/messages/choose-catalogue'
import { languageName } from '@parley/messages/quantities'
import { useLocale } from '../../app/locale.tsx'
import { useRoom } from '../../app/room-context.tsx'
import { shownKey } from '../../app/shortcuts.ts'
import { useShortcuts } from '../../app/use-shortcuts.ts'
import { Button } from '../../ui/button.tsx'
import { withEnd, turned, type LanguagePair } from './language-pair.ts'
import styles from './pair-choice.module.css'

/** What one hears and what one speaks, of the meeting's languages. */
export const PairChoice = ({
  pair,
  onChoose,
}: {
  readonly pair: LanguagePair
  readonly onChoose: (pair: LanguagePair) => void
}) => {
  const { say } = useLocale()
  useShortcuts('interpreter', (id) => {
    if (id !== 'turn-round') return false
    onChoose(turned(pair))
    return true
  })
  return (
    <div className={styles['pair']} role="group" aria-label={say('seats.pair')}>
      {(['from', 'into'] as const).map((end) => (
        <label key={end}>
          <span>{say(end === 'from' ? 'seats.hear' : 'seats.speak')}</span>
          <LanguageOfEnd
            language={pair[end]}
            onChoose={(language) => onChoose(withEnd(pair, end, language))}
          />
        </label>
      ))}
      <Button
        size="large"
        shortcut={shownKey('turn-round', 'interpreter')}
        onPress={() => onChoose(turned(pair))}
      >
        {say('seats.turn-round')}
      </Button>
    </div>
  )
}

const LanguageOfEnd = ({
  language,
  onChoose,
}: {
  readonly language: string
  readonly onChoose: (language: string) => void
}) => {
  const { meeting } = useRoom()
  return (
    <select value={language} onChange={({ target }) => onChoose(target.value)}>
      {meeting.languages.map((one) => (
        <option key={one} value={one} lang={one}>
          {hasCatalogue(one) ? languageName(one, one) : one}
        </option>
      ))}
    </select>
  )
}
