import { chooseCatalogue, directionOf, type Catalogue } from '@parley/messages/choose-catalogue'
import { format, type Key, type Params } from '@parley/messages/format'

/** One language of a hall's screen: its words, or none where nobody has written the house's words in it. */
export type HallLanguage = {
  readonly lang: string
  readonly dir: 'ltr' | 'rtl'
  readonly catalogue: Catalogue | undefined
}

/** The languages a hall reads at equal rank; more than three could not be read from three metres. */
export const hallLanguages = (languages: readonly string[]): readonly HallLanguage[] =>
  languages.slice(0, 3).map((lang) => {
    const catalogue = chooseCatalogue([lang])
    return {
      lang,
      dir: directionOf(lang),
      catalogue: lang.split('-')[0] === catalogue ? catalogue : undefined,
    }
  })

/** The house's words in this language; empty where there are none, for the other languages have them. */
export const hallSays = ({ catalogue }: HallLanguage, key: Key, params?: Params): string =>
  catalogue === undefined ? '' : format(catalogue, key, params)

/** How many letters the longest word of these names has, at least ten: the size of the names is such that none is broken. */
export const longestWord = (names: readonly string[]): number =>
  Math.max(10, ...names.flatMap((name) => name.split(/[\s-]+/).map((word) => word.length)))
