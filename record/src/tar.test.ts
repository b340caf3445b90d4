import { AssertionError } from 'node:assert'
import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { BLOCK_BYTES, MAX_FILE_BYTES, paddingBytesOf, parseTarHeader, tarHeader } from './tar.ts'

const path = fc.stringMatching(/^[!-~]{1,100}$/)
const sizeBytes = fc.oneof(fc.nat(), fc.integer({ min: 0, max: MAX_FILE_BYTES }), fc.constant(MAX_FILE_BYTES))

test('path and size come back from a header', () => {
  fc.assert(
    fc.property(path, sizeBytes, (path, sizeBytes) => {
      const header = tarHeader(path, sizeBytes)
      expect(header).toHaveLength(BLOCK_BYTES)
      expect(parseTarHeader(header)).toEqual({ path, sizeBytes })
    }),
  )
})

test('a header with any byte changed is none', () => {
  fc.assert(
    fc.property(
      path,
      sizeBytes,
      fc.nat({ max: BLOCK_BYTES - 1 }),
      fc.integer({ min: 1, max: 255 }),
      (...given) => {
        const [path, sizeBytes, place, change] = given
        const header = tarHeader(path, sizeBytes)
        header[place] = (header[place] ?? 0) ^ change
        expect(parseTarHeader(header)).toBeUndefined()
      },
    ),
    { numRuns: 2000 },
  )
})

test('the header of a known file has the bytes that POSIX prescribes', () => {
  const text = Buffer.from(tarHeader('README.txt', 1419)).toString('latin1')
  expect(text.slice(0, 11)).toBe('README.txt\0')
  const fields = text.slice(100, 157).replaceAll('\u0000', '|')
  expect(fields).toBe('0000644|0000000|0000000|00000002613|00000000000|010705| 0')
  expect(text.slice(257, 265)).toBe('ustar\u000000')
})

test('files end on a block', () => {
  expect([0, 1, 511, 512, 513].map(paddingBytesOf)).toEqual([0, 511, 1, 0, 511])
})

test('a path or size that no header can hold is a bug of the caller', () => {
  for (const path of ['', 'a b', 'é', 'a'.repeat(101)]) {
    expect(() => tarHeader(path, 0)).toThrow(AssertionError)
  }
  for (const size of [-1, 0.5, MAX_FILE_BYTES + 1]) expect(() => tarHeader('a', size)).toThrow(AssertionError)
})
