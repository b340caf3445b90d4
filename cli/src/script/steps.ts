import { Role, Speech } from '@parley/domain/meeting/things'
import { StanceLevel } from '@parley/domain/text/things'
import { Slug } from '@parley/domain/words/identity'
import { Language, Languages, Localized } from '@parley/domain/words/language'
import { Passage } from '@parley/domain/words/wording'
import * as z from 'zod'
import { CommandForm } from './commands.ts'
import { Duration, Moment } from './time.ts'

/** The chair gives a seat the floor, which speaks for a time and gives it back. */
const Speak = z.strictObject({
  by: Slug,
  for: Duration.optional(),
  kind: Speech.optional(),
  departure: Passage.optional(),
  onBehalfOf: Localized.optional(),
  chair: Slug.optional(),
})
const Hear = z.strictObject({
  for: Duration.optional(),
  most: z.int().min(1).max(400).optional(),
  chair: Slug.optional(),
})
const Read = z.strictObject({
  message: Slug.optional(),
  for: Duration.optional(),
  departure: Passage.optional(),
  chair: Slug.optional(),
})
const Agree = z.strictObject({
  text: Slug,
  level: StanceLevel.optional(),
  delegations: z.array(Slug).min(1).max(12).optional(),
})
const Adopt = z.strictObject({ text: Slug, chair: Slug.optional() })
const Hands = z.strictObject({ text: Slug, delegations: z.array(Slug).min(1).max(12).optional() })
const Publish = z.strictObject({
  release: Slug,
  languages: Languages,
  by: Slug.optional(),
  embargoUntil: Moment.optional(),
})

/** What must hold at this point; only what is named is looked at. */
const Expect = z.strictObject({
  phase: z.enum(['convened', 'open', 'suspended', 'adjourned']).optional(),
  /** The item taken up, or `none`. */
  item: Slug.optional(),
  /** Who holds the floor, or `none`. */
  floor: Slug.optional(),
  /** Everybody waiting, in the order of the list. */
  speakers: z.array(Slug).max(400).optional(),
  chair: z.array(Slug).max(12).optional(),
  /** The messages read out, in the order received. */
  readOut: z.array(Slug).max(200).optional(),
  /** The blocks of a text on which every delegation agrees. */
  agreed: z.record(Slug, z.array(Slug).max(600)).optional(),
  /** What stands between a text and adoption, by code; each code once. */
  obstacles: z.record(Slug, z.array(z.string().max(64)).max(20)).optional(),
  /** The texts put to adoption and not adopted. */
  put: z.array(Slug).max(20).optional(),
  adopted: z.array(Slug).max(20).optional(),
  initialled: z.record(Slug, z.array(Slug).max(12)).optional(),
  signed: z.record(Slug, z.array(Slug).max(12)).optional(),
  /** The languages in which a release is published and not withdrawn. */
  published: z.record(Slug, z.array(Language).max(12)).optional(),
  /** How many turns each delegation has had. */
  turns: z.record(Slug, z.int().min(0)).optional(),
  /** The seats accredited now, by role. */
  people: z.partialRecord(Role, z.array(Slug)).optional(),
})

/** The steps that are words of the script itself; any other name of a step is a seat. */
export const STEP_WORDS = {
  label: Slug,
  wait: Duration,
  item: z.union([Slug, z.strictObject({ take: Slug, chair: Slug.optional() })]),
  hear: z.union([z.literal('all'), Hear]),
  speak: z.union([Slug, Speak]),
  read: z.union([z.literal('all'), Read]),
  agree: z.union([Slug, Agree]),
  adopt: z.union([Slug, Adopt]),
  initial: z.union([Slug, Hands]),
  sign: z.union([Slug, Hands]),
  publish: Publish,
  expect: Expect,
} as const
export type StepWord = keyof typeof STEP_WORDS

export const isStepWord = (word: string): word is StepWord => Object.hasOwn(STEP_WORDS, word)

/** Words beside a seat in a step: the size the log is acted on at, and whose chamber an act is in. */
export const BESIDE_SEAT = { seen: z.int().min(0), chamber: Slug } as const
/** Words beside a seat in a `refused` step. */
export const BESIDE_REFUSED = {
  ...BESIDE_SEAT,
  code: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/, { message: 'identifier-malformed' }),
  /** Fields the refusal must carry. */
  details: z.record(z.string().max(64), z.unknown()),
} as const

/** Names no seat may have, so that a step always says which it is. */
export const RESERVED: ReadonlySet<string> = new Set([
  ...Object.keys(STEP_WORDS),
  ...Object.keys(BESIDE_REFUSED),
  'refused',
])

/** A step as the published schema shows it: the words one by one, `refused`, and acts by seats. */
export const StepForm = z.union([
  ...Object.entries(STEP_WORDS).map(([word, form]) => z.strictObject({ [word]: form })),
  z.strictObject({
    refused: z
      .object({
        code: BESIDE_REFUSED.code,
        details: BESIDE_REFUSED.details.optional(),
        seen: BESIDE_SEAT.seen.optional(),
        chamber: BESIDE_SEAT.chamber.optional(),
      })
      .catchall(CommandForm),
  }),
  z
    .object({ seen: BESIDE_SEAT.seen.optional(), chamber: BESIDE_SEAT.chamber.optional() })
    .catchall(z.union([CommandForm, z.array(CommandForm).min(1).max(200)])),
])

export type Speak = z.infer<typeof Speak>
export type Hear = z.infer<typeof Hear>
export type Read = z.infer<typeof Read>
export type Agree = z.infer<typeof Agree>
export type Adopt = z.infer<typeof Adopt>
export type Hands = z.infer<typeof Hands>
export type Publish = z.infer<typeof Publish>
export type Expect = z.infer<typeof Expect>
