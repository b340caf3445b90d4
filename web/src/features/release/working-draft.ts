import { Expression, type Paragraph } from '@parley/domain/release/events'

/** A paragraph while it is edited; the key stays with it when it is moved. */
export type WorkingParagraph = Paragraph & { readonly key: string }

export const LINES = ['headline', 'deck', 'dateline', 'byline', 'source'] as const
export type LineName = (typeof LINES)[number]

/** A release while it is edited: every line is there, and may be empty. */
export type WorkingDraft = Readonly<Record<LineName, string>> & {
  readonly paragraphs: readonly WorkingParagraph[]
}

/** Makes keys that no paragraph of this page has had. */
export type FreshKey = () => string

export const freshKeys = (): FreshKey => {
  let count = 0
  return () => `p${(count += 1)}`
}

export const workingDraft = (expression: Expression, freshKey: FreshKey): WorkingDraft => ({
  headline: expression.headline,
  deck: expression.deck ?? '',
  dateline: expression.dateline,
  byline: expression.byline,
  source: expression.source,
  paragraphs: expression.paragraphs.map((one) => ({ ...one, key: freshKey() })),
})

export const emptyDraft = (freshKey: FreshKey): WorkingDraft => ({
  headline: '',
  deck: '',
  dateline: '',
  byline: '',
  source: '',
  paragraphs: [{ key: freshKey(), text: '', facts: [] }],
})

/** What would be recorded: in composed letters, without spaces around, without a deck or paragraphs that say nothing. */
export const expressionFrom = (draft: WorkingDraft): Expression => {
  const { headline, deck, dateline, byline, source } = draft
  const paragraphs = draft.paragraphs
    .map(({ text, facts }) => ({ text: tidy(text), facts }))
    .filter(({ text }) => text !== '')
  return {
    headline: tidy(headline),
    ...(tidy(deck) === '' ? {} : { deck: tidy(deck) }),
    dateline: tidy(dateline),
    byline: tidy(byline),
    source: tidy(source),
    paragraphs,
  }
}

const tidy = (text: string): string => text.normalize('NFC').replaceAll('\r\n', '\n').trim()

/** What keeps a draft from being recorded: the part and the code of what is wrong with it. */
export type DraftFault = { readonly part: LineName | 'paragraphs'; readonly code: string }

export const draftFaults = (draft: WorkingDraft): readonly DraftFault[] => {
  const parsed = Expression.safeParse(expressionFrom(draft))
  if (parsed.success) return []
  const faults = parsed.error.issues.map(({ path, message }): DraftFault => {
    const line = LINES.find((one) => one === path[0])
    return { part: line ?? 'paragraphs', code: message }
  })
  return faults.filter((one, index) => faults.findIndex(({ part }) => part === one.part) === index)
}

type Paragraphs = WorkingDraft['paragraphs']

export const paragraphAfter = (paragraphs: Paragraphs, key: string, fresh: string): Paragraphs =>
  paragraphs.flatMap((one) => (one.key === key ? [one, { key: fresh, text: '', facts: [] }] : [one]))

export const paragraphMoved = (paragraphs: Paragraphs, key: string, by: -1 | 1): Paragraphs => {
  const from = paragraphs.findIndex((one) => one.key === key)
  const moved = paragraphs[from]
  const to = from + by
  if (moved === undefined || to < 0 || to >= paragraphs.length) return paragraphs
  return paragraphs.toSpliced(from, 1).toSpliced(to, 0, moved)
}

/** The last paragraph stays: a release has at least one. */
export const paragraphRemoved = (paragraphs: Paragraphs, key: string): Paragraphs =>
  paragraphs.length < 2 ? paragraphs : paragraphs.filter((one) => one.key !== key)

export const paragraphChanged = (
  paragraphs: Paragraphs,
  key: string,
  change: Partial<Paragraph>,
): Paragraphs => paragraphs.map((one) => (one.key === key ? { ...one, ...change } : one))
