import { Hash, Slug } from '@parley/domain/words/identity'
import { Language } from '@parley/domain/words/language'
import { Passage } from '@parley/domain/words/wording'
import * as z from 'zod'

/*
 * How a script names what only the meeting itself can know. Every hash may also be written out, to see what a wrong
 * one leads to.
 */

/** The wording of a whole text: a hash, or what now stands put, adopted or agreed of a text, in this order. */
export const RootRef = z.union([Hash, z.strictObject({ text: Slug })])
export type RootRef = z.infer<typeof RootRef>

/** A version of a block: what a proposal put forward, the agreed one, the one tabled last, or one by its hash. */
export const VersionRef = z.union([
  z.strictObject({ proposal: Slug }),
  z.strictObject({ block: Slug, agreed: z.literal(true) }),
  z.strictObject({ block: Slug, latest: z.literal(true) }),
  z.strictObject({ block: Slug, version: Hash }),
])
export type VersionRef = z.infer<typeof VersionRef>

/** What a stance is taken on: a version, or the order of the blocks as it stands. */
export const TargetRef = z.union([
  ...VersionRef.options,
  z.strictObject({ order: z.union([z.literal('current'), Hash]) }),
])
export type TargetRef = z.infer<typeof TargetRef>

/** Where a new version starts from: what a proposal put forward, or a hash. */
export const BaseRef = z.union([Hash, z.strictObject({ proposal: Slug })])
export type BaseRef = z.infer<typeof BaseRef>

/** One language version of a release as it stands, or a hash. */
export const ReleaseRef = z.union([Hash, z.strictObject({ release: Slug, language: Language })])
export type ReleaseRef = z.infer<typeof ReleaseRef>

/** A change of words throughout a draft; the facts its paragraphs rest on stay as they are. */
export const Replacement = z.strictObject({ find: Passage, with: Passage })
export const Replacements = z.array(Replacement).min(1).max(40)
