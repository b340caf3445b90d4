import assert from 'node:assert/strict'

/** Every header and every padded end of a file in an archive has a multiple of this. */
export const BLOCK_BYTES = 512
/** What eleven octal digits hold. */
export const MAX_FILE_BYTES = 8 ** 11 - 1
const MAX_PATH_BYTES = 100

/** Two blocks of zeros end an archive (POSIX.1-1988 ustar). */
export const ARCHIVE_END: Uint8Array = new Uint8Array(2 * BLOCK_BYTES)

/**
 * The one header a file of this path and size has here: ustar, a regular file, mode 0644, owner 0, time 0.
 * A reader compares the whole block with it, so that nothing in a header is unaccounted for.
 */
export function tarHeader(path: string, sizeBytes: number): Uint8Array {
  assert(/^[\x21-\x7e]+$/.test(path) && path.length <= MAX_PATH_BYTES)
  assert(Number.isSafeInteger(sizeBytes) && sizeBytes >= 0 && sizeBytes <= MAX_FILE_BYTES)
  const header = Buffer.alloc(BLOCK_BYTES)
  header.write(path, 0, 'latin1')
  header.write('0000644\u00000000000\u00000000000\u0000', 100, 'latin1')
  header.write(`${octal(sizeBytes, 11)}\u0000${octal(0, 11)}\u0000`, 124, 'latin1')
  header.write('0', 156, 'latin1')
  header.write('ustar\u000000', 257, 'latin1')
  header.write('0000000\u00000000000\u0000', 329, 'latin1')
  // The sum counts its own field as spaces.
  header.fill(' ', 148, 156)
  header.write(`${octal(sumOf(header), 6)}\u0000 `, 148, 'latin1')
  return header
}

/** Path and size of a header that is exactly as `tarHeader` writes it; undefined for any other block. */
export function parseTarHeader(block: Uint8Array): { path: string; sizeBytes: number } | undefined {
  const text = Buffer.from(block).toString('latin1')
  const path = /^[\x21-\x7e]{1,100}/.exec(text)?.[0]
  const digits = text.slice(124, 135)
  if (path === undefined || path.length > MAX_PATH_BYTES || !/^[0-7]{11}$/.test(digits)) return undefined
  const sizeBytes = Number.parseInt(digits, 8)
  return Buffer.compare(block, tarHeader(path, sizeBytes)) === 0 ? { path, sizeBytes } : undefined
}

/** Zeros between the end of a file of this size and the next header. */
export function paddingBytesOf(sizeBytes: number): number {
  return (BLOCK_BYTES - (sizeBytes % BLOCK_BYTES)) % BLOCK_BYTES
}

const octal = (value: number, digits: number) => value.toString(8).padStart(digits, '0')

function sumOf(bytes: Uint8Array): number {
  let sum = 0
  for (const byte of bytes) sum += byte
  return sum
}
