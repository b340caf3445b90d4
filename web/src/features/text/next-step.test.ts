import {
  certifies,
  does,
  negotiating,
  newestIn,
  ready,
  tabling,
  takes,
  target,
  textIn,
} from '@parley/domain/text/fictional-text'
import { describe, expect, it } from 'vitest'
import { nextStep } from './next-step.ts'
import { certifiable, standingOf, together } from './several.ts'
import { textLines } from './text-lines.ts'

type Told = ReturnType<typeof negotiating>
const ALL = { levels: ['object', 'can-live', 'confirmed'], certify: true } as const
const linesOf = (told: Told) => textLines(told.state, textIn(told))
const stepFor = (told: Told, own: string | undefined, rights: Parameters<typeof nextStep>[2] = ALL) =>
  nextStep(linesOf(told), own, rights)

const tabled = negotiating().after(
  does('north-head', tabling('first', 'one', 'peace')),
  does('north-head', tabling('second', 'two', 'trade')),
)
const agreed = tabled.after(
  does('north-head', takes('confirmed', target('one', 'peace'), target('two', 'trade'))),
  does('south-head', takes('can-live', target('one', 'peace'), target('two', 'trade'))),
)
const BOTH = [target('one', 'peace'), target('two', 'trade')]

describe('what a text asks of a delegation next', () => {
  it('is a stance on every block it has said nothing on', () => {
    expect(stepFor(tabled, 'south')).toEqual({ kind: 'stance', place: 1, targets: BOTH })
    const half = tabled.after(does('south-head', takes('reserve', target('one', 'peace'))))
    expect(stepFor(half, 'south')).toMatchObject({ kind: 'stance', place: 2 })
  })

  it('is no stance where it objects already: that is negotiated', () => {
    const objecting = tabled.after(does('south-head', takes('object', ...BOTH)))
    expect(stepFor(objecting, 'south').kind).toBe('order')
  })

  it('is the certificate of agreed blocks, then the order, then nothing', () => {
    expect(stepFor(agreed, 'north')).toEqual({ kind: 'certify', place: 1, targets: BOTH })
    const certified = agreed.after(does('north-head', certifies(...BOTH)))
    expect(stepFor(certified, 'north').kind).toBe('order')
    expect(stepFor(certified, 'south').kind).toBe('certify')
    expect(stepFor(ready(), 'north').kind).toBe('none')
  })

  it('is nothing for who belongs to no delegation or may do nothing', () => {
    expect(stepFor(tabled, undefined)).toEqual({ kind: 'none' })
    expect(stepFor(tabled, 'south', { levels: [], certify: false })).toEqual({ kind: 'none' })
  })
})

describe('several blocks at once', () => {
  it('are those chosen that still stand, in the order of the text', () => {
    const chosen = new Map([
      ['two', newestIn(tabled, 'two')],
      ['one', newestIn(tabled, 'one')],
      ['gone', newestIn(tabled, 'one')],
    ])
    expect(standingOf(linesOf(tabled).blocks, chosen)).toEqual(BOTH)
    const withdrawn = tabled.after(
      does('north-head', { type: 'WithdrawProposal', text: 'consensus', proposal: 'first' }),
    )
    expect(standingOf(linesOf(withdrawn).blocks, chosen)).toEqual([target('two', 'trade')])
  })

  it('are certified without those whose languages are missing or certified already', () => {
    const told = tabled.after(
      does('north-head', tabling('third', 'three', '', { body: { zh: '和平' } })),
      does('north-head', certifies(target('one', 'peace'))),
    )
    const all = [...BOTH, { block: 'three', version: newestIn(told, 'three') }]
    expect(certifiable(linesOf(told).blocks, all, 'north')).toEqual([target('two', 'trade')])
    expect(certifiable(linesOf(told).blocks, all, 'south')).toEqual(BOTH)
  })

  it('go into as few acts as can carry them, none left out', () => {
    const targets = Array.from({ length: 450 }, (_, n) => ({ block: `b-${n}`, version: 'v' }))
    expect(together(targets).map(({ length }) => length)).toEqual([200, 200, 50])
    expect(together(targets).flat()).toEqual(targets)
    expect(together([])).toEqual([])
  })
})

describe('the lines of a text', () => {
  it('are the very same for blocks that an act did not touch', () => {
    const before = linesOf(tabled).blocks
    const after = linesOf(tabled.after(does('south-head', takes('object', target('two', 'trade'))))).blocks
    expect(after[0]).toBe(before[0])
    expect(after[1]).not.toBe(before[1])
  })

  it('tell anew of a block whose proposal somebody joined', () => {
    const before = linesOf(tabled).blocks
    const joined = tabled.after(
      does('south-head', { type: 'JoinProposal', text: 'consensus', proposal: 'first' }),
    )
    expect(linesOf(joined).blocks[0]?.versions[0]?.sponsors).toEqual(['north', 'south'])
    expect(linesOf(joined).blocks[1]).toBe(before[1])
  })
})
