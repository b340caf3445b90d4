import * as z from 'zod'
import { Language, Languages, Localized } from '../words/language.ts'
import { Instant } from '../words/identity.ts'
import { Line } from '../words/wording.ts'

export const Mode = z.enum(['video', 'in-person', 'hybrid'])
export type Mode = z.infer<typeof Mode>

/** Published material a record entered afterwards rests on. */
export const PublishedSource = z.strictObject({
  title: Line,
  /** The language of the title, where it is known. */
  language: Language.optional(),
  publisher: Line.optional(),
  url: z.url().max(500).optional(),
})
export type PublishedSource = z.infer<typeof PublishedSource>

/** What the secretariat settles when it convenes a meeting. */
export const Convening = z.strictObject({
  theme: Localized,
  mode: Mode,
  startsAt: Instant,
  /** The meeting's languages, if not all of the dialogue's. */
  languages: Languages.optional(),
  rulePack: z.string().max(64).optional(),
  /**
   * Present when the meeting took place before Parley recorded it: the record is entered afterwards from these
   * published sources. Speaking times are then not known and are shown nowhere.
   */
  retrospective: z.strictObject({ sources: z.array(PublishedSource).min(1).max(20) }).optional(),
})
export type Convening = z.infer<typeof Convening>
