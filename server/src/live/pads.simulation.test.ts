import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { type FictionalServer, fictionalServer, inSession, type Seats } from '../fictional-server.ts'
import { connect, type FictionalClient } from './fictional-client.ts'
import { type FictionalPad, fictionalPad, NOTES, textOf, typeAt, wordingOf } from './fictional-pad.ts'

const CHAMBER = 'chamber/river/first/north'

let server: FictionalServer
let seats: Seats
beforeEach(async () => {
  server = await fictionalServer()
  seats = await inSession(server)
})
afterEach(() => server.close())

/** Somebody whose line breaks, and who goes on writing meanwhile. */
type Writer = {
  readonly seat: string
  readonly doc: Y.Doc
  line: { readonly client: FictionalClient; readonly pad: FictionalPad } | undefined
}

const arrive = async (writer: Writer): Promise<void> => {
  const client = await connect(server.origin, seats[writer.seat] ?? '')
  writer.line = { client, pad: fictionalPad(client, CHAMBER, 'notes', writer.doc) }
  writer.line.pad.join()
}

const depart = async ({ line }: Writer): Promise<void> => line?.client.drop()

/** Inserts, deletes or splits somewhere; sends it where there is a line, keeps it where there is none. */
const write = (writer: Writer, random: () => number): void => {
  const change = (doc: Y.Doc): void => {
    const place = Math.floor(random() * 40)
    if (doc.getXmlFragment(NOTES).length === 0 || random() < 0.7) {
      return typeAt(doc, NOTES, place, String.fromCodePoint(0x4e00 + Math.floor(random() * 500)))
    }
    const text = textOf(doc, NOTES)
    const from = Math.min(place, text.length)
    text.delete(from, Math.min(text.length - from, 1 + Math.floor(random() * 4)))
  }
  if (writer.line === undefined) writer.doc.transact(() => change(writer.doc))
  else writer.line.pad.write(change)
}

/** Mulberry32: small, seeded, good enough to choose who drops when. */
const seededRandom = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const settle = async (writers: readonly Writer[]): Promise<void> => {
  // Each round brings everybody's own to the others; two are enough, the third shows that nothing moves any more.
  for (let round = 1; round <= 3; round += 1) {
    for (const { line } of writers) {
      line?.pad.join()
      line?.client.send({ type: 'ping', n: round })
      await line?.client.heard(`"type":"pong","n":${round},`)
      line?.pad.read()
    }
  }
}

describe.each([1, 2, 3, 20_200_723])('a delegation whose lines break at random, seed %i', (seed) => {
  it('ends with one wording, in which nothing that anybody wrote and nobody deleted is lost', async () => {
    const random = seededRandom(seed)
    const writers = ['north-head', 'north-delegate', 'north-desk', 'north-head'].map((seat): Writer => ({
      seat,
      doc: new Y.Doc(),
      line: undefined,
    }))
    for (let step = 0; step < 250; step += 1) {
      const writer = writers[Math.floor(random() * writers.length)]
      if (writer === undefined) continue
      if (random() < 0.06) {
        const line = writer.line
        if (line === undefined) await arrive(writer)
        else {
          await depart(writer)
          writer.line = undefined
        }
      } else write(writer, random)
      if (random() < 0.3) for (const { line } of writers) line?.pad.read()
      if (random() < 0.2) await new Promise((resolve) => setImmediate(resolve))
    }
    for (const writer of writers) if (writer.line === undefined) await arrive(writer)
    await settle(writers)
    const wordings = writers.map(({ doc }) => wordingOf(doc, NOTES))
    expect(new Set(wordings).size, `seed ${seed}: ${wordings.join(' | ')}`).toBe(1)
    expect(wordings[0]?.length).toBeGreaterThan(10)
    // Who writes on before the pad has heard of what was written without it is told so, and loses nothing.
    const refused = writers.flatMap(({ line }) =>
      line?.client.texts.filter((text) => text.includes('refused')),
    )
    expect(refused.filter((text) => text?.includes('"code":"stale"') !== true)).toEqual([])
    await Promise.all(writers.map(depart))
  })
})
