import { describe, expect, it } from 'vitest'
import {
  does,
  negotiating,
  put,
  standingIn,
  tabling,
  takes,
  target,
  TEXT,
  textIn,
  versionOf,
} from '../fictional-text.ts'
import { orderHash } from '../version.ts'

const tabled = negotiating().after(does('north-head', tabling('first', 'one', 'peace')))
const two = tabled.after(does('south-head', tabling('second', 'two', 'trade')))
const joins = { type: 'JoinProposal', text: TEXT, proposal: 'first' } as const
const withdraws = { type: 'WithdrawProposal', text: TEXT, proposal: 'first' } as const

const arranges = (...order: string[]) => ({ type: 'ArrangeBlocks', text: TEXT, order }) as const

describe('joining a proposal', () => {
  it('adds a sponsor', () => {
    tabled
      .when(does('south-secretary', joins))
      .records({ type: 'ProposalJoined', text: TEXT, proposal: 'first', delegation: 'south' })
    expect(textIn(tabled.after(does('south-head', joins))).proposals.get('first')?.sponsors).toEqual([
      'north',
      'south',
    ])
  })

  it('is for another delegation, once, while the proposal stands', () => {
    tabled.when(does('north-delegate', joins)).refuses({ code: 'already-a-sponsor', proposal: 'first' })
    tabled
      .when(does('south-head', { ...joins, proposal: 'other' }))
      .refuses({ code: 'proposal-unknown', proposal: 'other' })
    tabled
      .after(does('north-head', withdraws))
      .when(does('south-head', joins))
      .refuses({ code: 'proposal-withdrawn', proposal: 'first' })
  })

  it('is not for who belongs to no delegation or only advises one', () => {
    for (const seat of ['officer', 'joint-desk', 'south-desk', 'south-adviser', 'observer']) {
      tabled.when(does(seat, joins)).refuses({ code: 'not-entitled', needs: 'delegation' })
    }
  })

  it('is over once the text is put', () => {
    put().when(does('south-head', joins)).refuses({ code: 'text-put', text: TEXT })
  })
})

describe('withdrawing a proposal', () => {
  it('takes one sponsor away; the proposal stands while another remains', () => {
    const joined = tabled.after(does('south-head', joins))
    joined
      .when(does('north-head', withdraws))
      .records({ type: 'ProposalWithdrawn', text: TEXT, proposal: 'first', delegation: 'north' })
    const left = joined.after(does('north-head', withdraws))
    expect(standingIn(left, 'one')).toEqual([versionOf('peace')])
    expect(standingIn(left.after(does('south-head', withdraws)), 'one')).toEqual([])
  })

  it('is for sponsors, while it stands', () => {
    tabled.when(does('south-head', withdraws)).refuses({ code: 'not-a-sponsor', proposal: 'first' })
    tabled.when(does('officer', withdraws)).refuses({ code: 'not-a-sponsor', proposal: 'first' })
    tabled
      .when(does('north-head', { ...withdraws, proposal: 'other' }))
      .refuses({ code: 'proposal-unknown', proposal: 'other' })
    tabled
      .after(does('north-head', withdraws))
      .when(does('north-head', withdraws))
      .refuses({ code: 'proposal-withdrawn', proposal: 'first' })
    for (const seat of ['north-press', 'north-desk', 'observer']) {
      tabled.when(does(seat, withdraws)).refuses({ code: 'not-entitled', needs: 'delegation' })
    }
    put().when(does('north-head', withdraws)).refuses({ code: 'text-put', text: TEXT })
  })

  it('lets the chair and the joint secretariat withdraw their own', () => {
    for (const [seat, other] of [
      ['officer', 'joint-desk'],
      ['joint-desk', 'officer'],
    ] as const) {
      const own = negotiating().after(does(seat, tabling('first', 'one', 'peace')))
      own.when(does(other, withdraws)).refuses({ code: 'not-a-sponsor', proposal: 'first' })
      own.when(does(seat, withdraws)).records({ type: 'ProposalWithdrawn', text: TEXT, proposal: 'first' })
      expect(textIn(own.after(does(seat, withdraws))).order).toEqual([])
    }
  })

  it("keeps a chair's text that a delegation made its own", () => {
    const joined = negotiating().after(
      does('officer', tabling('first', 'one', 'peace')),
      does('south-head', joins),
      does('officer', withdraws),
    )
    expect(standingIn(joined, 'one')).toEqual([versionOf('peace')])
    joined.when(does('officer', withdraws)).refuses({ code: 'not-a-sponsor', proposal: 'first' })
    expect(standingIn(joined.after(does('south-head', withdraws)), 'one')).toEqual([])
  })

  it('leaves other versions of the block standing', () => {
    const both = tabled.after(
      does('south-head', tabling('other', 'one', 'accord', { intent: 'edit' })),
      does('north-head', withdraws),
    )
    expect(standingIn(both, 'one')).toEqual([versionOf('accord')])
    expect(textIn(both).order).toEqual(['one'])
  })

  it('leaves what was thought of the version to whoever tables it again', () => {
    const accepted = tabled.after(
      does('south-head', takes('can-live', target('one', 'peace'))),
      does('north-head', withdraws),
      does('south-head', tabling('again', 'one', 'peace')),
    )
    expect(textIn(accepted).blocks.get('one')?.versions.get(versionOf('peace'))?.stances).toEqual({
      south: 'can-live',
    })
  })
})

describe('arranging the blocks', () => {
  it('puts them into another order', () => {
    for (const seat of ['south-secretary', 'officer', 'joint-desk']) {
      two.when(does(seat, arranges('two', 'one'))).records({
        type: 'BlocksArranged',
        text: TEXT,
        order: ['two', 'one'],
        hash: orderHash(['two', 'one']),
      })
    }
    expect(textIn(two.after(does('south-head', arranges('two', 'one')))).order).toEqual(['two', 'one'])
  })

  it.each([[['one']], [['one', 'one']], [['one', 'two', 'three']], [['one', 'three']]])(
    'has every block exactly once: not %j',
    (order) => {
      two.when(does('south-head', arranges(...order))).refuses({ code: 'order-not-a-permutation' })
    },
  )

  it('is for those who draft, before the text is put', () => {
    for (const seat of ['south-desk', 'south-adviser', 'observer']) {
      two.when(does(seat, arranges('two', 'one'))).refuses({ code: 'not-entitled', needs: 'delegation' })
    }
    put()
      .when(does('south-head', arranges('one')))
      .refuses({ code: 'text-put', text: TEXT })
  })
})
