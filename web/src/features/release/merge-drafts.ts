import type { Paragraph } from '@parley/domain/release/events'
import { LINES, type LineName, type WorkingDraft } from './working-draft.ts'

/** A part that two editors changed differently: a line, a paragraph by its key, or the paragraphs as a whole. */
export type Clash =
  | { readonly part: LineName; readonly theirs: string }
  | { readonly part: 'paragraph'; readonly key: string; readonly theirs: Paragraph }
  | { readonly part: 'paragraphs'; readonly theirs: readonly Paragraph[] }

export type Merged = { readonly draft: WorkingDraft; readonly clashes: readonly Clash[] }

/**
 * Two edits of one revision brought together. What only one of them changed is taken from that one; where both did, mine
 * stands and theirs is told beside it, so that no word of either is lost.
 */
export const mergeDrafts = (base: WorkingDraft, mine: WorkingDraft, theirs: WorkingDraft): Merged => {
  const clashes: Clash[] = []
  const lines = { ...mine }
  for (const part of LINES) {
    if (mine[part] === base[part]) lines[part] = theirs[part]
    else if (theirs[part] !== base[part] && theirs[part] !== mine[part]) {
      clashes.push({ part, theirs: theirs[part] })
    }
  }
  const paragraphs = mergeParagraphs(base.paragraphs, mine.paragraphs, theirs.paragraphs)
  return {
    draft: { ...lines, paragraphs: paragraphs.merged },
    clashes: [...clashes, ...paragraphs.clashes],
  }
}

type Paragraphs = WorkingDraft['paragraphs']

const mergeParagraphs = (
  base: Paragraphs,
  mine: Paragraphs,
  theirs: Paragraphs,
): { readonly merged: Paragraphs; readonly clashes: readonly Clash[] } => {
  if (sameAll(mine, base)) return { merged: theirs, clashes: [] }
  if (sameAll(theirs, base) || sameAll(theirs, mine)) return { merged: mine, clashes: [] }
  if (mine.length !== base.length || theirs.length !== base.length) {
    return { merged: mine, clashes: [{ part: 'paragraphs', theirs }] }
  }
  const clashes: Clash[] = []
  const merged = mine.map((own, place) => {
    const before = base[place] ?? own
    const other = theirs[place] ?? own
    if (same(own, before)) return { ...other, key: own.key }
    if (!same(other, before) && !same(other, own)) {
      clashes.push({ part: 'paragraph', key: own.key, theirs: other })
    }
    return own
  })
  return { merged, clashes }
}

const same = (one: Paragraph, other: Paragraph): boolean =>
  one.text === other.text && one.facts.join() === other.facts.join()

const sameAll = (one: readonly Paragraph[], other: readonly Paragraph[]): boolean =>
  one.length === other.length &&
  one.every((paragraph, place) => {
    const beside = other[place]
    return beside !== undefined && same(paragraph, beside)
  })
