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

/**
 * The letters that set the size of names on a wall: of the longest word, at least ten, so that none is broken, and of
 * the longest name, so that none needs more than three lines.
 */
export const lettersOf = (names: readonly string[]): { readonly word: number; readonly name: number } => ({
  word: Math.max(10, ...names.flatMap((name) => name.split(/[\s-]+/).map((word) => word.length))),
  name: Math.max(10, ...names.map((name) => name.length)),
})
