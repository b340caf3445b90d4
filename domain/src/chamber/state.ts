import type { BlockKind } from '../text/things.ts'
import type { Hash, Instant } from '../words/identity.ts'
import { GrownList } from '../words/grown-list.ts'
import { PersistentMap } from '../words/persistent-map.ts'

export type PassedWord = { readonly seat: string; readonly body: string; readonly at: Instant }

export type Draft = {
  readonly draft: string
  readonly text: string
  readonly block: string
  /** The version it starts from; none for a block to be, and for a draft that was kept without being begun. */
  readonly base?: Hash | undefined
  readonly kind?: BlockKind | undefined
  readonly after?: string | null | undefined
  /** Who last kept it. */
  readonly seat: string
  /** The wording last kept; what is being typed is nowhere on record. */
  readonly body: Readonly<Record<string, string>>
  /** The proposal it became. */
  readonly proposal?: string | undefined
}

/** One delegation's private room at one meeting. */
export type Chamber = {
  /** Empty until the chamber is opened by the first act in it. */
  readonly meeting: string
  readonly delegation: string
  readonly words: GrownList<PassedWord>
  readonly drafts: PersistentMap<Draft>
}

export const initialChamber: Chamber = {
  meeting: '',
  delegation: '',
  words: GrownList.of(),
  drafts: PersistentMap.of(),
}

/** All drafts that were not dropped, by name. */
export const keptDrafts = ({ drafts }: Chamber): readonly Draft[] =>
  drafts.values().toSorted((one, other) => (one.draft < other.draft ? -1 : 1))

/** A draft that can still be worked on: neither dropped nor tabled. */
export const openDraft = ({ drafts }: Chamber, name: string): Draft | undefined => {
  const draft = drafts.get(name)
  return draft?.proposal === undefined ? draft : undefined
}
