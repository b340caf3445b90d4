import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import { CATALOGUES } from './choose-catalogue.ts'
import type { Catalogue } from './choose-catalogue.ts'
import { en } from './catalogue/en.ts'
import type { Key } from './catalogue/en.ts'
import { format, messageOf } from './format.ts'
import { hasKey } from './words.ts'

const KEYS = Object.keys(en).filter(hasKey)

/** An element of a parsed message; the parser numbers the types as in `ELEMENT`. */
type Element = {
  readonly type: number
  readonly value?: string
  readonly options?: Readonly<Record<string, { readonly value: readonly Element[] }>>
}
const ELEMENT = { literal: 0, argument: 1, select: 5, plural: 6, number: 7 }

const elementsOf = (language: Catalogue, key: Key): readonly Element[] => {
  const flatten = (elements: readonly Element[]): readonly Element[] =>
    elements.flatMap((element) => [
      element,
      ...Object.values(element.options ?? {}).flatMap((option) => flatten(option.value)),
    ])
  return flatten(new IntlMessageFormat(messageOf(language, key), language).getAst())
}

const literalsOf = (language: Catalogue, key: Key): readonly string[] =>
  elementsOf(language, key).flatMap(({ type, value }) =>
    type === ELEMENT.literal && value !== undefined ? [value] : [],
  )

const placeholdersOf = (language: Catalogue, key: Key): readonly string[] => {
  const types = [ELEMENT.argument, ELEMENT.select, ELEMENT.plural]
  const names = elementsOf(language, key).flatMap(({ type, value }) =>
    types.includes(type) && value !== undefined ? [value] : [],
  )
  return [...new Set(names)].toSorted()
}

const wordsOf = (language: Catalogue, key: Key): string => literalsOf(language, key).join(' ')

/** The keys whose words in a language are faulty; a test says there are none. */
const keysWhere = (faulty: (key: Key) => boolean): readonly string[] => KEYS.filter(faulty)

const formatted = (language: Catalogue, key: Key): string =>
  format(language, key, Object.fromEntries(placeholdersOf(language, key).map((name) => [name, 3])))

const leavesSomethingBehind = (words: string): boolean =>
  words === '' || words.trim() !== words || /[{}]|undefined/.test(words)

describe.each(CATALOGUES)('the %s catalogue', (language) => {
  it('has the same placeholders under every key as the English one', () => {
    expect(
      keysWhere((key) => placeholdersOf(language, key).join() !== placeholdersOf('en', key).join()),
    ).toEqual([])
  })

  it('gives every plural form the language has', () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    const lacks = ({ type, options = {} }: Element): boolean =>
      type === ELEMENT.plural && !forms.every((form) => Object.hasOwn(options, form))
    expect(keysWhere((key) => elementsOf(language, key).some(lacks))).toEqual([])
  })

  it('uses arguments, choices and plurals and nothing else of the message syntax', () => {
    const known = Object.values(ELEMENT)
    expect(keysWhere((key) => elementsOf(language, key).some(({ type }) => !known.includes(type)))).toEqual(
      [],
    )
  })

  it('can be formatted under every key, leaving no placeholder and no stray space behind', () => {
    expect(keysWhere((key) => leavesSomethingBehind(formatted(language, key)))).toEqual([])
  })

  it('holds no two spaces, no space before a closing mark, no mark twice, nothing decomposed', () => {
    const ugly = / {2}| [,.;:!?،؛؟，。；：]|([,.;:，。；：،؛])\1/
    const faulty = (literal: string): boolean => ugly.test(literal) || literal.normalize('NFC') !== literal
    expect(keysWhere((key) => literalsOf(language, key).some(faulty))).toEqual([])
  })
})

/* Names of formats and of the product, and what a person has to type as it stands. */
const LATIN_ALLOWED = /Atom|JSON|NFC|PORT|Parley|SHA-256/g
const hasStrayLatin = (words: string): boolean =>
  /\p{Script=Latin}/u.test(words.replaceAll(LATIN_ALLOWED, ''))

describe.each(['zh', 'ru', 'ar'] as const)('the %s catalogue', (language) => {
  it('says nothing in Latin letters but names of formats and of the product', () => {
    expect(keysWhere((key) => hasStrayLatin(wordsOf(language, key)))).toEqual([])
  })

  it('is nowhere the English wording', () => {
    const worded = KEYS.filter((key) => /[a-z]/.test(wordsOf('en', key)))
    expect(worded.filter((key) => messageOf(language, key) === messageOf('en', key))).toEqual([])
  })
})

describe('Chinese wording', () => {
  it('uses the punctuation of Chinese print', () => {
    const ascii = /[,;:!?()"'](?=\p{Script=Han})|\p{Script=Han}[,.;:!?()"']/u
    expect(keysWhere((key) => ascii.test(literalsOf('zh', key).join('')))).toEqual([])
  })

  it('ends a sentence where the English one ends', () => {
    const sentences = KEYS.filter((key) => /[a-z]\.$/.test(messageOf('en', key)))
    expect(sentences.filter((key) => !/[。}]$/.test(messageOf('zh', key)))).toEqual([])
    expect(sentences.length).toBeGreaterThan(100)
  })
})

describe('Russian wording', () => {
  it('keeps a dash with the word before it', () => {
    expect(keysWhere((key) => /[^\u00a0]—/.test(messageOf('ru', key)))).toEqual([])
  })

  it('quotes with « » only', () => {
    expect(keysWhere((key) => /["“”]/.test(wordsOf('ru', key)))).toEqual([])
  })
})

describe('Arabic wording', () => {
  it('uses Arabic commas, semicolons and question marks', () => {
    expect(keysWhere((key) => /\p{Script=Arabic}[,;?]/u.test(wordsOf('ar', key)))).toEqual([])
  })
})

const meetings = (language: Catalogue, count: number): string =>
  format(language, 'portal.meetings-count', { count })

describe('plural forms', () => {
  it('agree with the number in each language', () => {
    expect([1, 2, 5, 21].map((count) => meetings('ru', count))).toEqual([
      '1 заседание',
      '2 заседания',
      '5 заседаний',
      '21 заседание',
    ])
    expect([1, 2].map((count) => meetings('en', count))).toEqual(['1 meeting', '2 meetings'])
    expect([0, 1, 2, 3, 11, 100].map((count) => meetings('ar', count))).toEqual([
      'لا اجتماعات',
      'اجتماع واحد',
      'اجتماعان',
      '3 اجتماعات',
      '11 اجتماعاً',
      '100 اجتماع',
    ])
    expect(meetings('zh', 8)).toBe('会议8次')
  })
})

describe('a message', () => {
  it('without a value for its placeholder is a bug', () => {
    expect(() => format('en', 'refusal.seat-taken')).toThrow(/seat/)
  })

  it('is found only under a key the catalogues have', () => {
    expect(hasKey('refusal.floor-taken')).toBe(true)
    expect(hasKey('refusal.nonsense')).toBe(false)
    expect(hasKey('constructor')).toBe(false)
  })
})
