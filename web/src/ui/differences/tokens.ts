/*
 * Words as a reader of the language takes them, from the browser's own segmenter (UAX #29 and its dictionaries). A text is
 * cut at its punctuation first: some engines copy the whole text for every word they find, and none needs more than a
 * clause to tell one word from the next. Where words begin differs between engines: nothing here may be stored.
 */

const CLAUSE = /[^\p{P}\n]*[\p{P}\n]?/gu
/** Longer pieces without any punctuation are cut as they come. */
const LONGEST_PIECE = 400

const segmenters = new Map<string, Intl.Segmenter>()

const segmenterFor = (language: string): Intl.Segmenter => {
  const known = segmenters.get(language)
  if (known !== undefined) return known
  const made = new Intl.Segmenter(language, { granularity: 'word' })
  segmenters.set(language, made)
  return made
}

/** The text as words, spaces and signs in order; put together again they are the text. Numbers with their signs stay whole. */
export const tokensOf = (language: string, text: string): readonly string[] => {
  const segmenter = segmenterFor(language)
  const tokens: string[] = []
  for (const piece of piecesOf(text)) for (const { segment } of segmenter.segment(piece)) tokens.push(segment)
  return numbersWhole(tokens)
}

const piecesOf = function* (text: string): Generator<string> {
  for (const [clause] of text.matchAll(CLAUSE)) {
    for (let from = 0; from < clause.length;) {
      const to = wholeCharacters(clause, Math.min(clause.length, from + LONGEST_PIECE))
      yield clause.slice(from, to)
      from = to
    }
  }
}

/** Never between the two halves of a character beyond the basic plane. */
const wholeCharacters = (text: string, at: number): number => {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff ? at + 1 : at
}

const ENDS_IN_DIGIT = /[\d〇一二三四五六七八九十百千万]$/
const STARTS_WITH_DIGIT = /^[\d〇一二三四五六七八九十百千万]/

/** A date or an article number is read as one thing: 12.5, 2020-07-23, 1 200. */
const numbersWhole = (tokens: readonly string[]): readonly string[] => {
  const whole: string[] = []
  for (const [index, token] of tokens.entries()) {
    const last = whole.at(-1)
    const next = tokens[index + 1]
    const joins =
      last !== undefined &&
      ((ENDS_IN_DIGIT.test(last) && STARTS_WITH_DIGIT.test(token)) ||
        (/\d[.,:/\u2013-]$/.test(last) && /^\d/.test(token)) ||
        (/\d$/.test(last) && /^[.,:/\u2013-]$/.test(token) && /^\d/.test(next ?? '')))
    if (joins) whole[whole.length - 1] = last + token
    else whole.push(token)
  }
  return whole
}
