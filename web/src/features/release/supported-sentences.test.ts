import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { citedFacts, isUnsupported, supportedSentences, type Written } from './supported-sentences.ts'

const HELD: Written = { text: 'The meeting was held by video on 2 May.', seqs: [0] }
const LED: Written = { text: 'The delegations were led by Mr North and Ms South.', seqs: [2, 3] }
const ADOPTED: Written = { text: 'It adopted a consensus.', seqs: [40] }
const WRITTEN = [HELD, LED, ADOPTED]

const told = (text: string, facts: readonly number[], written = WRITTEN, language = 'en') =>
  supportedSentences({ text, facts: [...facts] }, written, language)

describe('which facts a sentence rests on', () => {
  it('is known of every sentence the writer wrote', () => {
    expect(told(`${HELD.text} ${LED.text}`, [0, 2, 3])).toEqual([
      { text: `${HELD.text} `, facts: [0], by: 'record' },
      { text: LED.text, facts: [2, 3], by: 'record' },
    ])
  })

  it('follows a sentence that was only reworded', () => {
    const reworded = 'The delegations were led by Ms South and Mr North.'
    expect(told(`${HELD.text} ${reworded}`, [0, 2, 3])[1]).toEqual({
      text: reworded,
      facts: [2, 3],
      by: 'editor',
    })
  })

  it('is what the others of its paragraph leave over, where nothing resembles it', () => {
    expect(told(`${HELD.text} Rain fell.`, [0, 17])[1]?.facts).toEqual([17])
  })

  it('is none for what an editor added: the sentence is unsupported', () => {
    const [, added] = told(`${HELD.text} It was a great success.`, [0])
    expect(added).toMatchObject({ facts: [], by: 'editor' })
    expect(added && isUnsupported(added)).toBe(true)
    expect(told('Freely written.', []).every(isUnsupported)).toBe(true)
  })

  it('is none where the paragraph does not name it, word for word as the sentence may be', () => {
    expect(told(ADOPTED.text, []).map(({ facts, by }) => [facts, by])).toEqual([[[], 'editor']])
    expect(told(LED.text, [2])[0]?.facts).toEqual([2])
  })

  it('is the paragraph’s for every sentence where no writer knows the language', () => {
    expect(told('عُقد الاجتماع. واعتُمد النص.', [0, 40], [], 'ar').map(({ facts }) => facts)).toEqual([
      [0, 40],
      [0, 40],
    ])
  })

  it('leaves the end mark with the sentence it ends', () => {
    expect(told(`${ADOPTED.text} (End)`, [40]).map(({ text }) => text)).toEqual([`${ADOPTED.text} (End)`])
    const written = [{ text: '会议通过共识。', seqs: [40] }]
    expect(told('会议通过共识。（完）', [40], written, 'zh').map(({ text }) => text)).toEqual([
      '会议通过共识。（完）',
    ])
  })

  it('loses no letter of the paragraph, whatever is in it', () => {
    const part = fc.oneof(fc.constantFrom(...WRITTEN.map(({ text }) => text), ' ', '（完）'), fc.string())
    fc.assert(
      fc.property(fc.array(part), fc.subarray([0, 2, 3, 40, 99]), (parts, facts) => {
        const text = parts.join('')
        const sentences = told(text, facts)
        expect(sentences.map((one) => one.text).join('')).toBe(text)
        expect(sentences.every((one) => one.facts.every((seq) => facts.includes(seq)))).toBe(true)
      }),
    )
  })
})

describe('the facts of a draft', () => {
  it('stand once each, in the order of the record', () => {
    expect(
      citedFacts([
        { text: 'a', facts: [40, 2] },
        { text: 'b', facts: [2, 0] },
      ]),
    ).toEqual([0, 2, 40])
  })
})
