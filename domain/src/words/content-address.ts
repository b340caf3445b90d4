import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Hash } from './identity.ts'

/** What an address is made of: text as UTF-8, or an address made before, as its 32 bytes. */
export type Field = string | Uint8Array

/**
 * SHA-256 over `tag ‖ 00 ‖ field ‖ field ‖ …`, each field as its length in bytes (four bytes, big-endian) and its bytes.
 * The tag says what kind of thing is addressed, so that no two kinds ever share an address; the lengths say where a
 * field ends, so that no two lists of fields are the same bytes. Tags are ASCII without a zero byte.
 */
export const addressBytes = (tag: string, ...fields: readonly Field[]): Uint8Array =>
  sha256(concatBytes(utf8ToBytes(tag), Uint8Array.of(0), ...fields.flatMap(lengthPrefixed)))

/** The same as 64 lower-case hexadecimal digits. */
export const address = (tag: string, ...fields: readonly Field[]): Hash =>
  bytesToHex(addressBytes(tag, ...fields))

/** How many bytes a text takes in UTF-8. */
export const utf8Bytes = (text: string): number => utf8ToBytes(text).length

const lengthPrefixed = (field: Field): readonly Uint8Array[] => {
  const bytes = typeof field === 'string' ? utf8ToBytes(field) : field
  const length = new Uint8Array(4)
  new DataView(length.buffer).setUint32(0, bytes.length)
  return [length, bytes]
}
