import { tokens } from './tokens.ts'

/** A piece of an excerpt; `found` pieces answer the query. */
export type Piece = { readonly text: string; readonly found: boolean }

const HAN = /\p{Script=Han}/u
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** How much of a text an excerpt shows: about 100 Han characters or 200 letters. */
const limitOf = (text: string): number => (HAN.test(text.slice(0, 40)) ? 100 : 200)

/** The beginning of a text on one line, cut between graphemes, with an ellipsis where it was cut. */
export const excerpt = (text: string): string => cut(text.replaceAll(/\s+/gu, ' ').trim(), 0)

const cut = (text: string, from: number): string => {
  const limit = limitOf(text)
  if (from === 0 && text.length <= limit) return text
  let kept = ''
  for (const { segment } of graphemes.segment(text.slice(from, from + limit * 2))) {
    if (kept.length + segment.length > limit) break
    kept += segment
  }
  const whole = from + kept.length >= text.length
  return `${from > 0 ? '…' : ''}${whole ? kept : `${trimmedWord(kept)}…`}`
}

/** Does not leave half a word before the ellipsis, in scripts that separate words. */
const trimmedWord = (text: string): string => {
  if (HAN.test(text.slice(-2))) return text
  const space = text.lastIndexOf(' ')
  return (space > text.length - 30 && space > 0 ? text.slice(0, space) : text).replace(/[\s,;:–—-]+$/u, '')
}

/** The part of a text that answers a query best, with the answering words marked. */
export const highlighted = (text: string, query: string): readonly Piece[] => {
  const line = text.replaceAll(/\s+/gu, ' ').trim()
  const asked = new Set(tokens(query).map(({ term }) => term))
  const single = [...asked].filter((term) => /^\p{Script=Han}$/u.test(term))
  const hits = tokens(line).filter(
    ({ term }) => asked.has(term) || single.some((character) => term.startsWith(character)),
  )
  const [first] = hits
  const from =
    first === undefined || first.start < limitOf(line) / 2 ? 0 : boundaryBefore(line, first.start - 30)
  const shown = cut(line, from)
  const shift = from > 0 ? from - 1 : 0
  return pieces(
    shown,
    hits.map(({ start, end }) => ({ start: start - shift, end: end - shift })),
  )
}

const boundaryBefore = (text: string, at: number): number => {
  const space = text.lastIndexOf(' ', at)
  return space > at - 30 && space > 0
    ? space + 1
    : (graphemes.segment(text).containing(Math.max(0, at))?.index ?? 0)
}

const pieces = (
  text: string,
  hits: readonly { readonly start: number; readonly end: number }[],
): readonly Piece[] => {
  const found: Piece[] = []
  let at = 0
  for (const { start, end } of merged(hits)) {
    if (end > text.length) break
    if (start > at) found.push({ text: text.slice(at, start), found: false })
    found.push({ text: text.slice(start, end), found: true })
    at = end
  }
  if (at < text.length) found.push({ text: text.slice(at), found: false })
  return found
}

const merged = (
  hits: readonly { readonly start: number; readonly end: number }[],
): readonly { readonly start: number; readonly end: number }[] => {
  const spans: { start: number; end: number }[] = []
  for (const { start, end } of hits) {
    const last = spans.at(-1)
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end)
    else if (start >= 0) spans.push({ start, end })
  }
  return spans
}
