import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BlockKind, Body } from './things.ts'
import { leafHash, orderHash, textRoot, versionHash } from './version.ts'

// The layout of `version.ts`, written a second time with another implementation of SHA-256.
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const hex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
const unhex = (digits: string): Uint8Array =>
  Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
const h = (tag: string, ...fields: readonly (string | Uint8Array)[]): Uint8Array => {
  const hash = createHash('sha256').update(utf8(`${tag}\0`))
  for (const field of fields) {
    const bytes = typeof field === 'string' ? utf8(field) : field
    const { length } = bytes
    hash.update(Uint8Array.of(length >>> 24, length >>> 16, length >>> 8, length)).update(bytes)
  }
  return new Uint8Array(hash.digest())
}
const inline = (s: string): Uint8Array => h('parley/inline-text/1', s)

const text = (s: string): Body[string] => [{ t: 'text', s }]
const body: Body = {
  ru: text('Мир'),
  zh: [
    { t: 'text', s: '和' },
    { t: 'text', s: '平' },
  ],
}
const kinds = fc.constantFrom<BlockKind>('title', 'heading', 'preamble', 'paragraph', 'final')
const wordings = fc.dictionary(fc.constantFrom('zh', 'ru', 'en', 'ar'), fc.string({ minLength: 1 }), {
  minKeys: 1,
})
const bodyOf = (wordings: Readonly<Record<string, string>>): Body =>
  Object.fromEntries(Object.entries(wordings).map(([language, s]) => [language, text(s)]))

describe('the address of a version', () => {
  it('is made of the leaves of its languages in ascending order', () => {
    const ru = h('parley/leaf/1', 'ru', inline('Мир'))
    const zh = h('parley/leaf/1', 'zh', inline('和'), inline('平'))
    expect(leafHash('ru', text('Мир'))).toBe(hex(ru))
    expect(versionHash('paragraph', body)).toBe(hex(h('parley/version/1', 'paragraph', 'text', ru, zh)))
  })

  it('never moves: this wording has had this address since the first release', () => {
    expect(versionHash('paragraph', { en: text('The parties agree.') })).toBe(
      'c61e9ae1884e7e222312d81c051b2974415f434324796f4f2bb82f5878cf45f1',
    )
    expect(orderHash(['one', 'two'])).toBe('a99996642cc58e61445d264afb9fccec0fa49a49d67acfbfed534ca40cb66768')
  })

  it('marks a deletion, which has no leaves', () => {
    expect(versionHash('heading', {})).toBe(hex(h('parley/version/1', 'heading', 'delete')))
  })

  it('does not depend on the order in which languages were given', () => {
    fc.assert(
      fc.property(kinds, wordings, (kind, given) => {
        const reversed = Object.fromEntries(Object.entries(given).toReversed())
        expect(versionHash(kind, bodyOf(reversed))).toBe(versionHash(kind, bodyOf(given)))
      }),
    )
  })

  it('differs whenever kind, languages or wording differ', () => {
    fc.assert(
      fc.property(kinds, wordings, kinds, wordings, (kind, one, otherKind, other) => {
        const same = kind === otherKind && JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))
        expect(versionHash(kind, bodyOf(one)) === versionHash(otherKind, bodyOf(other))).toBe(same)
      }),
    )
  })

  it('tells one inline from two with the same letters', () => {
    const whole: Body = { zh: text('和平') }
    const parts: Body = { zh: [...(body['zh'] ?? [])] }
    expect(versionHash('paragraph', whole)).not.toBe(versionHash('paragraph', parts))
  })
})

describe('the address of an order', () => {
  it('differs for every other order and for every other cut of the same letters', () => {
    expect(orderHash(['one', 'two'])).toBe(hex(h('parley/order/1', 'one', 'two')))
    expect(orderHash(['two', 'one'])).not.toBe(orderHash(['one', 'two']))
    expect(orderHash(['on', 'etwo'])).not.toBe(orderHash(['one', 'two']))
    expect(orderHash([])).toBe(hex(h('parley/order/1')))
  })
})

describe('the root of a text', () => {
  const version = versionHash('paragraph', body)
  const content = {
    text: 'consensus',
    title: { zh: '共识', ru: 'Консенсус' },
    languages: ['zh', 'ru'],
    blocks: [{ block: 'one', kind: 'paragraph', version }],
  } as const

  it('is made of the text, its title, its languages and its blocks in order', () => {
    const expected = h(
      'parley/text/1',
      'consensus',
      h('parley/title/1', 'ru', 'Консенсус', 'zh', '共识'),
      h('parley/languages/1', 'ru', 'zh'),
      h('parley/entry/1', 'one', 'paragraph', unhex(version)),
    )
    expect(textRoot(content)).toBe(hex(expected))
  })

  it('has no first language', () => {
    expect(textRoot({ ...content, languages: ['ru', 'zh'] })).toBe(textRoot(content))
  })

  it('leaves courtesy titles in other languages out', () => {
    expect(textRoot({ ...content, title: { ...content.title, en: 'Consensus' } })).toBe(textRoot(content))
  })

  it.each([
    ['another text', { ...content, text: 'statement' }],
    ['another title', { ...content, title: { ...content.title, zh: '共 识' } }],
    ['another language', { ...content, languages: ['zh', 'ru', 'en'] }],
    ['no block', { ...content, blocks: [] }],
    ['another kind', { ...content, blocks: [{ block: 'one', kind: 'final', version }] }],
    ['another block name', { ...content, blocks: [{ block: 'two', kind: 'paragraph', version }] }],
    ['a block twice', { ...content, blocks: [...content.blocks, ...content.blocks] }],
  ] as const)('differs for %s', (_what, other) => {
    expect(textRoot(other)).not.toBe(textRoot(content))
  })
})

const sorted = (record: Readonly<Record<string, string>>): readonly (readonly [string, string])[] =>
  Object.entries(record).toSorted(([one], [other]) => (one < other ? -1 : 1))
