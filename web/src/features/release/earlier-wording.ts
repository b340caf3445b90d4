import type { Recorded } from '@parley/domain/decider'
import type { ProceedingsEvent } from '@parley/domain/proceedings/events'
import type { Expression } from '@parley/domain/release/events'
import type { LanguageVersion } from '@parley/domain/release/state'

type Facts = Iterable<Recorded<ProceedingsEvent>>
type Place = { readonly release: string; readonly language: string }

/** The first wording of a language version, with which the record was told. */
export const firstWording = (facts: Facts, { release, language }: Place): Expression | undefined => {
  for (const { event } of facts) {
    if (event.type === 'ReleaseDrafted' && event.release === release && event.language === language) {
      return event.expression
    }
  }
  return undefined
}

/** An earlier wording that what stands now is read against. */
export type Earlier =
  | { readonly since: 'edition'; readonly edition: number; readonly expression: Expression }
  | { readonly since: 'cleared'; readonly expression: Expression }

/**
 * What one person compares the draft with: what their own side last cleared, where that was a later wording than the last
 * edition; otherwise that edition. Nothing where the draft is what they know.
 */
export const earlierWording = (
  facts: Facts,
  { release, language, hash, editions }: LanguageVersion,
  own: string | undefined,
): Earlier | undefined => {
  const wordings = new Map<string, Expression>()
  let cleared: string | undefined
  for (const { event } of facts) {
    if (!('release' in event) || event.release !== release || event.language !== language) continue
    if (event.type === 'ReleaseDrafted' || event.type === 'ReleaseEdited') {
      wordings.set(event.hash, event.expression)
    } else if (event.type === 'ReleaseCleared' && event.delegation === own) cleared = event.hash
  }
  const last = editions.at(-1)
  const known = cleared === undefined ? undefined : wordings.get(cleared)
  if (known !== undefined && cleared !== hash && cleared !== last?.hash) {
    return { since: 'cleared', expression: known }
  }
  return last === undefined || last.hash === hash || cleared === hash
    ? undefined
    : { since: 'edition', edition: last.edition, expression: last.expression }
}

/** A release as one passage, for comparing. */
export const asPassage = ({ headline, deck, dateline, byline, source, paragraphs }: Expression): string =>
  [headline, deck, dateline, byline, source, ...paragraphs.map(({ text }) => text)]
    .filter((part) => part !== undefined)
    .join('\n')
