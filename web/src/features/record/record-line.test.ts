import { prepared } from '@parley/domain/meeting/fictional-meeting'
import { evolveProceedings, initialProceedings, ProceedingsEvent } from '@parley/domain/proceedings'
import { CATALOGUES } from '@parley/messages/choose-catalogue'
import { describe, expect, it } from 'vitest'
import meetingHistory from '../../../../domain/src/meeting/history/events.json' with { type: 'json' }
import releaseHistory from '../../../../domain/src/release/history/events.json' with { type: 'json' }
import textHistory from '../../../../domain/src/text/history/events.json' with { type: 'json' }
import type { Fact } from '../../app/proceedings-store.ts'
import { lastLines, recordLine } from './record-line.ts'

const EVENTS = [...meetingHistory, ...textHistory, ...releaseHistory].map((one) =>
  ProceedingsEvent.parse(one),
)

const told = (event: ProceedingsEvent, seq = 0): Fact => ({
  seq,
  at: 1_900_000_000_000,
  by: { seat: 'north-head' },
  event,
})

const [convening] = EVENTS
const proceedings = [
  ...prepared(),
  {
    type: 'TextOpened',
    text: 'consensus',
    title: { zh: '共识', ru: 'Консенсус', en: 'Consensus' },
    languages: ['zh'],
  },
]
  .map((event) => ProceedingsEvent.parse(event))
  .reduce((state, event, seq) => evolveProceedings(state, told(event, seq)), initialProceedings)

const lineOf = (language: (typeof CATALOGUES)[number], event: ProceedingsEvent): string | undefined =>
  recordLine(language, told(event), proceedings, 'Asia/Shanghai')

describe.each(CATALOGUES)('the record in %s', (language) => {
  it('has a line for every kind of fact but the blocks of an adopted text', () => {
    const without = EVENTS.filter((event) => (lineOf(language, event) ?? '') === '').map(({ type }) => type)
    expect([...new Set(without)]).toEqual(['BlockAdopted'])
  })

  it('leaves no hole where something has no name', () => {
    const holes = /undefined|\{|\}|[:：,،，]\s*$|[:：]\s*[,،，.]|, ,|，，|، ،|\[object/
    const bad = EVENTS.map((event) => `${event.type}: ${lineOf(language, event) ?? '–'}`)
    expect(bad.filter((line) => holes.test(line.slice(line.indexOf(':') + 1)))).toEqual([])
  })
})

describe('a line of the record', () => {
  it('names people and kinds in the reader’s language', () => {
    const given = ProceedingsEvent.parse({
      type: 'FloorGiven',
      turn: 't1',
      item: 'topic',
      seat: 'south-head',
      delegation: 'south',
      kind: 'right-of-reply',
      limitSeconds: 180,
    })
    expect(lineOf('zh', given)).toBe('准予发言：south-head，答辩权，3分')
    expect(lineOf('en', given)).toBe('Floor given: south-head, right of reply, 3\u00a0min')
  })

  it('gives the reason for a departure from the order', () => {
    const given = ProceedingsEvent.parse({
      type: 'FloorGiven',
      turn: 't1',
      item: 'topic',
      seat: 'south-head',
      kind: 'statement',
      limitSeconds: 60,
      departure: 'A flight to catch',
    })
    expect(lineOf('en', given)).toMatch(/out of order.*A flight to catch/)
  })

  it('says under which title the meeting was convened', () => {
    expect(convening && lineOf('ru', convening)).toMatch(/^Созвано заседание: \S/)
  })
})

const even = ({ seq }: Fact): string | undefined => (seq % 2 === 0 ? `line ${seq}` : undefined)

describe('the last lines of the record', () => {
  const facts = EVENTS.slice(0, 9).map((event, seq) => told(event, seq))

  it('are the newest that have words, the newest first', () => {
    expect(lastLines(facts, 3, even).map(({ words }) => words)).toEqual(['line 8', 'line 6', 'line 4'])
  })

  it('are all there are where there are fewer', () => {
    expect(lastLines(facts, 100, even)).toHaveLength(5)
    expect(lastLines([], 100, even)).toEqual([])
  })
})
