import { utf8Bytes } from './content-address.ts'

/** An event is at most 64 KiB as recorded; this much of it may be what a person wrote, the rest stands around it. */
export const WRITING_LIMIT_BYTES = 49_152

/** Whether a value, as canonical JSON writes it, is more than one event may carry. */
export const exceedsWriting = (value: unknown): boolean =>
  utf8Bytes(JSON.stringify(value)) > WRITING_LIMIT_BYTES
