import { CATALOGUES, directionOf, type Catalogue } from '@parley/messages/choose-catalogue'
import { format, type Key, type Params } from '@parley/messages/format'
import { holdWords } from '@parley/messages/words'
import { createContext, useContext, useEffect, useState, type ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components'
import { keepLanguage } from './own-language.ts'

export type Locale = {
  readonly language: Catalogue
  readonly say: (key: Key, params?: Params) => string
  readonly choose: (language: Catalogue) => void
}

const LocaleContext = createContext<Locale | undefined>(undefined)

export const useLocale = (): Locale => {
  const locale = useContext(LocaleContext)
  if (locale === undefined) throw new Error('no locale above')
  return locale
}

/** `first` is the language to begin in, whose words are held. */
export const LocaleProvider = ({
  first,
  children,
}: {
  readonly first: Catalogue
  readonly children: ReactNode
}) => {
  const [language, setLanguage] = useState(first)
  useEffect(() => {
    document.documentElement.lang = language
    document.documentElement.dir = directionOf(language)
  }, [language])
  const locale: Locale = {
    language,
    say: (key, params) => format(language, key, params),
    choose: (next) => {
      keepLanguage(next)
      void holdWords([next]).then(() => setLanguage(next))
    },
  }
  return (
    <I18nProvider locale={language}>
      <LocaleContext value={locale}>{children}</LocaleContext>
    </I18nProvider>
  )
}

/** Whether the words of languages that need not be the reader's own are held; they are fetched when first asked for. */
export const useWordsOf = (languages: readonly Catalogue[]): boolean => {
  const wanted = languages.join(' ')
  const [held, setHeld] = useState('')
  useEffect(() => {
    void holdWords(CATALOGUES.filter((one) => wanted.split(' ').includes(one))).then(() => setHeld(wanted))
  }, [wanted])
  return held === wanted
}
