import { chooseCatalogue, directionOf, hasCatalogue, type Catalogue } from '@parley/messages/choose-catalogue'
import { format, type Key, type Params } from '@parley/messages/format'
import { createContext, useContext, useEffect, useState, type ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components'

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

const KEPT = 'parley.language'

/** The person's own language, whatever the meeting's are: as chosen here before, as the address asks, or as the browser prefers. */
export const firstLanguage = (
  search: string,
  kept: string | null,
  preferred: readonly string[],
): Catalogue => {
  const asked = new URLSearchParams(search).get('lang')
  if (asked !== null && hasCatalogue(asked)) return asked
  return kept !== null && hasCatalogue(kept) ? kept : chooseCatalogue(preferred)
}

export const LocaleProvider = ({ children }: { readonly children: ReactNode }) => {
  const [language, setLanguage] = useState(() =>
    firstLanguage(location.search, localStorage.getItem(KEPT), navigator.languages),
  )
  useEffect(() => {
    document.documentElement.lang = language
    document.documentElement.dir = directionOf(language)
  }, [language])
  const locale: Locale = {
    language,
    say: (key, params) => format(language, key, params),
    choose: (next) => {
      localStorage.setItem(KEPT, next)
      setLanguage(next)
    },
  }
  return (
    <I18nProvider locale={language}>
      <LocaleContext value={locale}>{children}</LocaleContext>
    </I18nProvider>
  )
}
