import { ar } from './catalogue/ar.ts'
import { en, type Key } from './catalogue/en.ts'
import { ru } from './catalogue/ru.ts'
import { zh } from './catalogue/zh.ts'
import type { Catalogue } from './choose-catalogue.ts'

/*
 * Where all languages are at hand. A browser, which speaks one of them, is given words-on-demand.ts in its place by
 * the package's exports: both hold the same functions.
 */

/** Every word of a language. */
export type Words = Readonly<Record<Key, string>>

const WORDS: Readonly<Record<Catalogue, Words>> = { zh, ru, en, ar }

/** The words of a language that is held; of one that is not, a bug that throws. */
export const wordsOf = (language: Catalogue): Words => WORDS[language]

/** Fetches the words of these languages; from then on they are held. */
export const holdWords = (_languages: readonly Catalogue[]): Promise<void> => Promise.resolve()

/** Whether there are words for a key made at run time, from a code or a kind. */
export const hasKey = (key: string): key is Key => Object.hasOwn(en, key)
