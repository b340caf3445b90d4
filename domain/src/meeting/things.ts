import * as z from 'zod'
import { Localized, LocalizedPassage } from '../words/language.ts'
import { Hash, Person, Slug } from '../words/identity.ts'
import { Line } from '../words/wording.ts'

/** What a person is accredited as. `officer`: a presiding officer who belongs to no delegation. `regional`: a guest leader of a region. */
export const Role = z.enum([
  'head',
  'alternate',
  'delegate',
  'regional',
  'adviser',
  'secretary',
  'press',
  'interpreter',
  'officer',
  'observer',
])
export type Role = z.infer<typeof Role>

/** Kinds of turn that stand on the list of speakers or are called from it. */
export const Speech = z.enum([
  'message',
  'statement',
  'report',
  'exchange',
  'reply',
  'right-of-reply',
  'explanation-of-position',
  'remarks',
  'point-of-order',
])
export type Speech = z.infer<typeof Speech>

export const MotionKind = z.enum(['suspend-meeting', 'adjourn-meeting', 'adjourn-debate', 'close-debate'])
export type MotionKind = z.infer<typeof MotionKind>

const itemFields = {
  id: Slug,
  title: Localized,
  plannedMinutes: z.int().min(1).max(1440).optional(),
}
const speakers = z.array(Slug).max(100)

/**
 * An agenda item. `speakers` are named in advance and stand on the list when the item is taken up, in this order
 * before the rule pack orders them; `exchange` is a conversation between exactly two named people.
 */
export const AgendaItem = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('messages'), ...itemFields }),
  z.strictObject({ kind: z.literal('topic'), ...itemFields, speakers: speakers.optional() }),
  z.strictObject({ kind: z.literal('exchange'), ...itemFields, between: z.array(Slug).length(2) }),
  z.strictObject({ kind: z.literal('text'), ...itemFields, text: Slug.optional() }),
  z.strictObject({ kind: z.literal('adoption'), ...itemFields, text: Slug.optional() }),
  z.strictObject({ kind: z.literal('signature'), ...itemFields, text: Slug.optional() }),
  z.strictObject({ kind: z.literal('remarks'), ...itemFields, speakers: speakers.optional() }),
  z.strictObject({ kind: z.literal('break'), ...itemFields }),
])
export type AgendaItem = z.infer<typeof AgendaItem>

export const MessageForm = z.enum(['letter', 'greeting', 'telegram'])
export type MessageForm = z.infer<typeof MessageForm>

/** A letter or greeting to the meeting; its author is not the one who reads it out. */
export const CorrespondedMessage = z.strictObject({
  id: Slug,
  form: MessageForm,
  author: Person,
  delegation: Slug,
  reader: Slug,
  /** The wording per language, where the author's side has given it. */
  body: LocalizedPassage.optional(),
})
export type CorrespondedMessage = z.infer<typeof CorrespondedMessage>

/** Kinds of file a document can be kept as. */
export const FileType = z.enum([
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'image/png',
  'image/jpeg',
  'text/plain',
])
export type FileType = z.infer<typeof FileType>

/** 25 MiB. */
export const FILE_LIMIT_BYTES = 26_214_400

/** A file kept beside the record: the record names its bytes by their hash and never holds them. */
export const DocumentFile = z.strictObject({
  sha256: Hash,
  /** As its depositor called it; words for people, never a place on a disk. */
  name: Line.refine((name) => !/[/\\]/.test(name), { message: 'file-name-with-path' }),
  type: FileType,
  sizeBytes: z.int().min(1).max(FILE_LIMIT_BYTES),
})
export type DocumentFile = z.infer<typeof DocumentFile>

/** A document before the meeting, with its wording or with the hash of a file kept elsewhere. */
export const Document = z.strictObject({
  id: Slug,
  title: Localized,
  symbol: Line.optional(),
  delegation: Slug.optional(),
  body: LocalizedPassage.optional(),
  file: DocumentFile.optional(),
})
export type Document = z.infer<typeof Document>
