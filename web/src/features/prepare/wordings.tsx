import type { Localized } from '@parley/domain/words/language'
import { formatList, languageName } from '@parley/messages/quantities'
import { useLocale } from '../../app/locale.tsx'
import { Words } from '../../ui/words.tsx'
import { inReadingOrder, missingIn } from './wording-form.ts'
import styles from './part.module.css'

/** A wording in every language it is wanted in, a missing one said to be missing. */
export const Wordings = ({
  wording,
  languages,
}: {
  readonly wording: Localized | undefined
  readonly languages: readonly string[]
}) => {
  const { language: own, say } = useLocale()
  return (
    <dl className={styles['wording']}>
      {inReadingOrder(languages, own).flatMap((language) => {
        const text = wording?.[language]
        return [
          <dt key={`${language} name`}>{languageName(own, language)}</dt>,
          <dd key={language}>
            {text === undefined ? (
              <span className={styles['missing']}>{say('prepare.missing-mark')}</span>
            ) : (
              <Words text={text} lang={language} />
            )}
          </dd>,
        ]
      })}
    </dl>
  )
}

/** The languages a wording lacks, in words; nothing where it lacks none. */
export const MissingLanguages = ({
  wording,
  languages,
}: {
  readonly wording: Localized | undefined
  readonly languages: readonly string[]
}) => {
  const { language: own, say } = useLocale()
  const missing = missingIn(wording, languages)
  if (missing.length === 0) return null
  const names = formatList(
    own,
    missing.map((one) => languageName(own, one)),
  )
  return <small className={styles['missing']}>{say('prepare.missing-in', { languages: names })}</small>
}
