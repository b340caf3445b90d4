import { directionOf, hasCatalogue } from '@parley/messages/choose-catalogue'
import { malformationText } from '@parley/messages/problem-text'
import { languageName } from '@parley/messages/quantities'
import { useId } from 'react'
import { useLocale } from '../../app/locale.tsx'
import { inReadingOrder, LIMIT_CHARACTERS, problemsIn, type Lines, type WordingForm } from './wording-form.ts'
import styles from './fields.module.css'

/**
 * One wording in all the meeting's languages, side by side, the reader's own first. Each field is of its language for
 * spelling, voice and direction; a language without words is marked as missing, and what the record would not take is
 * said beside the field it is in.
 */
export const LocalizedField = ({
  label,
  value,
  onChange,
  languages,
  lines = 'one',
  length = 'long',
}: {
  readonly label: string
  readonly value: WordingForm
  readonly onChange: (value: WordingForm) => void
  readonly languages: readonly string[]
  readonly lines?: Lines
  /** Names are short and stand beside each other; what is long stands beneath each other, to be read whole. */
  readonly length?: 'short' | 'long'
}) => {
  const { language: own } = useLocale()
  const problems = problemsIn(value, lines)
  return (
    <fieldset className={styles['group']}>
      <legend>{label}</legend>
      <div className={styles[length === 'short' || lines === 'many' ? 'row' : 'stack']}>
        {inReadingOrder(languages, own).map((language) => (
          <InOneLanguage
            key={language}
            language={language}
            lines={lines}
            text={value[language] ?? ''}
            problem={problems[language]}
            onChange={(text) => onChange({ ...value, [language]: text })}
          />
        ))}
      </div>
    </fieldset>
  )
}

const InOneLanguage = ({
  language,
  lines,
  text,
  problem,
  onChange,
}: {
  readonly language: string
  readonly lines: Lines
  readonly text: string
  readonly problem: string | undefined
  readonly onChange: (text: string) => void
}) => {
  const { language: own, say } = useLocale()
  const id = useId()
  const Control = lines === 'one' ? 'input' : 'textarea'
  return (
    <div className={styles['field']}>
      <span className={styles['language']}>
        <label htmlFor={id}>{languageName(own, language)}</label>
        {text.trim() === '' && <span className={styles['missing']}>{say('prepare.missing-mark')}</span>}
      </span>
      <Control
        id={id}
        lang={language}
        dir={hasCatalogue(language) ? directionOf(language) : 'auto'}
        value={text}
        // Room to paste too much and read why it is too much, not a silent cut.
        maxLength={LIMIT_CHARACTERS[lines] * 2}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : `${id}-problem`}
        onChange={({ target }) => onChange(target.value)}
      />
      {problem !== undefined && (
        <span id={`${id}-problem`} className={styles['problem']}>
          {malformationText(own, '', problem)}
        </span>
      )}
    </div>
  )
}
