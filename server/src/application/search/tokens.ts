import { newStemmer } from 'snowball-stemmers'

/** A term as the index knows it, and where it stands in the text (UTF-16 offsets). */
export type Token = { readonly term: string; readonly start: number; readonly end: number }

const HAN = /\p{Script=Han}/u
const CYRILLIC = /\p{Script=Cyrillic}/u
const ARABIC = /\p{Script=Arabic}/u
const RUNS = /\p{Script=Han}+|(?:[^\P{L}\p{Script=Han}]|\p{M})+|\p{N}+/gu

const russian = newStemmer('russian')
const english = newStemmer('english')
const arabic = newStemmer('arabic')
const stems = new Map<string, string>()
const STEMS_KEPT = 100_000

/**
 * The tokens of a text, the same for index and query. Runs of Han characters give pairs of neighbours (one character
 * alone gives itself); words give their Snowball stem, stemmed until it no longer changes, because one pass leaves
 * the cases of a Russian surname with different stems.
 */
export const tokens = (text: string): readonly Token[] => {
  const found: Token[] = []
  for (const match of text.matchAll(RUNS)) {
    const [run] = match
    if (HAN.test(run)) pairs(run, match.index, found)
    else found.push({ term: stem(folded(run)), start: match.index, end: match.index + run.length })
  }
  return found
}

/** The terms of a text in order, repeated as often as they occur. */
export const terms = (text: string): readonly string[] => tokens(text).map(({ term }) => term)

const folded = (run: string): string => run.normalize('NFKC').toLowerCase().replaceAll('ё', 'е')

const pairs = (run: string, start: number, found: Token[]): void => {
  const characters = Array.from(run)
  if (characters.length === 1) found.push({ term: folded(run), start, end: start + run.length })
  let at = start
  for (const [index, character] of characters.entries()) {
    const next = characters[index + 1]
    if (next === undefined) return
    found.push({ term: folded(character + next), start: at, end: at + character.length + next.length })
    at += character.length
  }
}

const stem = (word: string): string => {
  const known = stems.get(word)
  if (known !== undefined) return known
  const stemmer = CYRILLIC.test(word) ? russian : ARABIC.test(word) ? arabic : english
  let stemmed = word
  for (;;) {
    const shorter = stemmer.stem(stemmed)
    if (shorter === stemmed || shorter.length < 3) break
    stemmed = shorter
  }
  if (stems.size >= STEMS_KEPT) stems.clear()
  stems.set(word, stemmed)
  return stemmed
}
