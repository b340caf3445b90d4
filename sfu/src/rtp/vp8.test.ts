import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readVp8, renumberVp8 } from './vp8.ts'

/** A payload descriptor with these parts and one byte of picture behind it. */
const payload = (parts: {
  pictureId?: number
  isLong?: boolean
  baseIndex?: number
  keyIndex?: boolean
  startsPicture: boolean
  isKey: boolean
}): Buffer => {
  const { pictureId, isLong = false, baseIndex, keyIndex = false, startsPicture, isKey } = parts
  const extended =
    (pictureId === undefined ? 0 : 0x80) | (baseIndex === undefined ? 0 : 0x40) | (keyIndex ? 0x10 : 0)
  const bytes = [(extended === 0 ? 0 : 0x80) | (startsPicture ? 0x10 : 0)]
  if (extended !== 0) bytes.push(extended)
  if (pictureId !== undefined) {
    if (isLong) bytes.push(0x80 | (pictureId >> 8), pictureId & 0xff)
    else bytes.push(pictureId & 0x7f)
  }
  if (baseIndex !== undefined) bytes.push(baseIndex)
  if (keyIndex) bytes.push(0x11)
  bytes.push(isKey ? 0 : 1)
  return Buffer.from(bytes)
}

const parts = fc.record(
  {
    pictureId: fc.nat(0x7f),
    isLong: fc.boolean(),
    baseIndex: fc.nat(0xff),
    keyIndex: fc.boolean(),
    startsPicture: fc.boolean(),
    isKey: fc.boolean(),
  },
  { requiredKeys: ['startsPicture', 'isKey'] },
)

describe('a VP8 payload', () => {
  it('says its numbers and whether a whole picture begins, in every form of its descriptor', () => {
    fc.assert(
      fc.property(parts, (written) => {
        const bytes = payload(written)
        expect(readVp8(bytes, 0, bytes.length)).toMatchObject({
          startsKeyframe: written.startsPicture && written.isKey,
          pictureId: written.pictureId ?? 0,
          baseIndex: written.baseIndex ?? 0,
        })
      }),
    )
  })

  it('carries other numbers after renumbering, and nothing else changes', () => {
    fc.assert(
      fc.property(parts, fc.nat(0x7fff), fc.nat(0xff), (written, pictureId, baseIndex) => {
        const bytes = payload(written)
        const before = readVp8(bytes, 0, bytes.length)!
        const copy = Buffer.from(bytes)
        renumberVp8(copy, 0, before, { pictureId, baseIndex })
        const after = readVp8(copy, 0, copy.length)!
        const mask = before.pictureIdBits === 15 ? 0x7fff : 0x7f
        expect(after.pictureId).toBe(written.pictureId === undefined ? 0 : pictureId & mask)
        expect(after.baseIndex).toBe(written.baseIndex === undefined ? 0 : baseIndex)
        renumberVp8(copy, 0, after, before)
        expect(copy.equals(bytes)).toBe(true)
      }),
    )
  })

  it('is not read past its end', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 8 }), (bytes) => {
        const read = readVp8(Buffer.from(bytes), 0, bytes.length)
        expect(Math.max(read?.pictureIdAt ?? -1, read?.baseIndexAt ?? -1)).toBeLessThan(bytes.length)
      }),
      { numRuns: 1_000 },
    )
    expect(readVp8(Buffer.from([0x90, 0x80]), 0, 2)).toBeUndefined()
  })
})
