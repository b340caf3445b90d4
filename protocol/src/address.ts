import { Slug } from '@parley/domain/words/identity'
import * as z from 'zod'

/**
 * Where a log lives. Written `dialogue/D`, `meeting/D/M` or `chamber/D/M/G`; this string is the `log` field of every
 * leaf and the last part of the log's origin, so two logs never share a name.
 */
export type LogAddress =
  | { readonly kind: 'dialogue'; readonly dialogue: string }
  | { readonly kind: 'meeting'; readonly dialogue: string; readonly meeting: string }
  | {
      readonly kind: 'chamber'
      readonly dialogue: string
      readonly meeting: string
      readonly delegation: string
    }

export const logName = (address: LogAddress): string => {
  switch (address.kind) {
    case 'dialogue':
      return `dialogue/${address.dialogue}`
    case 'meeting':
      return `meeting/${address.dialogue}/${address.meeting}`
    case 'chamber':
      return `chamber/${address.dialogue}/${address.meeting}/${address.delegation}`
  }
}

/** The address a log name stands for, or `undefined` when it is none. */
export const parseLogName = (name: string): LogAddress | undefined => {
  const [kind, dialogue, meeting, delegation, ...rest] = name.split('/')
  const parts = [dialogue, meeting, delegation].filter((part) => part !== undefined)
  if (rest.length > 0 || dialogue === undefined || !parts.every((part) => Slug.safeParse(part).success))
    return undefined
  if (kind === 'dialogue' && meeting === undefined) return { kind, dialogue }
  if (kind === 'meeting' && meeting !== undefined && delegation === undefined)
    return { kind, dialogue, meeting }
  if (kind === 'chamber' && meeting !== undefined && delegation !== undefined)
    return { kind, dialogue, meeting, delegation }
  return undefined
}

/** A log name as it crosses the wire. */
export const LogName = z
  .string()
  .max(300)
  .refine((name) => parseLogName(name) !== undefined, { message: 'log-name-malformed' })

/** Whom a session speaks for: a seat of the dialogue as a whole (its secretariats), or a seat at one meeting. */
export const Principal = z.strictObject({ dialogue: Slug, meeting: Slug.optional(), seat: Slug })
export type Principal = z.infer<typeof Principal>
