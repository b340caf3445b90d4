import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { memoryPadStore } from '../adapters/memory/memory-pad-store.ts'
import { type FictionalServer, fictionalServer, inSession, MEETING, type Seats } from '../fictional-server.ts'
import type { PadStore } from '../ports/pad-store.ts'
import { connect, type FictionalClient } from './fictional-client.ts'
import { type FictionalPad, fictionalPad, NOTES, textOf, typeAt, wordingOf } from './fictional-pad.ts'
import { storedPadDocument } from './pad-document.ts'

const CHAMBER = 'chamber/river/first/north'
const ACTS = `${MEETING}/chambers/north/acts`
const begins = {
  type: 'BeginDraft',
  draft: 'one',
  text: 'communique',
  block: 'water',
  body: { zh: '双方应当合作。', ru: 'Стороны сотрудничают.\nИ впредь.' },
} as const

let server: FictionalServer
let store: PadStore
let seats: Seats
beforeEach(async () => {
  store = memoryPadStore()
  server = await fictionalServer(undefined, undefined, store)
  seats = await inSession(server)
})
afterEach(() => server.close())

const at = (seat: string): Promise<FictionalClient> => connect(server.origin, seats[seat] ?? '')
const act = (seat: string, command: Parameters<FictionalServer['act']>[2]) =>
  server.act(seats[seat] ?? '', ACTS, command)
const inPad = async (seat: string, pad: string): Promise<FictionalPad & { client: FictionalClient }> => {
  const client = await at(seat)
  const own = fictionalPad(client, CHAMBER, pad)
  own.join()
  await client.heard('"type":"pad",')
  own.read()
  return { ...own, client }
}

describe('two who write in one pad', () => {
  it('read each other, and both have the same in the end', async () => {
    const one = await inPad('north-head', 'notes')
    const other = await inPad('north-delegate', 'notes')
    one.write((doc) => typeAt(doc, NOTES, 0, '第二段先不表态。'))
    await other.reads(NOTES, '第二段先不表态。')
    other.write((doc) => typeAt(doc, NOTES, 3, '（水）'))
    await one.reads(NOTES, '第二段（水）先不表态。')
    expect(wordingOf(other.doc, NOTES)).toBe(wordingOf(one.doc, NOTES))
  })

  it('begin a draft’s pad with its wording, once, a paragraph a line', async () => {
    await act('north-head', begins)
    const [one, other] = await Promise.all([
      inPad('north-head', 'draft/one'),
      inPad('north-delegate', 'draft/one'),
    ])
    for (const { doc } of [one, other]) {
      expect([wordingOf(doc, 'zh'), wordingOf(doc, 'ru')]).toEqual([begins.body.zh, begins.body.ru])
    }
  })

  it('see whose cursor stands where, and that it is gone with its owner', async () => {
    const one = await inPad('north-head', 'notes')
    const other = await inPad('north-delegate', 'notes')
    const cursor = { fragment: NOTES, anchor: 'AAAA', head: 'AAAB' }
    one.client.send({ type: 'point-in-pad', log: CHAMBER, pad: 'notes', cursor })
    expect(JSON.parse(await other.client.heard('pad-pointed'))).toEqual({
      type: 'pad-pointed',
      log: CHAMBER,
      pad: 'notes',
      hand: 1,
      seat: 'north-head',
      cursor,
    })
    const late = await inPad('north-desk', 'notes')
    expect(await late.client.heard('pad-pointed')).toContain('"seat":"north-head"')
    await one.client.drop()
    expect(await other.client.heard('"cursor":null')).toContain('"hand":1')
  })

  it('know who is in which pad, and nobody is told who is in none', async () => {
    await act('north-head', begins)
    const idle = await at('north-desk')
    idle.send({ type: 'follow', log: CHAMBER, from: 0 })
    const one = await inPad('north-head', 'notes')
    await inPad('north-delegate', 'draft/one')
    expect(await one.client.heard('"pad":"draft/one","seats"')).toContain(
      '"pads":[{"pad":"notes","seats":["north-head"]},{"pad":"draft/one","seats":["north-delegate"]}]',
    )
    idle.send({ type: 'ping', n: 1 })
    await idle.heard('pong')
    expect(idle.texts.some((text) => text.includes('pad'))).toBe(false)
  })
})

describe('a pad', () => {
  it('is there again for who comes later, and after the server was closed', async () => {
    const one = await inPad('north-head', 'notes')
    one.write((doc) => typeAt(doc, NOTES, 0, 'water first'))
    one.client.send({ type: 'leave-pad', log: CHAMBER, pad: 'notes' }, { type: 'ping', n: 1 })
    await one.client.heard('pong')
    const late = await inPad('north-delegate', 'notes')
    expect(wordingOf(late.doc, NOTES)).toBe('water first')
    late.write((doc) => typeAt(doc, NOTES, 0, 'The '))
    late.client.send({ type: 'ping', n: 1 })
    await late.client.heard('pong')
    await server.close()
    server = await fictionalServer(undefined, undefined, store)
    seats = await inSession(server)
    expect(wordingOf((await inPad('north-head', 'notes')).doc, NOTES)).toBe('The water first')
  })

  it('takes in what was written while the line was down, on both sides of it', async () => {
    const one = await inPad('north-head', 'notes')
    const other = await inPad('north-delegate', 'notes')
    one.write((doc) => typeAt(doc, NOTES, 0, 'middle'))
    await other.reads(NOTES, 'middle')
    await one.client.drop()
    other.write((doc) => typeAt(doc, NOTES, 0, 'before '))
    one.doc.transact(() => typeAt(one.doc, NOTES, 6, ' after'))
    const again = fictionalPad(await at('north-head'), CHAMBER, 'notes', one.doc)
    again.join()
    await again.reads(NOTES, 'before middle after')
    await other.reads(NOTES, 'before middle after')
    expect(wordingOf(again.doc, NOTES)).toBe(wordingOf(other.doc, NOTES))
  })

  it('keeps only what stands: what was deleted is not in its state', async () => {
    const one = await inPad('north-head', 'notes')
    one.write((doc) => typeAt(doc, NOTES, 0, 'red line: accept six months'))
    one.write((doc) => textOf(doc, NOTES).delete(0, 27))
    one.write((doc) => typeAt(doc, NOTES, 0, 'hold'))
    one.client.send({ type: 'leave-pad', log: CHAMBER, pad: 'notes' }, { type: 'ping', n: 1 })
    await one.client.heard('pong')
    const kept = Buffer.from((await store.load({ chamber: CHAMBER, pad: 'notes' })) ?? [])
    expect(kept.includes('hold')).toBe(true)
    expect(kept.includes('red line')).toBe(false)
    expect(Buffer.from(storedPadDocument(kept).state()).includes('six')).toBe(false)
  })

  it('that is damaged on disk begins anew from the wording last kept', async () => {
    await act('north-head', begins)
    await store.save({ chamber: CHAMBER, pad: 'draft/one' }, Uint8Array.of(255, 255, 255, 1, 2))
    const one = await inPad('north-head', 'draft/one')
    expect(wordingOf(one.doc, 'zh')).toBe(begins.body.zh)
  })

  it.each([
    ['tabled', { type: 'CloseDraft', draft: 'one', proposal: 'p1' }],
    ['dropped', { type: 'DropDraft', draft: 'one' }],
  ] as const)('is closed to all and kept no longer once its draft is %s', async (_what, command) => {
    await act('north-head', begins)
    const one = await inPad('north-delegate', 'draft/one')
    one.write((doc) => typeAt(doc, 'zh', 0, '甲'))
    one.client.send({ type: 'ping', n: 0 })
    await one.client.heard('"n":0')
    await act('north-head', command)
    await one.client.heard('pad-closed')
    one.write((doc) => typeAt(doc, 'zh', 0, '乙'))
    expect(await one.client.heard('pad-refused')).toContain('"code":"not-found"')
    one.join()
    one.client.send({ type: 'ping', n: 1 })
    await one.client.heard('"n":1')
    expect(one.client.texts.filter((text) => text.includes('pad-refused'))).toHaveLength(2)
    expect(await store.pads(CHAMBER)).toEqual([])
  })
})
