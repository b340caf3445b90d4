import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  type FictionalServer,
  fictionalServer,
  inSession,
  MEETING,
  MEETING_LOG,
  type Seats,
  words,
} from '../fictional-server.ts'
import { connect, type FictionalClient, nextOf } from './fictional-client.ts'

let server: FictionalServer
let seats: Seats
beforeEach(async () => {
  server = await fictionalServer()
  seats = await inSession(server)
})
afterEach(() => server.close())

/** A follower that goes and comes back, each time from where it was. */
type Wanderer = {
  readonly seat: string
  client: FictionalClient | undefined
  next: number
  readonly leaves: string[]
}

const arrive = async (wanderer: Wanderer): Promise<void> => {
  wanderer.client = await connect(server.origin, seats[wanderer.seat] ?? '')
  wanderer.client.send({ type: 'follow', log: MEETING_LOG, from: wanderer.next })
}

const depart = async (wanderer: Wanderer): Promise<void> => {
  const { client } = wanderer
  if (client === undefined) return
  wanderer.client = undefined
  await client.drop()
  wanderer.leaves.push(...client.leaves())
  wanderer.next = nextOf(client, wanderer.next)
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

describe.each([1, 2, 3, 20_200_723])('followers that drop and come back at random, seed %i', (seed) => {
  it('all end with the bytes of the log, each leaf once', async () => {
    const random = seededRandom(seed)
    const wanderers = ['north-head', 'south-head', 'interpreter', 'north-desk', 'north-head'].map(
      (seat): Wanderer => ({ seat, client: undefined, next: 0, leaves: [] }),
    )
    const acts: Promise<unknown>[] = []
    for (let step = 0; step < 120; step += 1) {
      const wanderer = wanderers[Math.floor(random() * wanderers.length)]
      const draw = random()
      if (draw < 0.5) {
        const act = server.act(seats['officer'] ?? '', `${MEETING}/acts`, {
          type: 'EnterNote',
          body: words(`note ${step}`),
        })
        acts.push(act)
        if (draw < 0.25) await act
      } else if (wanderer?.client === undefined) {
        if (wanderer !== undefined) await arrive(wanderer)
      } else await depart(wanderer)
    }
    await Promise.all(acts)
    const size = await server.events.size(MEETING_LOG)
    const stored = (await server.events.read(MEETING_LOG, 0, size)).map((leaf) =>
      Buffer.from(leaf).toString(),
    )
    for (const wanderer of wanderers) {
      await depart(wanderer)
      await arrive(wanderer)
      await wanderer.client?.heard(`"size":${size}}`)
      await depart(wanderer)
    }
    expect(size).toBeGreaterThan(50)
    for (const { leaves } of wanderers) expect(leaves).toEqual(stored)
  })
})
