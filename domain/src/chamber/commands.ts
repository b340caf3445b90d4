import * as z from 'zod'
import { Language } from '../words/language.ts'
import { Hash, Slug } from '../words/identity.ts'
import { BlockKind } from '../text/things.ts'
import { Passage } from '../words/wording.ts'

/** What a draft is to become once it is tabled. */
const aim = {
  base: Hash.optional(),
  kind: BlockKind.optional(),
  after: Slug.nullable().optional(),
}

export const PassWord = z.strictObject({ type: z.literal('PassWord'), body: Passage })
/** A draft is begun, from the wording of a block that stands (`base`) or of a block to be (`kind`, `after`). Its body may be empty. */
export const BeginDraft = z.strictObject({
  type: z.literal('BeginDraft'),
  draft: Slug,
  text: Slug,
  block: Slug,
  ...aim,
  body: z.record(Language, Passage),
})
export const KeepDraft = z.strictObject({
  type: z.literal('KeepDraft'),
  draft: Slug,
  text: Slug,
  block: Slug,
  body: z.record(Language, Passage),
})
export const DropDraft = z.strictObject({ type: z.literal('DropDraft'), draft: Slug })

/** The draft has become a proposal in the meeting's log; nobody drafts on in it. */
export const CloseDraft = z.strictObject({ type: z.literal('CloseDraft'), draft: Slug, proposal: Slug })

export const ChamberCommand = z.discriminatedUnion('type', [
  PassWord,
  BeginDraft,
  KeepDraft,
  DropDraft,
  CloseDraft,
])
export type ChamberCommand = z.infer<typeof ChamberCommand>
