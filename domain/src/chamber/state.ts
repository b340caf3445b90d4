import type { Instant } from '../words/identity.ts'
import { GrownList } from '../words/grown-list.ts'
import { PersistentMap } from '../words/persistent-map.ts'

export type PassedWord = { readonly seat: string; readonly body: string; readonly at: Instant }

export type Draft = {
  readonly draft: string
  readonly text: string
  readonly block: string
  /** Who last kept it. */
  readonly seat: string
  readonly body: Readonly<Record<string, string>>
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

/** The drafts kept now, by name. */
export const keptDrafts = ({ drafts }: Chamber): readonly Draft[] =>
  drafts.values().toSorted((one, other) => (one.draft < other.draft ? -1 : 1))
