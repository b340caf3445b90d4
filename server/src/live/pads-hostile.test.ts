import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import {
  type FictionalServer,
  fictionalServer,
  inSession,
  MEETING,
  OPERATOR,
  type Seats,
} from '../fictional-server.ts'
import { connect, type FictionalClient } from './fictional-client.ts'
import { base64, fictionalPad, NOTES, typeAt, wordingOf } from './fictional-pad.ts'
import { MAX_PAD_BYTES, newPadDocument, type PadDocument } from './pad-document.ts'
import { PAD_MESSAGES } from './pad-joining.ts'
import { PAD_LABOURS } from './pad-rooms.ts'

const CHAMBER = 'chamber/river/first/north'

let server: FictionalServer
let seats: Seats
beforeEach(async () => {
  server = await fictionalServer()
  seats = await inSession(server)
})
afterEach(() => server.close())

const at = (seat: string): Promise<FictionalClient> => connect(server.origin, seats[seat] ?? '')
const begin = (draft: string) =>
  server.act(seats['north-head'] ?? '', `${MEETING}/chambers/north/acts`, {
    type: 'BeginDraft',
    draft,
    text: 'communique',
    block: 'water',
    body: { en: 'Canary wording' },
  })
/** Everything that can be asked of a pad, and what came back; what came by itself beside it is none of it. */
const askAll = async (client: FictionalClient, log: string, pad: string): Promise<readonly string[]> => {
  const from = client.texts.length
  const named = { log, pad }
  client.send(
    { type: 'join-pad', ...named, vector: 'AA==' },
    { type: 'edit-pad', ...named, update: 'AAA=' },
    { type: 'point-in-pad', ...named, cursor: null },
    { type: 'leave-pad', ...named },
    { type: 'ping', n: from },
  )
  await client.heard(`"n":${from}`)
  return client.texts.slice(from, -1)
}

/** What was answered, whichever pad was asked for. */
const blank = (texts: readonly string[]) =>
  texts.map((text) => text.replace('draft/else', 'draft/real').replace('nobody', 'north'))

const refusedAs = async (client: FictionalClient, update: string): Promise<string> => {
  const from = client.texts.length
  client.sendText(JSON.stringify({ type: 'edit-pad', log: CHAMBER, pad: 'notes', update }))
  client.send({ type: 'ping', n: from })
  await client.heard(`"n":${from}`)
  const answer: { problem?: { code: string } } = JSON.parse(client.texts[from] ?? '{}')
  return answer.problem?.code ?? 'taken'
}
const joined = async (): Promise<FictionalClient> => {
  const client = await at('north-head')
  fictionalPad(client, CHAMBER, 'notes').join()
  await client.heard('"type":"pad",')
  return client
}
const made = (change: (doc: Y.Doc) => void): string => {
  const doc = new Y.Doc()
  change(doc)
  return base64(Y.encodeStateAsUpdate(doc))
}

/** A second stroke without the first. */
const withGap = (): string => {
  const doc = new Y.Doc()
  typeAt(doc, 'notes', 0, 'first')
  const before = Y.encodeStateVector(doc)
  typeAt(doc, 'notes', 5, ' second')
  return base64(Y.encodeStateAsUpdate(doc, before))
}

/** As whoever joins now would read it. */
const wordsOf = (document: PadDocument): string => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, document.state())
  return [wordingOf(doc, 'en'), wordingOf(doc, 'notes')].filter((words) => words !== '').join('|')
}

describe('whoever a pad is not for', () => {
  it.each([
    'south-head',
    'south-delegate',
    'south-desk',
    'officer',
    'observer',
    'interpreter',
    'north-press',
  ])('is told the same, byte for byte, of a pad that is there and of one that is not: %s', async (seat) => {
    await begin('real')
    const owner = await at('north-head')
    const own = fictionalPad(owner, CHAMBER, 'draft/real')
    own.join()
    await owner.heard('"type":"pad",')
    const stranger = await at(seat)
    await stranger.heard('welcome')
    const there = await askAll(stranger, CHAMBER, 'draft/real')
    const notThere = await askAll(stranger, CHAMBER, 'draft/else')
    const nowhere = await askAll(stranger, 'chamber/river/first/nobody', 'draft/real')
    expect(there).toHaveLength(3)
    for (const text of there) expect(JSON.parse(text)).toMatchObject({ problem: { code: 'not-found' } })
    expect(blank(notThere)).toEqual(there)
    expect(blank(nowhere)).toEqual(there)
    // A member of the delegation is told no more of a draft that is not there.
    expect(blank(await askAll(owner, CHAMBER, 'draft/else'))).toEqual(there)

    own.write((doc) => typeAt(doc, 'en', 0, 'secret '))
    own.write((doc) => typeAt(doc, 'en', 0, 'more '))
    owner.send(
      { type: 'point-in-pad', log: CHAMBER, pad: 'draft/real', cursor: null },
      { type: 'ping', n: 9 },
    )
    await owner.heard('"n":9')
    stranger.send({ type: 'ping', n: 9 })
    await stranger.heard('"n":9')
    expect(stranger.texts.filter((text) => /"pad|Canary|secret/.test(text))).toHaveLength(9)
  })

  it('is the operator, who has no live socket at all', async () => {
    await expect(connect(server.origin, OPERATOR)).rejects.toThrow('401')
  })
})

describe('a seat that is revoked while it writes', () => {
  it('is out at once, hears nothing more, and changes nothing more', async () => {
    const leaving = await at('north-delegate')
    const its = fictionalPad(leaving, CHAMBER, 'notes')
    its.join()
    await leaving.heard('"type":"pad",')
    const staying = await at('north-head')
    const own = fictionalPad(staying, CHAMBER, 'notes')
    own.join()
    await staying.heard('"type":"pad",')
    const revoked = await server.ask(seats['north-desk'], 'POST', `${MEETING}/revocations`, {
      seat: 'north-delegate',
    })
    expect(revoked.status).toBe(200)
    its.write((doc) => typeAt(doc, NOTES, 0, 'too late'))
    own.write((doc) => typeAt(doc, NOTES, 0, 'among ourselves'))
    expect(await leaving.closed).toBe(4401)
    expect(leaving.texts.some((text) => text.includes('pad-edited'))).toBe(false)
    staying.send({ type: 'ping', n: 1 })
    await staying.heard('pong')
    own.read()
    expect(wordingOf(own.doc, NOTES)).toBe('among ourselves')
    await expect(at('north-delegate')).rejects.toThrow('401')
  })

  it('is out where the record withdraws it', async () => {
    const leaving = await at('north-delegate')
    fictionalPad(leaving, CHAMBER, 'notes').join()
    await leaving.heard('"type":"pad",')
    await server.act(seats['north-desk'] ?? '', `${MEETING}/acts`, {
      type: 'WithdrawAccreditation',
      seat: 'north-delegate',
    })
    expect(await leaving.closed).toBe(4401)
  })
})

describe('an update that no editor has made', () => {
  it.each<[string, string, string]>([
    ['no base64', '???', 'malformed'],
    ['no update', base64(Uint8Array.of(255, 255, 255, 255, 255, 255, 255, 255, 15)), 'malformed'],
    ['empty', '', 'malformed'],
    ['longer than a message', 'A'.repeat(64_000), 'malformed'],
    ['of another root', made((doc) => doc.getText('elsewhere_').insert(0, 'x')), 'malformed'],
    ['a map', made((doc) => doc.getMap('notes').set('key', 'value')), 'malformed'],
    [
      'another element',
      made((doc) => doc.getXmlFragment('notes').insert(0, [new Y.XmlElement('script')])),
      'malformed',
    ],
    [
      'an attribute',
      made((doc) => {
        const paragraph = new Y.XmlElement('paragraph')
        doc.getXmlFragment('notes').insert(0, [paragraph])
        paragraph.setAttribute('onclick', 'x')
      }),
      'malformed',
    ],
    [
      'formatting',
      made((doc) => {
        typeAt(doc, 'notes', 0, 'x')
        const paragraph = doc.getXmlFragment('notes').get(0)
        const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined
        if (text instanceof Y.XmlText) text.format(0, 1, { href: 'javascript:x' })
      }),
      'malformed',
    ],
    ['a document inside', made((doc) => doc.getArray('notes').insert(0, [new Y.Doc()])), 'malformed'],
  ])('is refused and the socket goes on: %s', async (_what, update, code) => {
    const client = await joined()
    expect(await refusedAs(client, update)).toBe(code)
    expect(
      await refusedAs(
        client,
        made((doc) => typeAt(doc, 'notes', 0, 'still here')),
      ),
    ).toBe('taken')
  })

  it('is refused as stale when it builds on what the pad never had', async () => {
    const client = await joined()
    const doc = new Y.Doc()
    typeAt(doc, 'notes', 0, 'first')
    const before = Y.encodeStateVector(doc)
    typeAt(doc, 'notes', 5, ' second')
    expect(await refusedAs(client, base64(Y.encodeStateAsUpdate(doc, before)))).toBe('stale')
    expect(await refusedAs(client, base64(Y.encodeStateAsUpdate(doc)))).toBe('taken')
    const other = await at('north-delegate')
    const own = fictionalPad(other, CHAMBER, 'notes')
    own.join()
    await own.reads('notes', 'first second')
  })

  it('never throws, hangs or changes what stands, whatever its bytes', () => {
    const valid = (() => {
      const doc = new Y.Doc()
      typeAt(doc, 'notes', 0, 'some words')
      return Y.encodeStateAsUpdate(doc)
    })()
    const damaged = fc
      .array(fc.tuple(fc.nat(valid.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 })
      .map((changes) => {
        const bytes = valid.slice()
        for (const [index, byte] of changes) bytes[index] = byte
        return bytes
      })
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), damaged), (bytes) => {
        const document = newPadDocument({ en: 'stands' })
        const before = wordsOf(document)
        const outcome = document.take(bytes)
        expect(outcome === 'taken' || wordsOf(document) === before).toBe(true)
        expect(before).toBe('stands')
        expect(wordsOf(document)).toContain('stands')
      }),
      { numRuns: 1000 },
    )
  }, 60_000)

  it('is refused when the pad is full, and what makes it shorter is not', () => {
    const document = newPadDocument({})
    const doc = new Y.Doc()
    let sent = 0
    let outcome = ''
    const words = '水'.repeat(10_000)
    while (outcome !== 'too-large' && sent < 2 * MAX_PAD_BYTES) {
      const before = Y.encodeStateVector(doc)
      typeAt(doc, 'notes', 0, words)
      const update = Y.encodeStateAsUpdate(doc, before)
      outcome = document.take(update)
      sent += update.length
    }
    expect(outcome).toBe('too-large')
    expect(document.state().length).toBeLessThanOrEqual(MAX_PAD_BYTES)
    const full = new Y.Doc()
    Y.applyUpdate(full, document.state())
    const before = Y.encodeStateVector(full)
    full.getXmlFragment('notes').delete(0, 1)
    expect(document.take(Y.encodeStateAsUpdate(full, before))).toBe('taken')
    expect(document.state().length).toBeLessThan(1000)
  })
})

describe('a flood', () => {
  it('of edits is slowed down, the others write on, and joining again makes all one', async () => {
    const flooding = await at('north-delegate')
    const its = fictionalPad(flooding, CHAMBER, 'notes')
    its.join()
    await flooding.heard('"type":"pad",')
    for (let count = 0; count < PAD_MESSAGES.atOnce + 50; count += 1) {
      its.write((doc) => typeAt(doc, NOTES, 0, 'x'))
    }
    expect(await flooding.heard('too-many')).toContain('"retryAfterSeconds":1')
    const calm = await at('north-head')
    const own = fictionalPad(calm, CHAMBER, 'notes')
    own.join()
    await calm.heard('"type":"pad",')
    own.read()
    own.write((doc) => typeAt(doc, NOTES, 10_000, ' and so on'))
    calm.send({ type: 'ping', n: 1 })
    await calm.heard('pong')
    expect(calm.texts.some((text) => text.includes('pad-refused'))).toBe(false)
    const again = fictionalPad(await at('north-delegate'), CHAMBER, 'notes', its.doc)
    again.join()
    await again.reads(NOTES, `${'x'.repeat(PAD_MESSAGES.atOnce + 50)} and so on`)
    await own.reads(NOTES, wordingOf(its.doc, NOTES))
  })

  it.each([
    ['edits that build on what never came', 'stale', { type: 'edit-pad', update: withGap() }],
    ['edits that are none', 'malformed', { type: 'edit-pad', update: '/////w8=' }],
    ['joinings', '', { type: 'join-pad', vector: 'AA==' }],
  ] as const)(
    'of %s is slowed down for all sockets of the seat, and for nobody else',
    async (_, code, asked) => {
      const [one, two, other] = [await joined(), await joined(), await at('north-delegate')]
      const message = JSON.stringify({ ...asked, log: CHAMBER, pad: 'notes' })
      for (const client of [one, two])
        for (let count = 0; count < PAD_LABOURS.atOnce; count += 1) client.sendText(message)
      for (const client of [one, two]) {
        client.send({ type: 'ping', n: 1 })
        await client.heard('"n":1')
      }
      const refusals = [one, two].flatMap(({ texts }) => texts.filter((text) => text.includes('pad-refused')))
      expect(refusals.filter((text) => text.includes('too-many')).length).toBeGreaterThan(
        PAD_LABOURS.atOnce / 2,
      )
      expect(refusals.every((text) => text.includes('too-many') || text.includes(`"code":"${code}"`))).toBe(
        true,
      )
      fictionalPad(other, CHAMBER, 'notes').join()
      await other.heard('"type":"pad",')
    },
  )

  it('of pads is refused beyond what one screen can show', async () => {
    const client = await at('north-head')
    for (let count = 0; count < 40; count += 1) await begin(`d${count}`)
    for (let count = 0; count < 40; count += 1) {
      client.send({ type: 'join-pad', log: CHAMBER, pad: `draft/d${count}`, vector: 'AA==' })
    }
    client.send({ type: 'ping', n: 1 })
    await client.heard('"n":1')
    expect(client.texts.filter((text) => text.includes('too-many'))).toHaveLength(8)
  })
})
