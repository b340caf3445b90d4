import { describe, expect, it } from 'vitest'
import { given } from '../../given.ts'
import { accredited, act, chair, convened, placed, prepared, title, under } from '../fictional-meeting.ts'
import { meetingDecider } from '../index.ts'
import type { AgendaItem } from '../things.ts'

const ready = given(meetingDecider, ...prepared())
const desk = 'joint-desk'
const topic = (id: string): AgendaItem => ({ kind: 'topic', id, title })
const exchange = (...between: string[]): AgendaItem => ({ kind: 'exchange', id: 'talk', title, between })

describe('placing an item', () => {
  it('puts it at the end, or where it is asked for', () => {
    ready
      .when(act(desk, { type: 'PlaceItem', item: topic('new') }))
      .records({ type: 'ItemPlaced', item: topic('new'), position: 9 })
    ready
      .when(act(desk, { type: 'PlaceItem', item: topic('new'), position: 199 }))
      .records({ type: 'ItemPlaced', item: topic('new'), position: 9 })
    const { state } = ready.after(act(desk, { type: 'PlaceItem', item: topic('new'), position: 1 }))
    expect(state.agenda.slice(0, 3).map((one) => one.item.id)).toEqual(['messages', 'new', 'topic'])
  })

  it('refuses a name that is taken', () => {
    ready
      .when(act(desk, { type: 'PlaceItem', item: topic('topic') }))
      .refuses({ code: 'item-exists', item: 'topic' })
  })

  it('refuses more than two hundred items', () => {
    const full = Array.from({ length: 200 }, (_, index) => placed(index, topic(`item-${index}`)))
    given(meetingDecider, convened(), ...full)
      .when(act(desk, { type: 'PlaceItem', item: topic('one-more') }))
      .refuses({ code: 'agenda-full' })
  })

  it('wants two people of different delegations for an exchange, as far as they are known', () => {
    for (const item of [
      exchange('north-regional', 'north-regional'),
      exchange('north-head', 'north-regional'),
    ]) {
      ready.when(act(desk, { type: 'PlaceItem', item })).refuses({ code: 'exchange-needs-two-sides' })
    }
    expect(
      ready.when(act(desk, { type: 'PlaceItem', item: exchange('north-head', 'unknown') })).decision.ok,
    ).toBe(true)
  })

  it('goes on while the meeting sits', () => {
    under('topic')
      .when(act(desk, { type: 'PlaceItem', item: topic('new'), position: 0 }))
      .records({ type: 'ItemPlaced', item: topic('new'), position: 0 })
  })
})

describe('an item ahead', () => {
  it('is amended, but keeps its kind', () => {
    const amended: AgendaItem = { ...topic('open-topic'), plannedMinutes: 20 }
    const { state } = ready.after(act(desk, { type: 'AmendItem', item: amended }))
    expect(state.agenda[2]?.item).toEqual(amended)
    ready
      .when(act(desk, { type: 'AmendItem', item: { kind: 'break', id: 'open-topic', title } }))
      .refuses({ code: 'item-kind-fixed', item: 'open-topic' })
    ready
      .when(
        act(desk, { type: 'AmendItem', item: { ...exchange('north-head', 'north-head'), id: 'exchange' } }),
      )
      .refuses({ code: 'exchange-needs-two-sides' })
  })

  it('is moved, to the end at most', () => {
    const { state } = ready.after(act(desk, { type: 'MoveItem', item: 'break', position: 0 }))
    expect(state.agenda.map((one) => one.item.id).slice(0, 2)).toEqual(['break', 'messages'])
    ready
      .when(act(desk, { type: 'MoveItem', item: 'messages', position: 100 }))
      .records({ type: 'ItemMoved', item: 'messages', position: 8 })
  })

  it('is removed', () => {
    const { state } = ready.after(act(desk, { type: 'RemoveItem', item: 'break' }))
    expect(state.agenda.map((one) => one.item.id)).not.toContain('break')
  })

  it('must be on the agenda', () => {
    ready
      .when(act(desk, { type: 'MoveItem', item: 'ghost', position: 0 }))
      .refuses({ code: 'item-unknown', item: 'ghost' })
    ready
      .when(act(desk, { type: 'RemoveItem', item: 'ghost' }))
      .refuses({ code: 'item-unknown', item: 'ghost' })
    ready
      .when(act(desk, { type: 'AmendItem', item: topic('ghost') }))
      .refuses({ code: 'item-unknown', item: 'ghost' })
  })
})

const acts = (item: string) =>
  [
    { type: 'AmendItem', item: topic(item) },
    { type: 'MoveItem', item, position: 0 },
    { type: 'RemoveItem', item },
  ] as const

describe('an item taken up or concluded', () => {
  it('is neither amended, moved nor removed', () => {
    const sitting = under('open-topic')
    for (const command of acts('open-topic')) {
      sitting.when(act(desk, command)).refuses({ code: 'item-taken-up', item: 'open-topic' })
      sitting
        .after(chair({ type: 'ConcludeItem' }))
        .when(act(desk, command))
        .refuses({ code: 'item-concluded', item: 'open-topic' })
    }
  })
})

describe('facts about items the log does not know', () => {
  it('change nothing', () => {
    const facts = [convened(), accredited('north-head', 'head', 'north')]
    const before = given(meetingDecider, ...facts).state
    expect(given(meetingDecider, ...facts, { type: 'ItemMoved', item: 'ghost', position: 0 }).state).toEqual(
      before,
    )
    expect(given(meetingDecider, ...facts, { type: 'ListOpened', item: 'ghost' }).state).toEqual(before)
  })
})
