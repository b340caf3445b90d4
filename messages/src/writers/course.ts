import type { ItemFact, PositionFact, ReleaseFacts } from '@parley/domain/release/facts'

/** Topics taken up one after the other, an exchange, or remarks. */
export type Stretch =
  | {
      readonly kind: 'topics'
      readonly topics: readonly ItemFact[]
      /** Whether other topics were told before, with something else between. */
      readonly again: boolean
    }
  | { readonly kind: 'exchange' | 'remarks'; readonly item: ItemFact }

/** What the meeting did, in the order it did it, a list of stretches to each paragraph. */
export type Course = {
  /** Taken up before the item under which messages were read. */
  readonly beforeMessages: readonly (readonly Stretch[])[]
  readonly afterMessages: readonly (readonly Stretch[])[]
}

/**
 * The items that are told, in the order they were first taken up: all topics, and exchanges and remarks somebody spoke
 * under. Remarks share the paragraph of what they followed.
 */
export const courseOf = ({ items }: Pick<ReleaseFacts, 'items'>): Course => {
  const reading = items.findIndex(({ kind }) => kind === 'messages')
  const before = stretchesOf(items.slice(0, Math.max(reading, 0)), false)
  const discussed = before.some(({ kind }) => kind === 'topics')
  return {
    beforeMessages: paragraphsOf(before),
    afterMessages: paragraphsOf(stretchesOf(items.slice(reading + 1), discussed)),
  }
}

const stretchesOf = (items: readonly ItemFact[], discussed: boolean): readonly Stretch[] => {
  const stretches: Stretch[] = []
  for (const item of items) {
    const last = stretches.at(-1)
    if (item.kind === 'topic' && last?.kind === 'topics') {
      stretches[stretches.length - 1] = { ...last, topics: [...last.topics, item] }
    } else if (item.kind === 'topic') {
      const again = discussed || stretches.some(({ kind }) => kind === 'topics')
      stretches.push({ kind: 'topics', topics: [item], again })
    } else if ((item.kind === 'exchange' || item.kind === 'remarks') && item.speakers.length > 0) {
      stretches.push({ kind: item.kind, item })
    }
  }
  return stretches
}

const paragraphsOf = (stretches: readonly Stretch[]): readonly (readonly Stretch[])[] => {
  const paragraphs: Stretch[][] = []
  for (const stretch of stretches) {
    const last = paragraphs.at(-1)
    if (stretch.kind === 'remarks' && last !== undefined) last.push(stretch)
    else paragraphs.push([stretch])
  }
  return paragraphs
}

/** A topic of a stretch that has more to tell than its title; `place` counts from one within the stretch. */
export type ToldTopic = {
  readonly item: ItemFact
  readonly place: number
  readonly positions: readonly PositionFact[]
}

/** So many topics name their speakers in one sentence. */
const CLAUSES = 3

/**
 * Topics gathered into sentences: those with speakers stand together until one has positions to be told after it, which
 * is then the last of its group; a topic with positions alone is a group of its own.
 */
export const gathered = (
  topics: readonly ItemFact[],
  positionsOn: (item: string) => readonly PositionFact[],
): readonly (readonly ToldTopic[])[] => {
  const groups: ToldTopic[][] = []
  let open: ToldTopic[] | undefined
  for (const [index, item] of topics.entries()) {
    const topic = { item, place: index + 1, positions: positionsOn(item.item) }
    if (item.speakers.length === 0 && topic.positions.length === 0) continue
    if (open === undefined || item.speakers.length === 0) {
      open = []
      groups.push(open)
    }
    open.push(topic)
    if (topic.positions.length > 0 || open.length === CLAUSES) open = undefined
  }
  return groups
}

/** Titles are listed in one sentence while there are no more than these, and all have words in the language. */
export const LISTED = 10
