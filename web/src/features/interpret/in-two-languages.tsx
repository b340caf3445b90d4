import type { Localized } from '@parley/domain/words/language'
import { lookup } from '@parley/domain/words/lookup'
import { Words } from '../../ui/words.tsx'
import type { LanguagePair } from './language-pair.ts'
import styles from './in-two-languages.module.css'

/** A name or title as it is heard and as it is to be said; a dash where the record does not say how. */
export const InTwoLanguages = ({
  wording,
  pair: { from, into },
  large = false,
}: {
  readonly wording: Localized | undefined
  readonly pair: LanguagePair
  readonly large?: boolean
}) => (
  <span className={`${styles['both']} ${large ? styles['large'] : ''}`}>
    <InOneLanguage wording={wording} language={from} />
    {into !== from && <InOneLanguage wording={wording} language={into} />}
  </span>
)

const InOneLanguage = ({
  wording,
  language,
}: {
  readonly wording: Localized | undefined
  readonly language: string
}) => {
  const text = wording === undefined ? undefined : lookup(wording, language)
  return <span>{text === undefined ? '–' : <Words text={text} lang={language} />}</span>
}
