import type { Key } from '@parley/messages/format'
import type { PublicMeeting } from '../application/archive/public-record.ts'
import { type WorkCatalogue, documentId, partsOfDocument } from './catalogue-of-works.ts'
import type { Reader } from './reader.ts'
import type { Work } from './works.ts'

/** A work to read next, and why. */
export type Related = { readonly work: Work; readonly language: string; readonly reason: Key }

export const RELATED_SHOWN = 10
const SAME_KIND_SHOWN = 2
const FACT_WEIGHT = 0.1
const HALF_LIFE_DAYS = 180
const DAY_MS = 86_400_000

/**
 * Ten works to read after a release: the neighbouring meetings and the adopted texts first, then by likeness of
 * wording and by rare facts in common; news fades over half a year, records do not. At most two of a kind while
 * there are others. Fewer than ten only when there are no more.
 */
export const relatedTo = (
  catalogue: WorkCatalogue,
  reader: Reader,
  origin: Work & { readonly meeting: PublicMeeting },
): readonly Related[] => {
  const likeness = likenessTo(catalogue, origin, reader.language)
  const rarity = factRarity(catalogue)
  const candidates = [...catalogue.works.values()]
    .filter((work) => work.id !== origin.id)
    .map((work) => ({
      work,
      first: precedence(work, origin.meeting),
      score: ((likeness.get(work.id) ?? 0) + shared(work, origin, rarity)) * freshness(work, origin),
    }))
    .toSorted((a, b) => a.first - b.first || b.score - a.score || (a.work.id < b.work.id ? -1 : 1))
  const chosen = varied(candidates.map(({ work }) => work))
  return chosen.map((work) => ({
    work,
    language: shownIn(catalogue, work, reader.language),
    reason: reasonFor(work, origin),
  }))
}

const varied = (ranked: readonly Work[]): readonly Work[] => {
  const counts = new Map<string, number>()
  const chosen: Work[] = []
  const passed: Work[] = []
  for (const work of ranked) {
    const count = counts.get(work.kind) ?? 0
    counts.set(work.kind, count + 1)
    if (count < SAME_KIND_SHOWN) chosen.push(work)
    else passed.push(work)
  }
  return [...chosen.slice(0, RELATED_SHOWN), ...passed].slice(0, RELATED_SHOWN)
}

const isMeeting = (work: Work, dialogue: string, number: number): boolean =>
  work.kind === 'meeting' && work.meeting?.dialogue === dialogue && work.meeting.number === number

const precedence = (work: Work, { dialogue, meeting, number }: PublicMeeting): number => {
  if (isMeeting(work, dialogue, number - 1)) return 0
  if (work.kind === 'text' && work.meeting?.dialogue === dialogue && work.meeting.meeting === meeting)
    return 1
  if (isMeeting(work, dialogue, number + 1)) return 2
  return 3
}

const reasonFor = (work: Work, origin: Work & { readonly meeting: PublicMeeting }): Key => {
  const { dialogue, meeting, number } = origin.meeting
  switch (work.kind) {
    case 'meeting':
      if (isMeeting(work, dialogue, number - 1)) return 'portal.kind-previous-meeting'
      if (isMeeting(work, dialogue, number + 1)) return 'portal.kind-next-meeting'
      return work.meeting?.meeting === meeting && work.meeting.dialogue === dialogue
        ? 'portal.public-record'
        : 'portal.kind-meeting'
    case 'text':
      return 'portal.kind-adopted-text'
    case 'exchange':
      return 'portal.kind-exchange'
    case 'times':
      return 'portal.kind-record'
    case 'person':
      return 'portal.kind-person'
    case 'topic':
      return 'portal.kind-topic'
    case 'explainer':
      return 'portal.kind-explainer'
    case 'release':
      if (work.meeting?.dialogue !== dialogue) return 'portal.reason-similar'
      return work.meeting.meeting === meeting ? 'portal.reason-same-meeting' : 'portal.reason-same-dialogue'
  }
}

/** Works without the reader's language are shown in another of theirs, marked as such. */
const shownIn = (catalogue: WorkCatalogue, work: Work, language: string): string => {
  const languages = catalogue.languagesOf(work)
  return languages.includes(language) ? language : (languages[0] ?? language)
}

const likenessTo = (
  catalogue: WorkCatalogue,
  origin: Work,
  language: string,
): ReadonlyMap<string, number> => {
  const likeness = new Map<string, number>()
  for (const [document, cosine] of catalogue.index.alike(documentId(origin.id, language))) {
    const { work } = partsOfDocument(document)
    likeness.set(work, Math.max(likeness.get(work) ?? 0, cosine))
  }
  return likeness
}

const rarities = new WeakMap<WorkCatalogue, (fact: string) => number>()

const factRarity = (catalogue: WorkCatalogue): ((fact: string) => number) => {
  const known = rarities.get(catalogue)
  if (known !== undefined) return known
  const counts = new Map<string, number>()
  for (const work of catalogue.works.values())
    for (const fact of work.facts) counts.set(fact, (counts.get(fact) ?? 0) + 1)
  const rarity = (fact: string): number => Math.log(1 + catalogue.works.size / (counts.get(fact) ?? 1))
  rarities.set(catalogue, rarity)
  return rarity
}

const shared = (work: Work, origin: Work, rarity: (fact: string) => number): number => {
  const facts = new Set(origin.facts)
  return FACT_WEIGHT * work.facts.reduce((sum, fact) => sum + (facts.has(fact) ? rarity(fact) : 0), 0)
}

const freshness = (work: Work, origin: Work): number => {
  if (work.kind !== 'release' || work.day === undefined || origin.day === undefined) return 1
  return 0.5 ** (Math.abs(work.day.at - origin.day.at) / DAY_MS / HALF_LIFE_DAYS)
}
