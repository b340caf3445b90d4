import * as z from 'zod'
import { Language } from '../words/language.ts'
import { Slug } from '../words/identity.ts'
import { Passage } from '../words/wording.ts'

export const PassWord = z.strictObject({ type: z.literal('PassWord'), body: Passage })
export const KeepDraft = z.strictObject({
  type: z.literal('KeepDraft'),
  draft: Slug,
  text: Slug,
  block: Slug,
  body: z.record(Language, Passage),
})
export const DropDraft = z.strictObject({ type: z.literal('DropDraft'), draft: Slug })

export const ChamberCommand = z.discriminatedUnion('type', [PassWord, KeepDraft, DropDraft])
export type ChamberCommand = z.infer<typeof ChamberCommand>
