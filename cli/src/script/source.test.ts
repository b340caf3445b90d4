import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { problemLine } from './script-problem.ts'
import { decodeScript, readSource, SCRIPT_LIMIT_BYTES } from './source.ts'

const problems = (text: string): readonly string[] => {
  const read = readSource(text)
  return read.ok ? [] : read.problems.map((problem) => problemLine('f', problem))
}

const bomb = [
  'a: &a [x, x, x, x, x, x, x, x, x]',
  ...Array.from({ length: 20 }, (_, index) => {
    const [name, of] = [String.fromCharCode(98 + index), String.fromCharCode(97 + index)]
    return `${name}: &${name} [${Array.from({ length: 9 }, () => `*${of}`).join(', ')}]`
  }),
].join('\n')

const isSettled = (parts: readonly string[]): boolean => {
  const read = readSource(parts.join(''))
  return read.ok || read.problems.every(({ line, column }) => line >= 1 && column >= 1)
}

describe('reading a file', () => {
  test('text stays text: words, dates and leading zeros that other versions of YAML turn into something else', () => {
    const read = readSource('a: no\nb: on\nc: 2020-07-23\nd: "8"\ne: 8\nf: [true, null]\n')
    expect(read.ok && read.source.value).toEqual({
      a: 'no',
      b: 'on',
      c: '2020-07-23',
      d: '8',
      e: 8,
      f: [true, null],
    })
  })

  test('knows where every value and every key stands', () => {
    const read = readSource('one:\n  - two: 2\n    three: [4]\n')
    expect(read.ok).toBe(true)
    const source = read.ok ? read.source : undefined
    expect(source?.placeOf(['one', 0, 'three', 0])).toEqual({ line: 3, column: 13 })
    expect(source?.placeOfKey(['one', 0, 'three'])).toEqual({ line: 3, column: 5 })
    expect(source?.placeOf(['one', 0, 'missing'])).toEqual({ line: 2, column: 5 })
  })

  test.each([
    ['an alias', 'a: &x 1\nb: *x\n', ['f:1:7: expected no anchor', 'f:2:4: expected no alias']],
    ['a merge key', 'a:\n  <<: { b: 1 }\n', ['f:2:3: expected no merge key']],
    ['a tag', 'a: !!binary aGk=\n', ['f:1:13: expected no tag']],
    ['a tag that changes nothing', 'a: !!str b\n', ['f:1:10: expected no tag']],
    ['a key twice', 'a: 1\nb: 2\na: 3\n', ['f:3:1: expected “a” only once']],
    ['a tab', 'a:\n\tb: 1\n', ['f:2:1: expected YAML']],
    ['two documents', 'a: 1\n---\nb: 2\n', ['f:2:1: expected one document']],
    ['a key that is no name', '1: a\n', ['f:1:1: expected a name']],
    ['a key of every object', '__proto__: { a: 1 }\n', ['f:1:1: expected a name']],
    ['a map as a key', '? { a: 1 }\n: b\n', ['f:1:3: expected a name']],
    ['half a number', 'a: 1.5\n', ['f:1:4: expected a whole number']],
    ['a number beyond counting', 'a: .inf\n', ['f:1:4: expected a whole number']],
    ['something unfinished', 'a: "b\n', ['f:2:1: expected YAML']],
    ['a zero byte', 'a: b\nc: d\u0000\n', ['f:2:5: expected text']],
  ])('%s is refused at its place', (_, text, expected) => {
    const found = problems(text)
    expect(found).toHaveLength(expected.length)
    for (const [index, beginning] of expected.entries()) expect(found[index]).toContain(beginning)
  })

  test.each([
    ['an alias bomb', bomb],
    ['endless brackets', '['.repeat(200_000)],
    ['endless dashes', '- '.repeat(60_000)],
    ['endless braces', '{a: '.repeat(50_000)],
    ['too many values', Array.from({ length: 250_000 }, () => '-').join('\n')],
    ['too large', `a: ${'x'.repeat(SCRIPT_LIMIT_BYTES)}`],
    ['one key many times', 'a: 1\n'.repeat(100_000)],
  ])('%s ends in a refusal, shortly', (_, text) => {
    const found = problems(text)
    expect(found.length).toBeGreaterThan(0)
    expect(found.length).toBeLessThanOrEqual(50)
  })

  test('nesting beyond the parser’s own depth is told as nesting', () => {
    const depth = 20_000
    const found = problems(`a: ${'['.repeat(depth)}${']'.repeat(depth)}`)
    expect(found.join()).toContain('expected at most 24 levels of nesting')
    expect(found.join()).not.toContain('stack')
  })

  test('whatever the file says, it is read or refused', () => {
    const pieces = fc.constantFrom(
      'a',
      ':',
      ' ',
      '\n',
      '-',
      '[',
      ']',
      '{',
      '}',
      '"',
      "'",
      '#',
      '&',
      '*',
      '!',
      '|',
      '?',
      ',',
      '\t',
      '1',
    )
    const files = fc.array(pieces, { maxLength: 60 })
    expect(() => fc.assert(fc.property(files, isSettled), { numRuns: 500 })).not.toThrow()
  })
})

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('the bytes of a file', () => {
  test('are text in UTF-8, with a byte order mark or without', () => {
    expect(decodeScript(utf8('a: жук'))).toEqual({ ok: true, text: 'a: жук' })
    expect(decodeScript(utf8('\ufeffa: b'))).toEqual({ ok: true, text: 'a: b' })
  })

  test.each([
    ['another encoding of one letter', Uint8Array.of(...utf8('a: б\nb: \ufffd'), 0xe9, 0x20), 2, 5],
    ['two bytes a letter', Uint8Array.of(0xff, 0xfe, 0x61, 0x00), 1, 1],
    ['a letter cut short', Uint8Array.of(...utf8('a: b'), 0xd0), 1, 5],
  ])('%s is refused where it begins', (_, bytes, line, column) => {
    const problem = { line, column, expected: 'expected text in UTF-8' }
    expect(decodeScript(bytes)).toEqual({ ok: false, problem })
  })

  test('are at most 2 MiB', () => {
    const exactly = new Uint8Array(SCRIPT_LIMIT_BYTES).fill(0x20)
    expect(decodeScript(exactly).ok).toBe(true)
    expect(decodeScript(new Uint8Array(SCRIPT_LIMIT_BYTES + 1)).ok).toBe(false)
  })
})
