import { Malformed, type MalformedSubject } from './malformed.ts'

/** Bytes of padded standard base64 (RFC 4648 section 4); only the one spelling of those bytes is accepted. */
export function decodeBase64(text: string, subject: MalformedSubject, line?: number): Uint8Array {
  const bytes = Buffer.from(text, 'base64')
  if (bytes.toString('base64') !== text) throw new Malformed(subject, 'bad-base64', line)
  return bytes
}

export function encodeBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}

/** A count in ASCII decimal without leading zeros, within the safe integers. */
export function decodeCount(text: string, subject: MalformedSubject, line?: number): number {
  const count = /^(?:0|[1-9][0-9]{0,15})$/.test(text) ? Number(text) : Number.NaN
  if (!Number.isSafeInteger(count)) throw new Malformed(subject, 'bad-number', line)
  return count
}

/** The text of UTF-8 bytes; a text given as string must survive being written as UTF-8. */
export function decodeText(source: Uint8Array | string, maxBytes: number, subject: MalformedSubject): string {
  if (source.length > maxBytes) throw new Malformed(subject, 'too-large')
  if (typeof source === 'string') {
    if (!source.isWellFormed()) throw new Malformed(subject, 'not-utf8')
    return source
  }
  try {
    return decoder.decode(source)
  } catch {
    throw new Malformed(subject, 'not-utf8')
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
