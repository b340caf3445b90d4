import { Mode, PublishedSource } from '@parley/domain/meeting/convening'
import { AgendaItem, Document, MessageForm, Role } from '@parley/domain/meeting/things'
import { BlockKind } from '@parley/domain/text/things'
import { Person, Slug, TimeZone } from '@parley/domain/words/identity'
import { Language, Languages, Localized, LocalizedPassage } from '@parley/domain/words/language'
import { Passage } from '@parley/domain/words/wording'
import * as z from 'zod'
import { StepForm } from './steps.ts'
import { Moment } from './time.ts'

const PartyOutline = z.strictObject({
  id: Slug,
  name: Localized,
  /** How the side is called in running text. */
  side: Localized.optional(),
  city: Localized,
  zone: TimeZone,
  language: Language,
})

const SecretariatOutline = z.strictObject({ seat: Slug, party: Slug.optional(), ...Person.shape })

const DialogueOutline = z.strictObject({
  id: Slug,
  name: Localized,
  languages: Languages,
  /** The rule pack; `bilateral/1` unless given. */
  rules: z.string().max(64).optional(),
  parties: z.array(PartyOutline).min(2).max(12),
  secretariats: z.array(SecretariatOutline).min(1).max(48),
  /** The dialogue has been founded on this server before: nothing is founded, meetings are added. */
  continues: z.literal(true).optional(),
})

const PersonOutline = z.strictObject({
  seat: Slug,
  /** `meeting/seat`: everything not given here is as it was given there. */
  like: z.string().max(130).optional(),
  delegation: Slug.optional(),
  role: Role.optional(),
  name: Localized.optional(),
  office: Localized.optional(),
  gender: Person.shape.gender,
})

const inMinutes = z.int().min(1).max(1440).optional()

/** An agenda item as the domain has it, with its planned time in `minutes`. */
const ItemOutline = z.discriminatedUnion('kind', [
  shortened(AgendaItem.options[0]),
  shortened(AgendaItem.options[1]),
  shortened(AgendaItem.options[2]),
  shortened(AgendaItem.options[3]),
  shortened(AgendaItem.options[4]),
  shortened(AgendaItem.options[5]),
  shortened(AgendaItem.options[6]),
  shortened(AgendaItem.options[7]),
])

function shortened<Shape extends z.ZodRawShape & { plannedMinutes: z.ZodType }>(item: z.ZodObject<Shape>) {
  const { plannedMinutes: _plannedMinutes, ...shape } = item.shape
  return z.strictObject({ ...shape, minutes: inMinutes })
}

const MessageOutline = z.strictObject({
  id: Slug,
  form: MessageForm,
  from: Person,
  delegation: Slug,
  reader: Slug,
  body: LocalizedPassage.optional(),
})

const BlockOutline = z.strictObject({
  id: Slug,
  kind: BlockKind,
  body: z.record(Language, Passage),
  /** Who tables it; the chair unless given. */
  by: Slug.optional(),
  /** The proposal's identifier; the block's unless given. */
  proposal: Slug.optional(),
})

const TextOutline = z.strictObject({
  id: Slug,
  title: Localized,
  languages: Languages.optional(),
  /** Who opens it; the convening secretariat unless given. */
  by: Slug.optional(),
  blocks: z.array(BlockOutline).max(600).optional(),
})

/** What may stand in a meeting besides its steps; all of it may also be done by steps. */
export const MeetingOutline = z.strictObject({
  id: Slug,
  /** Another meeting of the script: whatever is not given here is as it was given there, but number, start, texts and steps. */
  like: Slug.optional(),
  number: z.int().min(1).max(9999).optional(),
  host: Slug.optional(),
  /** The secretariat seat that convenes and prepares; see docs/scripts.md for who does so otherwise. */
  convenedBy: Slug.optional(),
  theme: Localized.optional(),
  /** Where a side words the theme in its own way. */
  themes: z.record(Slug, Localized).optional(),
  mode: Mode.optional(),
  starts: Moment.optional(),
  languages: Languages.optional(),
  rules: z.string().max(64).optional(),
  retrospective: z.strictObject({ sources: z.array(PublishedSource).min(1).max(20) }).optional(),
  people: z.array(PersonOutline).max(400).optional(),
  chair: z.array(Slug).min(1).max(12).optional(),
  agenda: z.array(ItemOutline).max(200).optional(),
  messages: z.array(MessageOutline).max(100).optional(),
  // A script carries no files.
  documents: z
    .array(Document.omit({ file: true }))
    .max(100)
    .optional(),
  texts: z.array(TextOutline).max(20).optional(),
  steps: z.array(z.unknown()).max(20_000).optional(),
})

export const ScriptOutline = z.strictObject({
  parley: z.literal(1),
  dialogue: DialogueOutline,
  meetings: z.array(MeetingOutline).min(1).max(100),
})

/** The outline as the published schema shows it, steps and all. */
export const PublishedOutline = ScriptOutline.extend({
  meetings: z
    .array(MeetingOutline.extend({ steps: z.array(StepForm).max(20_000).optional() }))
    .min(1)
    .max(100),
})

export type ScriptOutline = z.infer<typeof ScriptOutline>
export type DialogueOutline = z.infer<typeof DialogueOutline>
export type MeetingOutline = z.infer<typeof MeetingOutline>
export type PersonOutline = z.infer<typeof PersonOutline>
export type ItemOutline = z.infer<typeof ItemOutline>
export type TextOutline = z.infer<typeof TextOutline>
