import { describe, expect, it } from 'vitest'
import {
  certifies,
  does,
  negotiating,
  newestIn,
  put,
  tabling,
  takes,
  target,
  TEXT,
  textIn,
  versionOf,
} from '../fictional-text.ts'
import { orderHash } from '../version.ts'
import { blocks } from '../views/standing.ts'

const tabled = negotiating().after(
  does('north-head', tabling('first', 'one', 'peace')),
  does('south-head', tabling('other', 'one', 'accord', { intent: 'edit' })),
)
const stancesOn = (told: typeof tabled, text: string) =>
  textIn(told).blocks.get('one')?.versions.get(versionOf(text))?.stances
const agreedIn = (told: typeof tabled) =>
  blocks(textIn(told), told.state.meeting).map(({ agreed }) => agreed?.version)

describe('taking a stance', () => {
  it('says what a delegation thinks of exactly these versions', () => {
    tabled.when(does('north-delegate', takes('reserve', target('one', 'peace')))).records({
      type: 'StanceTaken',
      text: TEXT,
      delegation: 'north',
      level: 'reserve',
      targets: [target('one', 'peace')],
    })
  })

  it('is for head, alternate and delegate', () => {
    for (const seat of ['north-secretary', 'north-adviser', 'north-desk', 'officer', 'observer']) {
      tabled
        .when(does(seat, takes('confirmed', target('one', 'peace'))))
        .refuses({ code: 'not-entitled', needs: 'delegation' })
    }
  })

  it('binds only what stands', () => {
    const unknown = target('one', 'unheard of')
    tabled
      .when(does('north-head', takes('confirmed', unknown)))
      .refuses({ code: 'version-unknown', version: unknown.version })
    const elsewhere = { block: 'nowhere', version: versionOf('peace') }
    tabled
      .when(does('north-head', takes('confirmed', elsewhere)))
      .refuses({ code: 'version-unknown', version: elsewhere.version })
  })

  it('binds only the order that stands', () => {
    const order = orderHash(['one'])
    tabled
      .when(does('north-head', takes('confirmed', { order: orderHash(['two', 'one']) })))
      .refuses({ code: 'order-stale', order })
    expect(tabled.when(does('north-head', takes('confirmed', { order }))).decision.ok).toBe(true)
  })

  it('moves acceptance from one version of a block to another', () => {
    const moved = tabled.after(
      does('north-head', takes('can-live', target('one', 'peace'))),
      does('north-head', takes('ad-referendum', target('one', 'accord'))),
    )
    expect(stancesOn(moved, 'peace')).toEqual({})
    expect(stancesOn(moved, 'accord')).toEqual({ north: 'ad-referendum' })
  })

  it('leaves an objection to one version standing when another is accepted', () => {
    const both = tabled.after(
      does('north-head', takes('object', target('one', 'accord'))),
      does('north-head', takes('confirmed', target('one', 'peace'))),
    )
    expect(stancesOn(both, 'accord')).toEqual({ north: 'object' })
    expect(stancesOn(both, 'peace')).toEqual({ north: 'confirmed' })
  })

  it('takes acceptance back with a reservation', () => {
    const accepted = tabled.after(
      does('north-head', takes('confirmed', target('one', 'peace'))),
      does('south-head', takes('can-live', target('one', 'peace'))),
    )
    expect(agreedIn(accepted)).toEqual([versionOf('peace')])
    const reserved = accepted.after(does('south-head', takes('reserve', target('one', 'peace'))))
    expect(agreedIn(reserved)).toEqual([undefined])
  })

  it('agrees a block when every delegation accepts the same version, and only then', () => {
    const apart = tabled.after(
      does('north-head', takes('confirmed', target('one', 'peace'))),
      does('south-head', takes('confirmed', target('one', 'accord'))),
    )
    expect(agreedIn(apart)).toEqual([undefined])
    const together = apart.after(does('south-head', takes('ad-referendum', target('one', 'peace'))))
    expect(agreedIn(together)).toEqual([versionOf('peace')])
  })

  it('agrees nothing that was withdrawn, though every delegation accepted it', () => {
    const accepted = tabled.after(
      does('north-head', takes('confirmed', target('one', 'peace'))),
      does('south-head', takes('confirmed', target('one', 'peace'))),
    )
    const gone = accepted.after(
      does('north-head', { type: 'WithdrawProposal', text: TEXT, proposal: 'first' }),
    )
    expect(agreedIn(gone)).toEqual([undefined])
  })

  it('needs the third delegation where there are three', () => {
    const three = negotiating([], undefined, ['north', 'south', 'west']).after(
      does('north-head', tabling('first', 'one', 'peace')),
      does('north-head', takes('confirmed', target('one', 'peace'))),
      does('south-head', takes('confirmed', target('one', 'peace'))),
    )
    expect(agreedIn(three)).toEqual([undefined])
    const all = three.after(does('west-head', takes('can-live', target('one', 'peace'))))
    expect(agreedIn(all)).toEqual([versionOf('peace')])
  })

  it('is over once the text is put', () => {
    put()
      .when(does('north-head', takes('object', target('one', 'peace'))))
      .refuses({ code: 'text-put', text: TEXT })
  })

  it('fits into one event', () => {
    const { version } = target('one', 'peace')
    const block = 'b'.repeat(64)
    const long = negotiating().after(does('north-head', tabling('first', block, 'peace')))
    const many = Array.from({ length: 400 }, () => ({ block, version }))
    long.when(does('north-head', takes('confirmed', ...many))).refuses({ code: 'text-too-large' })
    expect(long.when(does('north-head', takes('confirmed', ...many.slice(0, 200)))).decision.ok).toBe(true)
  })
})

describe('certifying concordance', () => {
  const certificate = certifies(target('one', 'peace'))

  it('is done by who drafts for a delegation, and by its own secretariat', () => {
    for (const seat of ['north-head', 'north-secretary', 'north-desk']) {
      tabled.when(does(seat, certificate)).records({
        type: 'ConcordanceCertified',
        text: TEXT,
        delegation: 'north',
        versions: [target('one', 'peace')],
      })
    }
    for (const seat of ['joint-desk', 'officer', 'interpreter', 'north-adviser']) {
      tabled.when(does(seat, certificate)).refuses({ code: 'not-entitled', needs: 'delegation' })
    }
  })

  it('is of versions that stand in every language of the text', () => {
    const russian = tabled.after(
      does('north-head', tabling('ru', 'two', '', { body: { ru: 'Мир' } })),
      does('north-head', tabling('gone', 'one', '', { intent: 'delete', body: {} })),
    )
    russian
      .when(does('north-head', certifies({ block: 'two', version: newestIn(russian, 'two') })))
      .refuses({ code: 'language-needed', language: 'zh' })
    russian
      .when(does('north-head', certifies({ block: 'one', version: newestIn(russian, 'one') })))
      .refuses({ code: 'body-empty' })
    russian
      .when(does('north-head', certifies(target('one', 'unheard of'))))
      .refuses({ code: 'version-unknown', version: versionOf('unheard of') })
  })

  it('says nothing of acceptance, and acceptance nothing of concordance', () => {
    const certified = tabled.after(does('north-desk', certificate), does('south-desk', certificate))
    expect(stancesOn(certified, 'peace')).toEqual({})
    expect(textIn(certified).blocks.get('one')?.versions.get(versionOf('peace'))?.certifiedBy).toEqual([
      'north',
      'south',
    ])
    const twice = certified.after(does('south-desk', certificate))
    expect(textIn(twice)).toEqual(textIn(certified))
  })

  it('is over once the text is put', () => {
    put().when(does('north-head', certificate)).refuses({ code: 'text-put', text: TEXT })
  })
})
