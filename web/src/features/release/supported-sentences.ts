import type { Paragraph } from '@parley/domain/release/events'

/**
 * A sentence of a draft and the facts it rests on. `record`: word for word as the writer tells these facts; `editor`:
 * worded by an editor, resting on what is left of its paragraph's facts; with no facts at all it is unsupported.
 */
export type SupportedSentence = {
  readonly text: string
  readonly facts: readonly number[]
  readonly by: 'record' | 'editor'
}

/** A sentence as the writer of the language tells it. */
export type Written = { readonly text: string; readonly seqs: readonly number[] }

export const isUnsupported = ({ facts }: SupportedSentence): boolean => facts.length === 0

/**
 * A paragraph sentence by sentence; together they are its whole text. A sentence rests on its facts only if the paragraph
 * names them too: what is cleared and published is the paragraph with its facts.
 */
export const supportedSentences = (
  { text, facts }: Paragraph,
  written: readonly Written[],
  language: string,
): readonly SupportedSentence[] => {
  const own = new Set(facts)
  const known = written
    .filter(({ seqs, text: words }) => words.trim() !== '' && seqs.every((seq) => own.has(seq)))
    .toSorted((one, other) => other.text.length - one.text.length)
  const pieces = splitBy(text, known, language)
  const used = new Set(pieces.flatMap((piece) => piece.written?.seqs ?? []))
  const rest = facts.filter((seq) => !used.has(seq))
  const free = known.filter((one) => !pieces.some((piece) => piece.written === one))
  return joinedEnds(
    pieces.map((piece) => {
      if (piece.written !== undefined) return { text: piece.text, facts: piece.written.seqs, by: 'record' }
      const like = closest(piece.text, free, language)
      return { text: piece.text, facts: like?.seqs ?? rest, by: 'editor' }
    }),
  )
}

/** The facts all paragraphs of a draft name, each once, in the order of the record. */
export const citedFacts = (paragraphs: readonly Paragraph[]): readonly number[] =>
  [...new Set(paragraphs.flatMap(({ facts }) => facts))].toSorted((one, other) => one - other)

type Piece = { readonly text: string; readonly written?: Written }

const splitBy = (text: string, known: readonly Written[], language: string): readonly Piece[] => {
  if (text === '') return []
  for (const one of known) {
    const at = text.indexOf(one.text.normalize('NFC'))
    if (at < 0) continue
    const end = at + one.text.normalize('NFC').length
    const others = known.filter((other) => other !== one)
    return [
      ...splitBy(text.slice(0, at), others, language),
      { text: text.slice(at, end), written: one },
      ...splitBy(text.slice(end), others, language),
    ]
  }
  const segments = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)
  return [...segments].map(({ segment }) => ({ text: segment }))
}

/** The mark that ends a release: a word or two in brackets. */
const END_MARK = /^\s*[（(][\p{L}\s]{1,12}[）)][.。]?\s*$/u

const saysNothing = (text: string): boolean => !/[\p{L}\p{N}]/u.test(text) || END_MARK.test(text)

/** Spaces, stops and the end mark belong to the sentence before them. */
const joinedEnds = (sentences: readonly SupportedSentence[]): readonly SupportedSentence[] => {
  const kept: SupportedSentence[] = []
  for (const one of sentences) {
    const last = kept.at(-1)
    const lead = last === undefined ? 0 : saysNothing(one.text) ? one.text.length : one.text.search(/\S/)
    if (last !== undefined) kept[kept.length - 1] = { ...last, text: last.text + one.text.slice(0, lead) }
    if (lead < one.text.length) kept.push({ ...one, text: one.text.slice(lead) })
  }
  return kept
}

/** Sentences that share at least half of their words are taken for the same one, reworded. */
const LIKENESS = 0.5

const closest = (text: string, among: readonly Written[], language: string): Written | undefined => {
  const words = wordsOf(text, language)
  const ranked = among
    .map((one) => ({ one, likeness: likeness(words, wordsOf(one.text, language)) }))
    .toSorted((one, other) => other.likeness - one.likeness)
  const [best] = ranked
  return best !== undefined && best.likeness >= LIKENESS ? best.one : undefined
}

const wordsOf = (text: string, language: string): ReadonlySet<string> =>
  new Set(
    [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text.toLowerCase())]
      .filter(({ isWordLike }) => isWordLike === true)
      .map(({ segment }) => segment),
  )

/** Twice what is shared by what there is, from 0 to 1. */
const likeness = (one: ReadonlySet<string>, other: ReadonlySet<string>): number =>
  one.size + other.size === 0
    ? 0
    : (2 * [...one].filter((word) => other.has(word)).length) / (one.size + other.size)
