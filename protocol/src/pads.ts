import { Slug } from '@parley/domain/words/identity'
import * as z from 'zod'
import { LogName } from './address.ts'
import type { Problem } from './problem.ts'

/*
 * Pads are where one delegation writes together in its chamber: a Yjs document each, relayed and kept by the server.
 * They are scratch, never record: nothing of a pad is on any log until somebody keeps its plain wording.
 */

/** A pad of a chamber: the delegation's notes at this meeting, or what is being typed of one draft. */
export type PadAddress = { readonly kind: 'notes' } | { readonly kind: 'draft'; readonly draft: string }

/** Written `notes` or `draft/NAME`. */
export const padName = (pad: PadAddress): string => (pad.kind === 'notes' ? 'notes' : `draft/${pad.draft}`)

/** The pad a name stands for, or `undefined` when it is none. */
export const parsePadName = (name: string): PadAddress | undefined => {
  if (name === 'notes') return { kind: 'notes' }
  const [kind, draft, ...rest] = name.split('/')
  if (kind !== 'draft' || rest.length > 0 || !Slug.safeParse(draft).success || draft === undefined)
    return undefined
  return { kind, draft }
}

/** The fragment of the document that holds the notes; a draft has one fragment per language, called after it. */
export const NOTES_FRAGMENT = 'notes'
/** The one kind of element in a fragment. */
export const PARAGRAPH = 'paragraph'

/** An update that fits into one message of 64 KiB with all that stands around it. */
export const MAX_UPDATE_BYTES = 46_000
const base64 = (bytes: number) => z.base64().max(Math.ceil(bytes / 3) * 4)

const PadName = z
  .string()
  .max(80)
  .refine((name) => parsePadName(name) !== undefined, { message: 'pad-name-malformed' })
const pad = { log: LogName, pad: PadName }

/** Where somebody's cursor stands: Yjs relative positions in one fragment. */
export const PadCursor = z.strictObject({
  fragment: z.string().max(40),
  anchor: base64(150),
  head: base64(150),
})
export type PadCursor = z.infer<typeof PadCursor>

export const PadRequest = [
  /** Let me write in this pad; I have what this state vector says. Sent again, it brings both sides together again. */
  z.strictObject({ type: z.literal('join-pad'), ...pad, vector: base64(16_000) }),
  z.strictObject({ type: z.literal('edit-pad'), ...pad, update: base64(MAX_UPDATE_BYTES) }),
  z.strictObject({ type: z.literal('point-in-pad'), ...pad, cursor: PadCursor.nullable() }),
  z.strictObject({ type: z.literal('leave-pad'), ...pad }),
] as const

const told = { log: z.string(), pad: z.string() }

export const PadNews = [
  /** What the pad holds beyond the vector that was sent, and the vector of what it holds. */
  z.strictObject({ type: z.literal('pad'), ...told, update: z.base64(), vector: z.base64() }),
  z.strictObject({ type: z.literal('pad-edited'), ...told, update: z.base64() }),
  /** `hand` tells apart the screens of one seat. Without a cursor it points nowhere now. */
  z.strictObject({
    type: z.literal('pad-pointed'),
    ...told,
    hand: z.int(),
    seat: Slug,
    cursor: PadCursor.nullable(),
  }),
  /** Who is in which pad of this chamber; told to all who are in any. */
  z.strictObject({
    type: z.literal('pad-company'),
    log: z.string(),
    pads: z.array(z.strictObject({ pad: z.string(), seats: z.array(Slug) })),
  }),
  /** The draft was tabled or dropped; the pad is no more. */
  z.strictObject({ type: z.literal('pad-closed'), ...told }),
  /** Refused: to whoever the pad is not for, the same as for a pad that is not there. */
  z.strictObject({
    type: z.literal('pad-refused'),
    ...told,
    problem: z.custom<Problem>((value) => typeof value === 'object' && value !== null && 'code' in value),
  }),
] as const
export type PadCompany = readonly { readonly pad: string; readonly seats: readonly string[] }[]
