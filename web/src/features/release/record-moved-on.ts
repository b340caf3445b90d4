import type { Paragraph } from '@parley/domain/release/events'
import { collectFacts } from '@parley/domain/release/facts'
import type { Recorded } from '@parley/domain/decider'
import type { ProceedingsEvent } from '@parley/domain/proceedings/events'
import { hasWriter, writeRelease, writtenSentences } from '@parley/messages/writers/index'
import { citedFacts, type Written } from './supported-sentences.ts'

/** What the record tells now, as the writer of a language would put it. */
export type ToldNow = {
  readonly sentences: readonly Written[]
  readonly paragraphs: readonly Paragraph[]
  /** Every fact the writer would rest on. */
  readonly facts: readonly number[]
}

/** Where no writer knows the language, the English one still says which facts a release may rest on. */
const OTHERWISE = 'en'

/** Nothing while the record has no meeting on it. */
export const toldNow = (
  record: Iterable<Recorded<ProceedingsEvent>>,
  language: string,
): ToldNow | undefined => {
  const events = [...record]
  if (!events.some(({ event }) => event.type === 'MeetingConvened')) return undefined
  const facts = collectFacts(events)
  const paragraphs = writeRelease(hasWriter(language) ? language : OTHERWISE, facts)?.paragraphs ?? []
  return { sentences: writtenSentences(language, facts), paragraphs, facts: citedFacts(paragraphs) }
}

/** What a draft does not say yet, and what it says that the record no longer does. */
export type Difference = { readonly unsaid: readonly number[]; readonly outdated: readonly number[] }

/** Facts an editor chose beyond those a writer uses are not outdated: only what the writer once used can become so. */
export const sinceDraft = (
  paragraphs: readonly Paragraph[],
  first: readonly Paragraph[],
  now: Pick<ToldNow, 'facts'>,
): Difference => {
  const cited = new Set(citedFacts(paragraphs))
  const told = new Set(now.facts)
  return {
    unsaid: now.facts.filter((seq) => !cited.has(seq)),
    outdated: citedFacts(first).filter((seq) => cited.has(seq) && !told.has(seq)),
  }
}
