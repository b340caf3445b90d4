import * as z from 'zod'
import { Language } from '../words/language.ts'
import { Hash, Slug } from '../words/identity.ts'
import { Passage } from '../words/wording.ts'

export const BlockKind = z.enum(['title', 'heading', 'preamble', 'paragraph', 'final'])
export type BlockKind = z.infer<typeof BlockKind>

/**
 * Inline content of a block. Today plain wording only; party names, references and bracket slots are further
 * members of this union, each hashed under its own tag, so that adding them moves no existing hash.
 */
export const Inline = z.discriminatedUnion('t', [z.strictObject({ t: z.literal('text'), s: Passage })])
export type Inline = z.infer<typeof Inline>

/** A block's content: per language, the inline content in order. Which languages must be there is the text's rule. */
export const Body = z.record(Language, z.array(Inline).min(1).max(200))
export type Body = z.infer<typeof Body>

/** What a delegation thinks of exactly one version (or one order of blocks); it says nothing about any other. */
export const StanceLevel = z.enum(['object', 'reserve', 'can-live', 'ad-referendum', 'confirmed'])
export type StanceLevel = z.infer<typeof StanceLevel>

/** What a stance binds: a version of a block by its hash, or an order of blocks by its hash. Packages come as a further member. */
export const Target = z.union([
  z.strictObject({ block: Slug, version: Hash }),
  z.strictObject({ order: Hash }),
])
export type Target = z.infer<typeof Target>

/** What a proposal does to the text. */
export const Intent = z.enum(['new', 'edit', 'replace-whole', 'delete'])
export type Intent = z.infer<typeof Intent>

export const Attribution = z.enum(['delegation', 'chair', 'none'])
export type Attribution = z.infer<typeof Attribution>

export const AttachedKind = z.enum([
  'reservation',
  'interpretative-statement',
  'explanation-of-position',
  'declaration',
])
export type AttachedKind = z.infer<typeof AttachedKind>
