import type { Key } from './catalogue/en.ts'
import type { Catalogue } from './choose-catalogue.ts'
import type { Words } from './words.ts'

/* The browser's side of words.ts: a language's words are fetched when first needed, and once. */

const FETCH: Readonly<Record<Catalogue, () => Promise<Words>>> = {
  zh: async () => (await import('./catalogue/zh.ts')).zh,
  ru: async () => (await import('./catalogue/ru.ts')).ru,
  en: async () => (await import('./catalogue/en.ts')).en,
  ar: async () => (await import('./catalogue/ar.ts')).ar,
}

const held = new Map<Catalogue, Words>()

export const wordsOf = (language: Catalogue): Words => {
  const words = held.get(language)
  if (words === undefined) throw new Error(`the words of ${language} have not been fetched`)
  return words
}

export const holdWords = async (languages: readonly Catalogue[]): Promise<void> => {
  await Promise.all(
    languages.map(async (language) => {
      if (!held.has(language)) held.set(language, await FETCH[language]())
    }),
  )
}

/** Every language has the same keys, so that any one that is held knows. */
export const hasKey = (key: string): key is Key => {
  const [words] = held.values()
  return words !== undefined && Object.hasOwn(words, key)
}
