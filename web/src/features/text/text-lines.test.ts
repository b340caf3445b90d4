import {
  adopted,
  does,
  negotiating,
  ready,
  tabling,
  takes,
  target,
  textIn,
} from '@parley/domain/text/fictional-text'
import { describe, expect, it } from 'vitest'
import { textLines } from './text-lines.ts'

type Told = ReturnType<typeof negotiating>
const linesOf = (told: Told) => textLines(told.state, textIn(told))

const disputed = negotiating().after(
  does('north-head', tabling('first', 'one', 'deepen')),
  does('south-head', tabling('second', 'one', 'strengthen', { intent: 'edit' })),
  does('north-head', tabling('third', 'two', 'peace')),
  does('north-head', takes('confirmed', target('one', 'deepen'), target('two', 'peace'))),
  does('south-head', takes('reserve', target('one', 'deepen'))),
)

describe('a text under negotiation', () => {
  it('shows every version that stands, with its sponsors and each delegation’s stance', () => {
    const [one] = linesOf(disputed).blocks
    expect(one).toMatchObject({ place: 1, mark: 'open' })
    expect(one?.versions).toMatchObject([
      {
        isAgreed: false,
        sponsors: ['north'],
        stances: [
          { delegation: 'north', level: 'confirmed' },
          { delegation: 'south', level: 'reserve' },
        ],
      },
      { sponsors: ['south'], stances: [{ level: undefined }, { level: undefined }] },
    ])
  })

  it('gives every language of the text a place, also where a wording is missing', () => {
    const told = negotiating().after(
      does('north-head', tabling('first', 'one', 'peace', { body: { zh: '和平' } })),
    )
    const [one] = linesOf(told).blocks
    expect(one?.mark).toBe('missing')
    expect(one?.versions[0]?.wordings).toEqual([
      { language: 'zh', text: '和平' },
      { language: 'ru', text: undefined },
    ])
  })

  it('is discussed at its first open block, and counts what stands against adoption', () => {
    const lines = linesOf(disputed)
    expect(lines.here).toBe(0)
    expect(lines.progress).toEqual({ openBlocks: 2, agreedBlocks: 0, unconfirmedConcordance: 0 })
    expect(lines.obstacles.map(({ code }) => code)).toContain('block-not-agreed')
  })

  it('shows of an agreed block the agreed version alone', () => {
    const lines = linesOf(ready())
    expect(lines.blocks).toMatchObject([{ mark: 'agreed', isConcordant: true }])
    expect(lines.blocks[0]?.versions).toHaveLength(1)
    expect(lines.obstacles).toEqual([])
  })
})

describe('an adopted text', () => {
  it('is shown as it was adopted, with nothing left to negotiate', () => {
    const lines = linesOf(adopted())
    expect(lines.blocks[0]?.versions[0]).toMatchObject({
      isAgreed: true,
      wordings: [{ language: 'zh', text: '文：peace' }, { language: 'ru' }],
      stances: [],
    })
    expect(lines.obstacles).toEqual([])
  })
})
