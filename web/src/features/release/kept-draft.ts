import { Expression } from '@parley/domain/release/events'
import { Hash } from '@parley/domain/words/identity'
import * as z from 'zod'
import type { WorkingDraft } from './working-draft.ts'

const Line = z.string()

/** What somebody is writing, and the revision it was begun from. Nothing of it has been recorded. */
const Kept = z.object({
  draft: z.object({
    headline: Line,
    deck: Line,
    dateline: Line,
    byline: Line,
    source: Line,
    paragraphs: z.array(z.object({ key: z.string(), text: z.string(), facts: z.array(z.int()) })),
  }),
  base: z.object({ hash: Hash, expression: Expression }).optional(),
  correction: z.string(),
})

/** The revision an edit was begun from. */
export type Base = { readonly hash: string; readonly expression: Expression }

export type KeptDraft = {
  readonly draft: WorkingDraft
  readonly base: Base | undefined
  readonly correction: string
}

/** Where a browser tab keeps what is being written. */
export type Drawer = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** What was being written under this name; nothing where there is nothing, or nothing that can be read. */
export const readKept = (drawer: Drawer, name: string): KeptDraft | undefined => {
  const parsed = Kept.safeParse(parsedJson(drawer.getItem(name)))
  if (!parsed.success) return undefined
  const { draft, base, correction } = parsed.data
  return { draft, base, correction }
}

/** A drawer that is full keeps nothing; what is on the screen stays. */
export const keep = (drawer: Drawer, name: string, kept: KeptDraft | undefined): void => {
  try {
    if (kept === undefined) drawer.removeItem(name)
    else drawer.setItem(name, JSON.stringify(kept))
  } catch {
    // A full or forbidden storage is no reason to lose what is on the screen.
  }
}

const parsedJson = (text: string | null): unknown => {
  try {
    return text === null ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}
