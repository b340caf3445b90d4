import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differences, type Differences, type Part } from './differences.ts'
import { tokensOf } from './tokens.ts'

const partsOf = (found: Differences): readonly Part[] => {
  switch (found.kind) {
    case 'same':
      return [{ same: found.text }]
    case 'whole':
      return [{ before: found.before, after: found.after }]
    case 'typography':
    case 'words':
      return found.parts
  }
}
const shown = (found: Differences): string =>
  partsOf(found)
    .map((part) => ('same' in part ? part.same : `[${part.before}→${part.after}]`))
    .join('')
const first = (parts: readonly Part[]): string =>
  parts.map((part) => ('same' in part ? part.same : part.before)).join('')
const second = (parts: readonly Part[]): string =>
  parts.map((part) => ('same' in part ? part.same : part.after)).join('')

describe('Chinese', () => {
  it('shows the word that changed and not what the segmenter joined to it', () => {
    expect(
      shown(
        differences(
          'zh',
          '双方应当在平等互利的基础上加强技术合作。',
          '双方必须在平等互利的基础上加强技术合作。',
        ),
      ),
    ).toBe('双方[应当→必须]在平等互利的基础上加强技术合作。')
  })

  it('never takes a number apart from its unit’s digits', () => {
    const found = differences(
      'zh',
      '双方将在六个月内通报结果，并设立联络机制。',
      '双方将在十六个月内通报结果，并设立联络机制。',
    )
    expect(shown(found)).not.toMatch(/\[→十\]六/)
    expect(second(partsOf(found))).toContain('十六个月')
  })

  it('shows the two characters that changed and keeps the particle after them', () => {
    expect(
      shown(
        differences(
          'zh',
          '双方主管机关于每年三月交换数据，并通报执行情况。',
          '双方主管部门于每年三月交换数据，并通报执行情况。',
        ),
      ),
    ).toBe('双方主管[机关→部门]于每年三月交换数据，并通报执行情况。')
  })

  it('shows words that only came in as such', () => {
    expect(
      shown(
        differences(
          'zh',
          '双方将在平等互利的基础上加强合作。',
          '双方将在相互尊重、平等互利的基础上加强合作。',
        ),
      ),
    ).toBe('双方将在[→相互尊重、]平等互利的基础上加强合作。')
  })
})

describe('Russian', () => {
  it('shows whole words, never their letters', () => {
    const found = differences(
      'ru',
      'Стороны считают, что техническое сотрудничество должно укрепляться на долгосрочной и взаимной основе.',
      'Стороны считают, что техническое сотрудничество необходимо углублять на долгосрочной и взаимной основе.',
    )
    expect(shown(found)).toBe(
      'Стороны считают, что техническое сотрудничество [должно укрепляться→необходимо углублять] на долгосрочной и взаимной основе.',
    )
  })

  it('puts words that came in where the sentence lets them begin', () => {
    expect(
      shown(
        differences(
          'ru',
          'Стороны ежегодно проводят консультации.',
          'Стороны ежегодно проводят открытые консультации.',
        ),
      ),
    ).toBe('Стороны ежегодно проводят [→открытые ]консультации.')
  })

  it('takes ё and quotation marks for typography', () => {
    expect(differences('ru', 'всё «вместе»', 'все "вместе"').kind).toBe('typography')
    expect(differences('ru', 'два года', 'два часа').kind).not.toBe('typography')
  })
})

describe('any language', () => {
  it('is shown whole where so much differs that what stayed is chance', () => {
    expect(
      differences('en', 'The sides meet every year.', 'A commission shall examine all claims.').kind,
    ).toBe('whole')
    expect(differences('en', 'The same.', 'The same.')).toEqual({ kind: 'same', text: 'The same.' })
  })

  it('keeps dates and numbers whole', () => {
    const found = differences(
      'en',
      'It ends on 23.07.2020 at the latest, as agreed.',
      'It ends on 24.07.2020 at the latest, as agreed.',
    )
    expect(shown(found)).toBe('It ends on [23.07.2020→24.07.2020] at the latest, as agreed.')
  })

  const SENTENCES = {
    zh: ['双方应当', '加强', '合作', '在六个月内', '，', '。', '的', '机制', '定期会晤', '并'],
    ru: ['Стороны ', 'должны ', 'углублять ', 'сотрудничество', ', ', '. ', 'и ', 'в ', 'ежегодно '],
    en: ['The sides ', 'shall ', 'strengthen ', 'co-operation', ', ', '. ', 'of ', '12.5 % ', 'every year '],
    ar: ['يعمل الجانبان ', 'على ', 'تعزيز ', 'التعاون', '، ', '. ', 'في ', 'كل عام '],
  }
  const language = fc.constantFrom<keyof typeof SENTENCES>('zh', 'ru', 'en', 'ar')
  const pair = language.chain((one) => {
    const text = fc
      .array(fc.constantFrom(...SENTENCES[one]), { maxLength: 40 })
      .map((parts) => parts.join(''))
    return fc.tuple(fc.constant(one), text, text)
  })

  it('gives back exactly the one and the other', () => {
    fc.assert(
      fc.property(pair, ([one, before, after]) => {
        const found = differences(one, before, after)
        expect(first(partsOf(found))).toBe(before)
        expect(second(partsOf(found))).toBe(after)
      }),
    )
  })

  // Any character of any script; fast-check's own unit for this takes seconds to set up.
  const strange = fc
    .array(
      fc.nat(0x10_ff_ff).filter((code) => code < 0xd8_00 || code > 0xdf_ff),
      { maxLength: 12 },
    )
    .map((codes) => String.fromCodePoint(...codes))

  it('gives back whatever strange text it is given', () => {
    fc.assert(
      fc.property(language, strange, strange, (one, before, after) => {
        expect(tokensOf(one, before).join('')).toBe(before)
        const found = differences(one, before, after)
        expect(first(partsOf(found))).toBe(before)
        expect(second(partsOf(found))).toBe(after)
      }),
    )
  })

  it('never cuts a number in two', () => {
    const number = fc.constantFrom('7', '12', '120', '2.5', '23.07.2020', '1,200', '18')
    const sentence = fc
      .tuple(number, number)
      .map(([days, people]) => `Within ${days} days ${people} observers report.`)
    fc.assert(
      fc.property(sentence, sentence, (before, after) => {
        const parts = partsOf(differences('en', before, after))
        for (const [index, part] of parts.entries()) {
          const next = parts[index + 1]
          if (next === undefined) continue
          const ends = 'same' in part ? [part.same] : [part.before, part.after]
          const starts = 'same' in next ? [next.same] : [next.before, next.after]
          expect(
            ends.some((end) => /\d$/.test(end)) && starts.some((start) => /^[\d.,]*\d/.test(start)),
          ).toBe(false)
        }
      }),
    )
  })

  it('never cuts a word of letters in two', () => {
    const words = pair.filter(([one]) => one === 'ru' || one === 'en')
    fc.assert(
      fc.property(words, ([one, before, after]) => {
        const parts = partsOf(differences(one, before, after))
        for (const [index, part] of parts.entries()) {
          const next = parts[index + 1]
          if (next === undefined) continue
          for (const which of ['before', 'after'] as const) {
            const left = 'same' in part ? part.same : part[which]
            const right = 'same' in next ? next.same : next[which]
            expect(/\p{L}$/u.test(left) && /^\p{L}/u.test(right)).toBe(false)
          }
        }
      }),
    )
  })
})
