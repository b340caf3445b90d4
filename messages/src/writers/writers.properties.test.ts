import type { ProceedingsEvent } from '@parley/domain/proceedings/events'
import { Expression } from '@parley/domain/release/events'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ISLAND_HEAD,
  PEOPLE,
  WHOLE,
  adopted,
  approved,
  attached,
  convened,
  factsOf,
  read,
  signed,
  spoke,
  taken,
  trilateral,
} from './fictional-meetings.ts'
import { writeRelease } from './index.ts'

type Events = readonly ProceedingsEvent[]

const LANGUAGE = fc.constantFrom('zh', 'ru', 'en')

/* Anything a name may be: letters, marks of all kinds, a combining accent at its start. */
const line = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .map((text) =>
    text
      .normalize('NFC')
      .replaceAll(/[\p{C}\p{Zl}\p{Zp}\s]/gu, '')
      .trim(),
  )
  .filter((text) => text !== '')
const tame = fc.constantFrom(
  'Лена',
  '清河',
  'River',
  'A. B. Lake',
  'Закон',
  '〈光〉',
  'The “Tide”',
  'ends.',
  '完。',
)

const localized = (name: fc.Arbitrary<string>) =>
  fc.dictionary(fc.constantFrom('zh', 'ru', 'en', 'ar'), name, { minKeys: 1 })

/** Meetings with any subset of what can happen, in the order it can happen. */
const meeting = (name: fc.Arbitrary<string>): fc.Arbitrary<Events> =>
  fc
    .record({
      three: fc.boolean(),
      mode: fc.constantFrom('video' as const, 'in-person' as const, 'hybrid' as const),
      theme: localized(name),
      dialogueName: localized(name),
      number: fc.integer({ min: 1, max: 9999 }),
      host: fc.constantFrom('north', 'south', 'island'),
      title: localized(name),
      position: localized(name),
      parts: fc.subarray([...PARTS.keys()]),
    })
    .map(({ three, parts, title, position, ...changes }) => [
      three ? trilateral(changes) : convened(changes),
      ...parts.flatMap((part) => PARTS[part]?.({ title, position }) ?? []),
    ])

type Words = { readonly title: Record<string, string>; readonly position: Record<string, string> }

const PARTS: readonly ((words: Words) => Events)[] = [
  () => PEOPLE,
  () => [ISLAND_HEAD],
  () => [{ type: 'ChairAppointed', seats: ['n1'] }],
  () => [{ type: 'ChairAppointed', seats: ['i1', 's1', 'unknown'] }],
  ({ title }) => [{ type: 'ThemeReworded', theme: title, delegation: 'south' }],
  () => [read('south', 's1', 'greeting')],
  () => [read('north', 'i1', 'telegram')],
  ({ title }) => [...taken('topic', 'one', title), ...spoke('t1', 'one', 'n1'), ...spoke('t2', 'one', 'i1')],
  ({ title }) => taken('topic', 'two', title),
  ({ title }) => [...taken('remarks', 'end', title), ...spoke('t3', 'end', 's1')],
  ({ title }) => [adopted({ title, adReferendum: ['north', 'south'] }), attached('south', 'reservation')],
  () => [signed('north', 'n1'), signed('south', 's1')],
  ({ position }) => [approved('north', position), approved('south', position, 'one')],
]

const wordsOf = ({ paragraphs, ...around }: Expression): readonly string[] => [
  ...Object.values(around).map(String),
  ...paragraphs.map(({ text }) => text),
]

const written = (language: string, events: Events): Expression => {
  const release = writeRelease(language, factsOf(...events))
  if (release === undefined) throw new Error(`no writer for ${language}`)
  return release
}

describe('every release', () => {
  it('is within the limits and the alphabet of the record, whatever people are called', () => {
    fc.assert(
      fc.property(LANGUAGE, meeting(line), (language, events) => {
        expect(Expression.safeParse(written(language, events)).error).toBeUndefined()
      }),
    )
  })

  it('rests on events there are', () => {
    fc.assert(
      fc.property(LANGUAGE, meeting(tame), (language, events) => {
        for (const { facts } of written(language, events).paragraphs) {
          expect(facts.length).toBeGreaterThan(0)
          expect(facts.every((seq) => seq >= 0 && seq < events.length)).toBe(true)
        }
      }),
    )
  })

  it('has no hole where something is not told', () => {
    fc.assert(
      fc.property(LANGUAGE, meeting(tame), (language, events) => {
        for (const words of wordsOf(written(language, events))) {
          expect(words).not.toMatch(/undefined|null|\[object|NaN/)
          expect(words).not.toMatch(/\(\s*\)|（\s*）|“”|«»|《》/)
          expect(words).not.toMatch(/\s{2}|^\s|\s$/)
          expect(words).not.toMatch(/[,，;；:：、]\s*[.。,，;；:：、]|\.\.|。。|\s[,.;:]/)
        }
      }),
    )
  })

  it('closes every quotation mark it opens', () => {
    const pairs = ['“”', '‘’', '«»', '《》', '（）'] as const
    fc.assert(
      fc.property(LANGUAGE, meeting(fc.constantFrom('Лена', '清河', 'River')), (language, events) => {
        for (const words of wordsOf(written(language, events))) {
          for (const [open, close] of pairs) {
            expect(words.split(open ?? '').length).toBe(words.split(close ?? '').length)
          }
        }
      }),
    )
  })

  it('ends with the end mark of its language, once', () => {
    const ends = { zh: '（完）', ru: '\u00a0■', en: ' (End)' }
    fc.assert(
      fc.property(
        fc.constantFrom('zh' as const, 'ru' as const, 'en' as const),
        meeting(tame),
        (language, events) => {
          const texts = written(language, events).paragraphs.map(({ text }) => text)
          expect(texts.filter((text) => text.includes(ends[language]))).toHaveLength(1)
          expect(texts.at(-1)?.endsWith(ends[language])).toBe(true)
        },
      ),
    )
  })

  it('is the same for the same record', () => {
    fc.assert(
      fc.property(LANGUAGE, meeting(tame), (language, events) => {
        expect(written(language, events)).toEqual(written(language, events))
      }),
    )
  })
})

describe('a meeting too large for one event', () => {
  it('keeps its beginning and its end, and leaves the longest paragraphs to the editor', () => {
    const long = { en: `${'Water. '.repeat(1700)}Done` }
    const sides = ['north', 'south', 'island']
    const told = sides.flatMap((side) => [
      approved(side, long),
      ...taken('topic', side, { en: side }),
      approved(side, long, side),
    ])
    const release = written('en', [trilateral(), ...told, adopted()])
    expect(Expression.safeParse(release).success).toBe(true)
    expect(release.paragraphs[0]?.text).toContain('third meeting')
    expect(release.paragraphs.at(-1)?.text).toContain('adopted')
    expect(JSON.stringify(release).length).toBeLessThan(49_152)
  })

  it('is cut within a line between characters, never inside one', () => {
    const name = '👩‍🌾'.repeat(100)
    const release = written('zh', [convened({ dialogueName: { zh: name } })])
    expect(release.headline.length).toBeLessThanOrEqual(500)
    expect(release.headline.replace('…', '').replaceAll('👩‍🌾', '')).toBe('')
  })
})

describe('the whole meeting', () => {
  it('is told in every language from the same events, but for a wording that only one language has', () => {
    const [zh, ru, en] = ['zh', 'ru', 'en'].map(
      (language) => new Set(written(language, WHOLE).paragraphs.flatMap(({ facts }) => facts)),
    )
    const reworded = WHOLE.findIndex(({ type }) => type === 'ThemeReworded')
    expect(zh).toEqual(en)
    expect(ru).toEqual(new Set([...(zh ?? []), reworded]))
  })
})
