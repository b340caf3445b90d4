import { describe, expect, it } from 'vitest'
import { given } from '../../given.ts'
import { prepared } from '../../meeting/fictional-meeting.ts'
import { proceedingsDecider } from '../../proceedings/index.ts'
import {
  adopted,
  bodyOf,
  certifies,
  does,
  negotiating,
  newestIn,
  put,
  ready,
  rootIn,
  tabling,
  takes,
  target,
  TEXT,
  textOpened,
  versionOf,
  wording,
} from '../fictional-text.ts'
import { orderHash } from '../version.ts'

const root = rootIn(ready())
const puts = { type: 'PutText', text: TEXT, root } as const
const objects = { type: 'ObjectToText', text: TEXT, root } as const
const withdraws = { type: 'WithdrawObjection', text: TEXT } as const
const takesBack = { type: 'TakeTextBack', text: TEXT } as const
const declares = { type: 'DeclareAdopted', text: TEXT, root } as const
const NOT_THIS = 'f'.repeat(64)

/** The text ready and put under an item that names a text. */
const putUnder = (text: string) =>
  negotiating([
    { type: 'ItemPlaced', position: 9, item: { kind: 'adoption', id: 'own', title: { en: 'x' }, text } },
  ])
    .after(
      does('officer', { type: 'TakeUpItem', item: 'own' }),
      does('north-head', tabling('first', 'one', 'peace')),
      ...['north', 'south'].flatMap((party) => [
        does(`${party}-head`, takes('confirmed', target('one', 'peace'))),
        does(`${party}-head`, certifies(target('one', 'peace'))),
      ]),
    )
    .when(does('officer', puts))

describe('putting a text', () => {
  it('is of exactly what every delegation accepted', () => {
    ready().when(does('officer', puts)).records({ type: 'TextPut', text: TEXT, root })
    ready()
      .when(does('officer', { ...puts, root: NOT_THIS }))
      .refuses({ code: 'wrong-hash', expected: root })
  })

  it("is the chair's", () => {
    for (const seat of ['north-head', 'joint-desk', 'north-desk']) {
      ready().when(does(seat, puts)).refuses({ code: 'not-entitled', needs: 'chair' })
    }
  })

  it('happens in session, under an item for it', () => {
    const suspended = ready().after(does('officer', { type: 'SuspendMeeting', cause: 'break' }))
    suspended.when(does('officer', puts)).refuses({ code: 'meeting-suspended' })
    const adjourned = ready().after(does('officer', { type: 'AdjournMeeting' }))
    adjourned.when(does('officer', puts)).refuses({ code: 'meeting-adjourned' })
    const concluded = ready().after(does('officer', { type: 'ConcludeItem' }))
    concluded.when(does('officer', puts)).refuses({ code: 'no-item-taken-up' })
    const under = (item: string) => concluded.after(does('officer', { type: 'TakeUpItem', item }))
    under('remarks').when(does('officer', puts)).refuses({ code: 'wrong-item-kind', needs: 'adoption' })
    expect(under('text').when(does('officer', puts)).decision.ok).toBe(true)
  })

  it('happens under an item that names this text or none', () => {
    expect(putUnder(TEXT).decision.ok).toBe(true)
    putUnder('another').refuses({ code: 'wrong-item-kind', needs: 'adoption' })
  })

  it('waits for the meeting to open', () => {
    given(proceedingsDecider, ...prepared(), textOpened)
      .when(does('officer', puts))
      .refuses({ code: 'meeting-not-open' })
  })

  it('happens once', () => {
    put().when(does('officer', puts)).refuses({ code: 'text-put', text: TEXT })
    adopted().when(does('officer', puts)).refuses({ code: 'text-adopted', text: TEXT })
  })

  it('waits for every obstacle to go', () => {
    const empty = negotiating().after(does('officer', { type: 'TakeUpItem', item: 'adoption' }))
    empty.when(does('officer', puts)).refuses({ code: 'text-not-ready', obstacles: [{ code: 'no-blocks' }] })
    const partial = empty.after(
      does('north-head', tabling('first', 'one', 'peace')),
      does('north-head', tabling('second', 'two', '', { body: { ru: 'Торговля' } })),
    )
    const russian = newestIn(partial, 'two')
    const accepted = partial.after(
      does('north-head', takes('confirmed', { block: 'two', version: russian })),
      does('south-head', takes('confirmed', { block: 'two', version: russian })),
      does('north-head', takes('confirmed', { order: orderHash(['one', 'two']) })),
    )
    accepted.when(does('officer', puts)).refuses({
      code: 'text-not-ready',
      obstacles: [
        { code: 'block-not-agreed', block: 'one' },
        { code: 'language-missing', block: 'two', language: 'zh' },
        { code: 'concordance-missing', block: 'two' },
        { code: 'order-not-accepted', delegation: 'south' },
      ],
    })
  })
})

describe('objecting', () => {
  it('is one act by the head or alternate of any delegation', () => {
    put()
      .when(does('south-alternate', { ...objects, reason: 'Not yet.' }))
      .records({ type: 'ObjectionRaised', text: TEXT, delegation: 'south', root, reason: 'Not yet.' })
    put()
      .when(does('south-head', objects))
      .records({ type: 'ObjectionRaised', text: TEXT, delegation: 'south', root })
    for (const seat of ['south-delegate', 'south-desk', 'officer', 'observer']) {
      put().when(does(seat, objects)).refuses({ code: 'not-entitled', needs: 'head-or-alternate' })
      put().when(does(seat, withdraws)).refuses({ code: 'not-entitled', needs: 'head-or-alternate' })
    }
  })

  it('is to exactly what was put, once, before the meeting is adjourned', () => {
    put()
      .when(does('south-head', { ...objects, root: NOT_THIS }))
      .refuses({ code: 'wrong-hash', expected: root })
    ready().when(does('south-head', objects)).refuses({ code: 'text-not-put', text: TEXT })
    adopted().when(does('south-head', objects)).refuses({ code: 'text-adopted', text: TEXT })
    put()
      .after(does('south-head', objects))
      .when(does('south-alternate', objects))
      .refuses({ code: 'objection-exists' })
    put()
      .after(does('officer', { type: 'AdjournMeeting' }))
      .when(does('south-head', objects))
      .refuses({ code: 'meeting-adjourned' })
  })

  it('stands until its delegation takes it back', () => {
    const objected = put().after(does('south-head', objects))
    objected.when(does('north-head', withdraws)).refuses({ code: 'no-objection' })
    ready().when(does('north-head', withdraws)).refuses({ code: 'text-not-put', text: TEXT })
    objected
      .when(does('south-alternate', withdraws))
      .records({ type: 'ObjectionWithdrawn', text: TEXT, delegation: 'south' })
    objected.when(does('officer', declares)).refuses({ code: 'objection-standing', delegation: 'south' })
    expect(objected.after(does('south-head', withdraws)).when(does('officer', declares)).decision.ok).toBe(
      true,
    )
  })
})

describe('taking a text back', () => {
  it('reopens the negotiation and drops the objections', () => {
    const back = put().after(does('south-head', objects), does('officer', takesBack))
    expect(back.when(does('south-head', takes('reserve', target('one', 'peace')))).decision.ok).toBe(true)
    const again = back.after(does('officer', puts))
    expect(again.when(does('officer', declares)).decision.ok).toBe(true)
  })

  it("is the chair's, of what is put, also after adjournment so that silence can follow", () => {
    put().when(does('officer', takesBack)).records({ type: 'TextTakenBack', text: TEXT, root })
    put().when(does('south-head', takesBack)).refuses({ code: 'not-entitled', needs: 'chair' })
    ready().when(does('officer', takesBack)).refuses({ code: 'text-not-put', text: TEXT })
    adopted().when(does('officer', takesBack)).refuses({ code: 'text-adopted', text: TEXT })
    const adjourned = put().after(does('officer', { type: 'AdjournMeeting' }))
    expect(adjourned.when(does('officer', takesBack)).decision.ok).toBe(true)
  })
})

describe('declaring a text adopted', () => {
  it('records the whole wording, block by block', () => {
    put()
      .when(does('officer', declares))
      .records(
        {
          type: 'TextAdopted',
          text: TEXT,
          root,
          title: { zh: '共识', ru: 'Консенсус' },
          languages: ['zh', 'ru'],
          blocks: 1,
          mode: 'consensus',
          adReferendum: [],
        },
        {
          type: 'BlockAdopted',
          text: TEXT,
          index: 0,
          block: 'one',
          kind: 'paragraph',
          version: versionOf('peace'),
          body: bodyOf(wording('peace')),
        },
      )
  })

  it("is the chair's, of what is put, in session", () => {
    put().when(does('north-head', declares)).refuses({ code: 'not-entitled', needs: 'chair' })
    put()
      .when(does('officer', { ...declares, root: NOT_THIS }))
      .refuses({ code: 'wrong-hash', expected: root })
    ready().when(does('officer', declares)).refuses({ code: 'text-not-put', text: TEXT })
    adopted().when(does('officer', declares)).refuses({ code: 'text-adopted', text: TEXT })
    put()
      .after(does('officer', { type: 'SuspendMeeting', cause: 'consultation' }))
      .when(does('officer', declares))
      .refuses({ code: 'meeting-suspended' })
    put()
      .after(does('officer', { type: 'AdjournMeeting' }))
      .when(does('officer', declares))
      .refuses({ code: 'meeting-adjourned' })
  })

  it('leaves out the blocks agreed to go, and names who accepted ad referendum', () => {
    const two = ready().after(
      does('south-head', tabling('second', 'two', 'trade')),
      does('south-head', tabling('gone', 'two', '', { intent: 'delete', body: {} })),
    )
    const deletion = newestIn(two, 'two')
    const agreed = two.after(
      ...['north', 'south'].map((party) =>
        does(
          `${party}-head`,
          takes('can-live', { block: 'two', version: deletion }, { order: orderHash(['one', 'two']) }),
        ),
      ),
      does('south-head', takes('ad-referendum', target('one', 'peace'))),
    )
    expect(rootIn(agreed)).toBe(root)
    const { decision } = agreed.after(does('officer', puts)).when(does('officer', declares))
    expect(decision.ok && decision.events.map((event) => event.type)).toEqual(['TextAdopted', 'BlockAdopted'])
    expect(decision.ok && decision.events[0]).toMatchObject({ blocks: 1, adReferendum: ['south'] })
  })

  it('adopts 600 blocks, each in one event', () => {
    let told = negotiating().after(does('officer', { type: 'TakeUpItem', item: 'adoption' }))
    const names = Array.from({ length: 600 }, (_, index) => `b${index}`)
    told = told.after(...names.map((name) => does('north-head', tabling(name, name, name))))
    for (const party of ['north', 'south']) {
      for (const half of [names.slice(0, 300), names.slice(300)]) {
        const targets = half.map((name) => target(name, name))
        told = told.after(
          does(`${party}-head`, takes('confirmed', ...targets)),
          does(`${party}-head`, certifies(...targets)),
        )
      }
      told = told.after(does(`${party}-head`, takes('confirmed', { order: orderHash(names) })))
    }
    const whole = rootIn(told)
    const { decision } = told
      .after(does('officer', { ...puts, root: whole }))
      .when(does('officer', { ...declares, root: whole }))
    expect(decision.ok && decision.events.length).toBe(601)
  })
})
