import * as z from 'zod'
import { Line, Passage } from './wording.ts'

/** A language tag (BCP 47, the subset language[-Script][-REGION]): `zh`, `ru`, `zh-Hant`, `pt-BR`. */
export const Language = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/, { message: 'language-malformed' })
  .meta({ id: 'Language' })
export type Language = z.infer<typeof Language>

const someLanguage = <T>(values: Readonly<Record<string, T>>): boolean => Object.keys(values).length > 0

/** One line per language; every language is equal, at least one is present. */
export const Localized = z
  .record(Language, Line)
  .refine(someLanguage, { message: 'language-missing' })
  .meta({ id: 'Localized' })
export type Localized = z.infer<typeof Localized>

/** A passage per language; at least one is present. */
export const LocalizedPassage = z
  .record(Language, Passage)
  .refine(someLanguage, { message: 'language-missing' })
  .meta({ id: 'LocalizedPassage' })
export type LocalizedPassage = z.infer<typeof LocalizedPassage>

/** The languages of a dialogue, meeting or text: 1 to 12, none twice. */
export const Languages = z
  .array(Language)
  .min(1)
  .max(12)
  .refine((list) => new Set(list).size === list.length, { message: 'language-twice' })
export type Languages = z.infer<typeof Languages>
