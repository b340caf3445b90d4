import { opened, under } from '@parley/domain/meeting/fictional-meeting'
import { evolveProceedings, initialProceedings } from '@parley/domain/proceedings'
import type { ProceedingsEvent } from '@parley/domain/proceedings/events'
import { does, negotiating, takes, tabling, target, ready } from '@parley/domain/text/fictional-text'
import { describe, expect, it } from 'vitest'
import { rowsOf, sourceNow, sources } from './wordings.ts'

const PAIR = { from: 'zh', into: 'ru' }
const letter = (id: string, body: Record<string, string>): ProceedingsEvent => ({
  type: 'MessageReceived',
  message: {
    id,
    form: 'letter',
    author: { name: { zh: id, ru: id } },
    delegation: 'north',
    reader: 'north-head',
    body,
  },
})
const after = (...facts: readonly ProceedingsEvent[]) =>
  [...opened(), ...facts].reduce(
    (state, event, seq) => evolveProceedings(state, { seq, at: seq, by: { seat: 'officer' }, event }),
    initialProceedings,
  )

describe('the wording an interpreter has beforehand', () => {
  it('is what is on record with words, and nothing of which only the title is known', () => {
    const proceedings = after(
      letter('greeting', { zh: '祝贺' }),
      { type: 'DocumentDeposited', document: { id: 'note', title: { zh: '说明' }, body: { zh: '一' } } },
      { type: 'DocumentDeposited', document: { id: 'file', title: { zh: '文件' } } },
    )
    expect(sources(proceedings).map(({ id }) => id)).toEqual(['message:greeting', 'document:note'])
  })

  it('stands paragraph beside paragraph where both languages have as many', () => {
    const proceedings = after(letter('two', { zh: '一\n\n二', ru: 'Один\n\nДва' }))
    expect(rowsOf(proceedings, 'message:two', PAIR)).toEqual([
      { id: '1', from: '一', into: 'Один' },
      { id: '2', from: '二', into: 'Два' },
    ])
  })

  it('stands whole beside whole where they do not, so that nothing is put beside what it does not say', () => {
    const proceedings = after(letter('uneven', { zh: '一\n\n二', ru: 'Один и два' }))
    expect(rowsOf(proceedings, 'message:uneven', PAIR)).toEqual([
      { id: '1', from: '一\n\n二', into: 'Один и два' },
    ])
  })

  it('shows a hole where the record has no wording in one of the languages', () => {
    const proceedings = after(letter('half', { ru: 'Один\n\nДва' }))
    expect(rowsOf(proceedings, 'message:half', PAIR).map(({ from, into }) => [from, into])).toEqual([
      [undefined, 'Один'],
      [undefined, 'Два'],
    ])
    expect(rowsOf(proceedings, 'message:half', { from: 'en', into: 'zh' })).toEqual([])
  })

  it('of a text is the agreed version of each block, or else the newest, marked as which', () => {
    const negotiated = negotiating().after(
      does('officer', { type: 'TakeUpItem', item: 'text' }),
      does('north-head', tabling('first', 'one', 'peace')),
      does('north-head', takes('confirmed', target('one', 'peace'))),
      does('south-head', takes('confirmed', target('one', 'peace'))),
      does('north-head', tabling('second', 'two', 'trade', { after: 'one' })),
    ).state
    expect(rowsOf(negotiated, 'text:consensus', PAIR)).toEqual([
      { id: '1', from: '文：peace', into: 'Текст: peace', agreed: true },
      { id: '2', from: '文：trade', into: 'Текст: trade', agreed: false },
    ])
  })
})

describe('what the meeting has before it', () => {
  it('is the next message while messages are read, in the order of protocol', () => {
    const proceedings = after(letter('greeting', { zh: '祝贺' }), { type: 'ItemTakenUp', item: 'messages' })
    expect(sourceNow(after(letter('greeting', { zh: '祝贺' })))?.id).toBe('message:greeting')
    // The letter from the north without wording is read first; there is nothing to show of it.
    expect(sourceNow(proceedings)?.id).toBe('message:greeting')
  })

  it('is the text where nothing else is', () => {
    expect(sourceNow(ready().state)?.id).toBe('text:consensus')
  })

  it('is nothing while nothing is on record', () => {
    const { meeting } = { meeting: under('topic').state }
    expect(sourceNow({ meeting, texts: { byId: {} } })).toBeUndefined()
  })
})
