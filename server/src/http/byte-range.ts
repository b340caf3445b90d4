/** Which bytes are asked for, both ends included; `whole` for all of them, `beyond` for some that are not there. */
export type ByteRange = { readonly from: number; readonly to: number } | 'whole' | 'beyond'

/**
 * What a `Range` header asks of something of so many bytes (RFC 9110, 14.2). Several ranges at once, another unit or
 * nonsense may be answered with the whole, and are.
 */
export const byteRange = (header: string | undefined, sizeBytes: number): ByteRange => {
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? []
  if (first === undefined || last === undefined || (first === '' && last === '')) return 'whole'
  if (first === '') {
    const count = Math.min(Number(last), sizeBytes)
    return count === 0 ? 'beyond' : { from: sizeBytes - count, to: sizeBytes - 1 }
  }
  const from = Number(first)
  const to = last === '' ? sizeBytes - 1 : Math.min(Number(last), sizeBytes - 1)
  if (last !== '' && Number(last) < from) return 'whole'
  return from >= sizeBytes ? 'beyond' : { from, to }
}
