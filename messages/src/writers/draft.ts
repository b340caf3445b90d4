import type { Expression, Paragraph } from '@parley/domain/release/events'
import { exceedsWriting } from '@parley/domain/words/size'

/** A sentence and the sequence numbers of the events it rests on. */
export type Sentence = { readonly text: string; readonly seqs: readonly number[] }

/** What a writer may say, or nothing where the record does not tell it. */
export type MaybeSentence = Sentence | undefined

/** What a language's writer makes of the facts; `between` stands between sentences, `end` after the last one. */
export type Draft = {
  readonly headline: string
  readonly deck: string | undefined
  readonly dateline: string
  readonly byline: string
  readonly source: string
  readonly paragraphs: readonly (readonly MaybeSentence[])[]
  readonly between: string
  readonly end: string
}

const LINE_CHARACTERS = 500
const PASSAGE_CHARACTERS = 12_000
const PARAGRAPHS = 60
const FACTS = 200

/**
 * The expression of a draft: sentences joined, empty paragraphs gone, everything within the limits of the record. A
 * paragraph too long for one is continued in the next. When the whole would not fit into one event, the longest paragraphs between the first and the
 * last are left to the editor; this takes positions of many pages, never the facts of an ordinary meeting.
 */
export const expressionOf = (draft: Draft): Expression => {
  const written = draft.paragraphs.flatMap((sentences) => paragraphsOf(sentences, draft.between))
  const last = written.at(-1)
  const ended =
    last === undefined ? [] : [...written.slice(0, -1), { ...last, text: `${last.text}${draft.end}` }]
  const { headline, dateline, byline, source, deck } = draft
  const around = {
    headline: cut(headline, LINE_CHARACTERS),
    ...(deck === undefined ? {} : { deck: cut(deck, PASSAGE_CHARACTERS) }),
    dateline: cut(dateline, LINE_CHARACTERS),
    byline: cut(byline, LINE_CHARACTERS),
    source: cut(source, LINE_CHARACTERS),
  }
  return { ...around, paragraphs: fitting(ended, (paragraphs) => exceedsWriting({ ...around, paragraphs })) }
}

/** One sentence with everything it rests on. */
export const sentence = (
  text: string,
  ...facts: readonly { readonly seqs: readonly number[] }[]
): Sentence => ({
  text,
  seqs: facts.flatMap(({ seqs }) => seqs),
})

/* Room is kept for the end mark. */
const ROOM = PASSAGE_CHARACTERS - 16

const paragraphsOf = (sentences: readonly MaybeSentence[], between: string): Paragraph[] => {
  const paragraphs: Paragraph[] = []
  for (const one of sentences) {
    if (one === undefined || one.text.trim() === '') continue
    const text = cut(one.text, ROOM)
    const last = paragraphs.at(-1)
    const joined = last === undefined ? text : `${last.text}${between}${text}`.normalize('NFC')
    const facts = numbers([...(last?.facts ?? []), ...one.seqs])
    if (last === undefined || joined.length > ROOM || facts.length > FACTS) {
      paragraphs.push({ text, facts: numbers(one.seqs).slice(0, FACTS) })
    } else {
      paragraphs[paragraphs.length - 1] = { text: joined, facts }
    }
  }
  return paragraphs
}

const numbers = (seqs: readonly number[]): number[] =>
  [...new Set(seqs)].toSorted((one, other) => one - other)

const fitting = (paragraphs: readonly Paragraph[], exceeds: (all: Paragraph[]) => boolean): Paragraph[] => {
  const kept = [...paragraphs]
  while (kept.length > 2 && (kept.length > PARAGRAPHS || exceeds(kept))) {
    const longest = kept.reduce(
      (best, one, index) =>
        index > 0 && index < kept.length - 1 && one.text.length > (kept[best]?.text.length ?? 0)
          ? index
          : best,
      1,
    )
    kept.splice(longest, 1)
  }
  return kept
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** At most so many UTF-16 units, cut between characters as people see them, with an ellipsis where cut. */
const cut = (text: string, limit: number): string => {
  const whole = text.normalize('NFC')
  if (whole.length <= limit) return whole
  let kept = ''
  for (const { segment } of graphemes.segment(whole)) {
    if (kept.length + segment.length > limit - 1) break
    kept += segment
  }
  return `${kept.trimEnd()}…`
}
