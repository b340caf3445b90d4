import type { ProceedingsCommand } from '@parley/domain/proceedings/events'
import type { BlockKind } from '@parley/domain/text/things'

/** What somebody wants of a text, as a form holds it. */
export type Proposing =
  | { readonly what: 'new'; readonly kind: BlockKind; readonly after: string | null }
  | { readonly what: 'change'; readonly block: string; readonly base: string }
  | { readonly what: 'delete'; readonly block: string; readonly base: string }

/** The wording per language as it is written; an empty one is a language that is left out for now. */
export type Written = Readonly<Record<string, string>>

/** The act that tables it, under names of its own. Spaces at either end are nobody's wish. */
export const tablingOf = (
  text: string,
  proposing: Proposing,
  written: Written,
  names: { readonly proposal: string; readonly block: string },
): ProceedingsCommand => {
  const { proposal } = names
  switch (proposing.what) {
    case 'new':
      return {
        type: 'TableProposal',
        text,
        proposal,
        block: names.block,
        kind: proposing.kind,
        intent: 'new',
        body: bodyOf(written),
        after: proposing.after,
      }
    case 'change':
      return {
        type: 'TableProposal',
        text,
        proposal,
        block: proposing.block,
        intent: 'edit',
        body: bodyOf(written),
        base: proposing.base,
      }
    case 'delete':
      return {
        type: 'TableProposal',
        text,
        proposal,
        block: proposing.block,
        intent: 'delete',
        body: {},
        base: proposing.base,
      }
  }
}

const bodyOf = (written: Written): Record<string, string> =>
  Object.fromEntries(
    Object.entries(written)
      .map(([language, words]) => [language, words.trim()] as const)
      .filter(([, words]) => words !== ''),
  )

/** The languages of the text in which nothing is written. */
export const languagesLeftOut = (languages: readonly string[], written: Written): readonly string[] =>
  languages.filter((language) => (written[language] ?? '').trim() === '')

/** The order of blocks with one of them moved by one place. */
export const movedBy = (order: readonly string[], block: string, by: -1 | 1): readonly string[] => {
  const from = order.indexOf(block)
  const to = from + by
  if (from === -1 || to < 0 || to >= order.length) return order
  const without = order.filter((one) => one !== block)
  return [...without.slice(0, to), block, ...without.slice(to)]
}

/** A name nobody can have guessed or used: a letter for what it names, and 60 random bits. */
export const freshName = (letter: 'b' | 'p' | 's' | 't'): string =>
  `${letter}-${Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => (byte % 32).toString(32)).join('')}`
