import { chooseCatalogue, hasCatalogue, type Catalogue } from '@parley/messages/choose-catalogue'

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

/** The language this window begins in. */
export const ownLanguage = (): Catalogue =>
  firstLanguage(location.search, localStorage.getItem(KEPT), navigator.languages)

/** The language chosen here, for the next time. */
export const keepLanguage = (language: Catalogue): void => localStorage.setItem(KEPT, language)
