import { utf8Bytes } from '../words/content-address.ts'
import type { Target } from './things.ts'

/** How many blocks a text may have. */
export const BLOCKS_LIMIT = 600

/** An event is at most 64 KiB as recorded; this much of it may be wording, the rest is what stands around it. */
export const BODY_LIMIT_BYTES = 49_152

/** Whether the wordings together are more than one event can record. */
export const exceedsBody = (body: Readonly<Record<string, string>>): boolean =>
  Object.values(body).reduce((sum, wording) => sum + writtenBytes(wording), 0) > BODY_LIMIT_BYTES

/** Whether the list is longer than one event can record. */
export const exceedsEvent = (targets: readonly Target[]): boolean => writtenBytes(targets) > BODY_LIMIT_BYTES

/** The size as canonical JSON writes it: quotes, backslashes and line ends take their escapes. */
const writtenBytes = (value: unknown): number => utf8Bytes(JSON.stringify(value))
