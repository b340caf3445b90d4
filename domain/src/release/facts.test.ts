import { describe, expect, it } from 'vitest'
import type { Recorded } from '../decider.ts'
import type { ProceedingsEvent } from '../proceedings/events.ts'
import { collectFacts } from './facts.ts'

const words = (text: string) => ({ en: text })
const HASH = 'a'.repeat(64)

const party = (id: string) => ({
  id,
  name: words(`The ${id} party`),
  city: words(`${id} city`),
  timeZone: 'UTC',
  language: 'en',
})

const convened: ProceedingsEvent = {
  type: 'MeetingConvened',
  meeting: 'm8',
  dialogue: 'north-south',
  dialogueName: words('The dialogue'),
  number: 8,
  host: 'north',
  delegations: [party('north'), party('south')],
  secretariats: [{ seat: 'desk', person: { name: words('Desk') } }],
  theme: words('Theme'),
  mode: 'video',
  startsAt: 1000,
  languages: ['en'],
  rulePack: 'bilateral/1',
}

const accredited = (seat: string, role: 'head' | 'delegate', delegation: string): ProceedingsEvent => ({
  type: 'PersonAccredited',
  seat,
  role,
  delegation,
  person: { name: words(seat) },
})

const topic: ProceedingsEvent = {
  type: 'ItemPlaced',
  position: 0,
  item: { kind: 'topic', id: 'topic', title: words('Rivers') },
}

const turn = (
  id: string,
  seat: string,
  kind: 'statement' | 'report' | 'point-of-order',
  item = 'topic',
): readonly ProceedingsEvent[] => [
  { type: 'FloorGiven', turn: id, item, seat, kind, limitSeconds: 60 },
  { type: 'FloorReturned', turn: id, usedMs: 5, overtimeMs: 0, ended: 'by-speaker' },
]

const adopted: ProceedingsEvent = {
  type: 'TextAdopted',
  text: 'consensus',
  root: HASH,
  title: words('Consensus'),
  languages: ['en'],
  blocks: 1,
  mode: 'consensus',
  adReferendum: ['north', 'south'],
}

/** A log of these events, as recorded from its first. */
const log = (...events: readonly ProceedingsEvent[]): readonly Recorded<ProceedingsEvent>[] =>
  [convened, ...events].map((event, seq) => ({ seq, at: seq, by: { seat: 'desk' }, event }))

const factsOf = (...events: readonly ProceedingsEvent[]) => collectFacts(log(...events))

describe('the meeting', () => {
  it('is as it was convened, and moved', () => {
    const facts = factsOf({ type: 'MeetingRescheduled', startsAt: 5000 })
    expect(facts).toMatchObject({ dialogue: 'north-south', number: 8, startsAt: 5000, seqs: [0, 1] })
  })

  it('has the last common wording of its theme, and each side’s last own', () => {
    const facts = factsOf(
      { type: 'ThemeReworded', theme: words('Ours'), delegation: 'south' },
      { type: 'ThemeReworded', theme: words('Second') },
      { type: 'ThemeReworded', theme: words('Ours, better'), delegation: 'south' },
    )
    expect(facts.theme).toEqual({ words: words('Second'), seqs: [2] })
    expect(facts.delegations.map((one) => one.theme)).toEqual([
      undefined,
      { words: words('Ours, better'), seqs: [3] },
    ])
  })

  it('cannot be told from a log without its beginning', () => {
    expect(() => collectFacts(log(topic).slice(1))).toThrow(/MeetingConvened/)
  })
})

describe('the head of a delegation', () => {
  it('is whoever was accredited as such and stayed', () => {
    const facts = factsOf(
      accredited('n1', 'head', 'north'),
      { type: 'AccreditationWithdrawn', seat: 'n1' },
      accredited('n2', 'head', 'north'),
    )
    expect(facts.delegations[0]?.head).toMatchObject({ seat: 'n2', role: 'head', seqs: [3] })
    expect(facts.delegations[1]?.head).toBeUndefined()
  })

  it('is nobody once withdrawn, unless the meeting was over by then', () => {
    const gone: ProceedingsEvent = { type: 'AccreditationWithdrawn', seat: 'n1' }
    const head = accredited('n1', 'head', 'north')
    expect(factsOf(head, gone).delegations[0]?.head).toBeUndefined()
    expect(factsOf(head, { type: 'MeetingAdjourned' }, gone).delegations[0]?.head?.seat).toBe('n1')
  })
})

describe('the chair', () => {
  it('is who was appointed last, in that order; unknown seats are left out', () => {
    const facts = factsOf(
      accredited('n1', 'head', 'north'),
      accredited('s1', 'head', 'south'),
      { type: 'ChairAppointed', seats: ['n1'] },
      { type: 'ChairAppointed', seats: ['s1', 'nobody', 'n1'] },
    )
    expect(facts.chairs.map(({ seat, seqs }) => ({ seat, seqs }))).toEqual([
      { seat: 's1', seqs: [2, 4] },
      { seat: 'n1', seqs: [1, 4] },
    ])
  })

  it('may be a seat of the secretariat', () => {
    expect(factsOf({ type: 'ChairAppointed', seats: ['desk'] }).chairs).toEqual([
      { seat: 'desk', person: { name: words('Desk') }, seqs: [0, 1] },
    ])
  })
})

describe('messages', () => {
  it('count once read out, in the order of reading, with the reader’s office at the time', () => {
    const facts = factsOf(
      accredited('n1', 'head', 'north'),
      {
        type: 'MessageReceived',
        message: {
          id: 'kept',
          form: 'letter',
          author: { name: words('A') },
          delegation: 'south',
          reader: 'n1',
        },
      },
      {
        type: 'MessageReadOut',
        message: 'read',
        form: 'greeting',
        author: { name: words('B') },
        delegation: 'north',
        seat: 'n1',
        turn: 't1',
      },
      accredited('n1', 'delegate', 'north'),
    )
    expect(facts.messages).toHaveLength(1)
    expect(facts.messages[0]).toMatchObject({
      message: 'read',
      form: 'greeting',
      reader: { seat: 'n1', role: 'head', seqs: [1] },
      seqs: [3],
    })
  })
})

describe('items', () => {
  it('count once taken up, in that order, as last worded', () => {
    const facts = factsOf(
      topic,
      { type: 'ItemPlaced', position: 1, item: { kind: 'remarks', id: 'last', title: words('Last') } },
      { type: 'ItemPlaced', position: 2, item: { kind: 'topic', id: 'never', title: words('Never') } },
      { type: 'ItemAmended', item: { kind: 'topic', id: 'topic', title: words('Lakes') } },
      { type: 'ItemTakenUp', item: 'last' },
      { type: 'ItemTakenUp', item: 'topic' },
    )
    expect(facts.items.map(({ item, title, seqs }) => ({ item, title, seqs }))).toEqual([
      { item: 'last', title: words('Last'), seqs: [2, 5] },
      { item: 'topic', title: words('Lakes'), seqs: [4, 6] },
    ])
  })

  it('name who really spoke, once each, never for a point of order or a turn still running', () => {
    const facts = factsOf(
      topic,
      accredited('n1', 'head', 'north'),
      accredited('s1', 'head', 'south'),
      { type: 'ItemTakenUp', item: 'topic' },
      ...turn('t1', 's1', 'report'),
      ...turn('t2', 'n1', 'point-of-order'),
      ...turn('t3', 's1', 'statement'),
      ...turn('t4', 'n1', 'statement', 'elsewhere'),
      { type: 'FloorGiven', turn: 't5', item: 'topic', seat: 'n1', kind: 'statement', limitSeconds: 60 },
    )
    expect(facts.items[0]?.speakers).toHaveLength(1)
    expect(facts.items[0]?.speakers[0]).toMatchObject({
      seat: 's1',
      kinds: ['report', 'statement'],
      seqs: [3, 5, 6, 9, 10],
    })
  })
})

describe('positions', () => {
  it('are each side’s last approved ones, overall and per item', () => {
    const position = (delegation: string, text: string, item?: string): ProceedingsEvent => ({
      type: 'PositionApproved',
      delegation,
      ...(item === undefined ? {} : { item }),
      position: words(text),
    })
    const facts = factsOf(
      position('north', 'old'),
      position('north', 'on rivers', 'topic'),
      position('south', 'theirs'),
      position('north', 'new'),
    )
    expect(facts.positions).toEqual([
      { delegation: 'north', item: 'topic', position: words('on rivers'), seqs: [2] },
      { delegation: 'south', position: words('theirs'), seqs: [3] },
      { delegation: 'north', position: words('new'), seqs: [4] },
    ])
  })
})

describe('adopted texts', () => {
  it('gather what was done with them afterwards', () => {
    const facts = factsOf(
      accredited('n1', 'head', 'north'),
      adopted,
      { type: 'AdReferendumConfirmed', text: 'consensus', root: HASH, delegation: 'north' },
      {
        type: 'StatementAttached',
        text: 'consensus',
        statement: 's1',
        delegation: 'south',
        kind: 'reservation',
        body: words('But'),
      },
      { type: 'TextSigned', text: 'consensus', root: HASH, delegation: 'north', seat: 'n1' },
      { type: 'TextSigned', text: 'other', root: HASH, delegation: 'north', seat: 'n1' },
    )
    expect(facts.adopted).toHaveLength(1)
    expect(facts.adopted[0]).toMatchObject({
      text: 'consensus',
      root: HASH,
      pending: ['south'],
      attached: [{ delegation: 'south', kind: 'reservation', seqs: [4] }],
      initialled: [],
      signed: [{ seat: 'n1', delegation: 'north', seqs: [1, 5] }],
      seqs: [2, 3],
    })
  })

  it('are none when nothing was adopted', () => {
    expect(factsOf(topic).adopted).toEqual([])
  })
})
