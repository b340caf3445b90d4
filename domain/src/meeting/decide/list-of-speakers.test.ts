import { describe, expect, it } from 'vitest'
import { given } from '../../given.ts'
import { act, chair, opened, under } from '../fictional-meeting.ts'
import { meetingDecider } from '../index.ts'
import type { Speech } from '../things.ts'

const ask = (seat: string, kind: Speech = 'statement') => act(seat, { type: 'RequestFloor', kind })
const sitting = under('open-topic')

describe('asking for the floor', () => {
  it('puts the people who speak for a delegation on the list', () => {
    for (const role of ['head', 'alternate', 'delegate', 'regional', 'adviser']) {
      sitting.when(ask(`south-${role}`)).records({
        type: 'FloorRequested',
        request: 'r1',
        item: 'open-topic',
        seat: `south-${role}`,
        delegation: 'south',
        kind: 'statement',
      })
    }
  })

  it('is for nobody else', () => {
    for (const seat of [
      'officer',
      'interpreter',
      'observer',
      'south-press',
      'south-secretary',
      'south-desk',
      'ghost',
    ]) {
      sitting.when(ask(seat)).refuses({ code: 'not-entitled', needs: 'speaker' })
    }
  })

  it('may say on whose behalf', () => {
    const onBehalfOf = { en: 'A group' }
    const { state } = sitting.after(
      act('south-head', { type: 'RequestFloor', kind: 'statement', onBehalfOf }),
    )
    expect(state.agenda[2]?.requests).toMatchObject([{ onBehalfOf }])
  })

  it('needs an item', () => {
    given(meetingDecider, ...opened())
      .when(ask('south-head'))
      .refuses({ code: 'no-item-taken-up' })
  })

  it('happens once for each kind of turn', () => {
    const waiting = sitting.after(ask('south-head'))
    waiting.when(ask('south-head')).refuses({ code: 'already-on-the-list' })
    expect(waiting.when(ask('south-head', 'reply')).decision.ok).toBe(true)
    expect(waiting.when(ask('south-alternate')).decision.ok).toBe(true)
  })

  it('happens once at all where the rules allow one entry, a right of reply apart', () => {
    const waiting = under('open-topic', 'un-family/1').after(ask('south-head'))
    waiting.when(ask('south-head', 'reply')).refuses({ code: 'already-on-the-list' })
    expect(waiting.when(ask('south-head', 'right-of-reply')).decision.ok).toBe(true)
    waiting
      .after(ask('south-head', 'right-of-reply'))
      .when(ask('south-head', 'right-of-reply'))
      .refuses({ code: 'already-on-the-list' })
  })

  it('is possible again after having spoken', () => {
    const spoken = sitting.after(ask('south-head'), chair({ type: 'GiveFloor' }))
    expect(spoken.when(ask('south-head')).decision.ok).toBe(true)
  })

  it('never asks for a message or a point of order', () => {
    for (const kind of ['message', 'point-of-order'] as const) {
      sitting.when(ask('south-head', kind)).refuses({ code: 'kind-not-requestable', kind })
    }
  })

  it('explains a position only where a text is decided', () => {
    const kind = 'explanation-of-position'
    sitting.when(ask('south-head', kind)).refuses({ code: 'kind-not-requestable', kind })
    for (const item of ['text', 'adoption']) {
      expect(under(item).when(ask('south-head', kind)).decision.ok).toBe(true)
    }
    expect(
      under('signature')
        .after(chair({ type: 'OpenList' }))
        .when(ask('south-head', kind)).decision.ok,
    ).toBe(true)
  })

  it('leaves an exchange to its two people', () => {
    sitting
      .when(ask('south-regional', 'exchange'))
      .refuses({ code: 'kind-not-requestable', kind: 'exchange' })
    const exchange = under('exchange')
    exchange.when(ask('south-head', 'exchange')).refuses({ code: 'not-party-to-the-exchange' })
    exchange.when(ask('south-head', 'right-of-reply')).refuses({ code: 'not-party-to-the-exchange' })
    const again = exchange.after(chair({ type: 'GiveFloor' }), chair({ type: 'OpenList' }))
    expect(again.when(ask('north-regional', 'exchange')).decision.ok).toBe(true)
  })

  it('has no place under messages and breaks', () => {
    for (const item of ['messages', 'break']) {
      under(item).when(ask('south-head', 'right-of-reply')).refuses({ code: 'list-closed' })
    }
  })
})

describe('a right of reply', () => {
  const kind = 'right-of-reply'

  it('is limited per delegation and item, granted and waiting counted together', () => {
    const granted = sitting.after(
      ask('south-head', kind),
      chair({ type: 'GiveFloor' }),
      chair({ type: 'EndTurn' }),
    )
    expect(granted.when(ask('south-head', kind)).decision.ok).toBe(true)
    const used = granted.after(ask('south-alternate', kind))
    used.when(ask('south-head', kind)).refuses({ code: 'right-of-reply-used', allowed: 2 })
    expect(used.when(ask('north-head', kind)).decision.ok).toBe(true)
  })

  it('comes back when a request is withdrawn, and with the next item', () => {
    const used = sitting.after(ask('south-head', kind), ask('south-alternate', kind))
    const back = used.after(act('south-alternate', { type: 'WithdrawRequest' }))
    expect(back.when(ask('south-delegate', kind)).decision.ok).toBe(true)
    const next = used.after(chair({ type: 'ConcludeItem' }), chair({ type: 'TakeUpItem', item: 'text' }))
    expect(next.when(ask('south-delegate', kind)).decision.ok).toBe(true)
  })
})

describe('the list', () => {
  it('is closed and opened by the chair', () => {
    sitting.when(chair({ type: 'CloseList' })).records({ type: 'ListClosed', item: 'open-topic' })
    sitting.when(chair({ type: 'OpenList' })).refuses({ code: 'list-already-open' })
    const closed = sitting.after(chair({ type: 'CloseList' }))
    closed.when(chair({ type: 'CloseList' })).refuses({ code: 'list-closed' })
    closed.when(chair({ type: 'OpenList' })).records({ type: 'ListOpened', item: 'open-topic' })
    expect(closed.after(chair({ type: 'OpenList' })).when(ask('south-head')).decision.ok).toBe(true)
  })

  it('once closed takes only what the rules still admit', () => {
    const closed = sitting.after(chair({ type: 'CloseList' }))
    closed.when(ask('south-head')).refuses({ code: 'list-closed' })
    expect(closed.when(ask('south-head', 'right-of-reply')).decision.ok).toBe(true)
    expect(closed.when(ask('south-head', 'reply')).decision.ok).toBe(true)
    under('open-topic', 'un-family/1')
      .after(chair({ type: 'CloseList' }))
      .when(ask('south-head', 'reply'))
      .refuses({ code: 'list-closed' })
  })

  it('belongs to an item people speak under', () => {
    for (const item of ['messages', 'break']) {
      under(item)
        .when(chair({ type: 'OpenList' }))
        .refuses({ code: 'wrong-item-kind', needs: 'topic' })
    }
    const between = given(meetingDecider, ...opened())
    between.when(chair({ type: 'OpenList' })).refuses({ code: 'no-item-taken-up' })
    between.when(chair({ type: 'CloseList' })).refuses({ code: 'no-item-taken-up' })
  })
})

describe('taking a request back', () => {
  const waiting = sitting.after(ask('south-head'), ask('north-head'), ask('south-head', 'reply'))

  it('takes the earliest, or the one named', () => {
    waiting
      .when(act('south-head', { type: 'WithdrawRequest' }))
      .records({ type: 'RequestWithdrawn', request: 'r1' })
    waiting
      .when(act('south-head', { type: 'WithdrawRequest', request: 'r3' }))
      .records({ type: 'RequestWithdrawn', request: 'r3' })
    expect(
      waiting
        .after(act('south-head', { type: 'WithdrawRequest' }))
        .state.agenda[2]?.requests.map((one) => one.request),
    ).toEqual(['r2', 'r3'])
  })

  it('is one’s own affair', () => {
    waiting
      .when(act('south-head', { type: 'WithdrawRequest', request: 'r2' }))
      .refuses({ code: 'request-of-another-seat' })
    waiting
      .when(act('south-head', { type: 'WithdrawRequest', request: 'r9' }))
      .refuses({ code: 'request-unknown', request: 'r9' })
    waiting.when(act('south-alternate', { type: 'WithdrawRequest' })).refuses({ code: 'not-on-the-list' })
  })
})
