import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { MediaEngine, Pass } from './media-engine.ts'

export type OpenedForContract = {
  readonly engine: MediaEngine
  /** Comes in as a browser would, and stays; answers whether it was let in. */
  readonly come: (token: string) => Promise<boolean>
  /** The same for somebody who will send. */
  readonly enter: (token: string) => Promise<Guest>
  /** Resolves when the engine has said of itself, in a way that it is believed, that something happened in this room. */
  readonly told: (room: string) => Promise<void>
  readonly dispose: () => Promise<void>
}

/** Somebody in a room who can send. */
export type Guest = {
  /** Begins to send; answers whether it could. */
  readonly send: (source: Sent) => Promise<boolean>
  readonly stop: (source: Sent) => Promise<void>
  /** Resolves when they are in the room no longer. */
  readonly gone: () => Promise<void>
}
type Sent = 'microphone' | 'camera'

/** Lets an engine judge what is said in its name, and tells whoever waits for a room. */
export const engineNews = ({ hear }: Pick<MediaEngine, 'hear'>) => {
  const waiting = new Map<string, (() => void)[]>()
  return {
    hear: async (body: string, authorization: string | undefined): Promise<void> => {
      const room = await hear(body, authorization)
      for (const done of waiting.get(room ?? '') ?? []) done()
    },
    /** Resolves with the next that is said of this room. */
    told: (room: string): Promise<void> =>
      new Promise((resolve) => waiting.set(room, [...(waiting.get(room) ?? []), resolve])),
  }
}

const pass = (over: Partial<Pass> = {}): Pass => ({
  room: 'plenary',
  identity: 'north-delegate',
  grant: { publish: ['camera'], receive: true },
  seconds: 60,
  ...over,
})

/** What every media engine must do with rooms, passes and connections. Sound and pictures are judged by sfu's conformance. */
export const mediaEngineContract = (name: string, open: () => Promise<OpenedForContract>): void => {
  describe(`${name} as a media engine`, { timeout: 30_000 }, () => {
    let opened: OpenedForContract
    beforeEach(async () => {
      opened = await open()
    }, 30_000)
    afterEach(() => opened.dispose())

    const enter = async (asked: Pass): Promise<void> => {
      expect(await opened.come(await opened.engine.admit(asked))).toBe(true)
    }
    const mayOf = async (room: string) =>
      (await opened.engine.connected(room)).map(({ identity, may }) => ({ identity, may }))

    it('has a room as soon as somebody may come in, and nobody in it until they do', async () => {
      expect(await opened.engine.rooms()).toEqual([])
      await opened.engine.admit(pass())
      expect(await opened.engine.rooms()).toEqual(['plenary'])
      expect(await opened.engine.connected('plenary')).toEqual([])
    })

    it('knows who came in, with what they may, in their room and in no other', async () => {
      await opened.engine.admit(pass({ room: 'chamber' }))
      await enter(pass())
      expect(await mayOf('plenary')).toEqual([{ identity: 'north-delegate', may: pass().grant }])
      expect(await mayOf('chamber')).toEqual([])
    })

    it.each<Pass['grant']>([
      { publish: ['microphone', 'camera', 'screen'], receive: true },
      { publish: [], receive: true },
      { publish: [], receive: false },
    ])('lets in with exactly this, and changes it to exactly this: %j', async (grant) => {
      await enter(pass({ grant }))
      await enter(pass({ identity: 'south-delegate' }))
      await opened.engine.permit('plenary', 'south-delegate', grant)
      const found = new Map((await mayOf('plenary')).map(({ identity, may }) => [identity, may]))
      expect(found).toEqual(
        new Map([
          ['north-delegate', grant],
          ['south-delegate', grant],
        ]),
      )
    })

    /** Asks until it is so: what is sent is known once it has begun to arrive. */
    const untilSent = async (identity: string, ...sources: readonly string[]): Promise<void> => {
      for (;;) {
        const found = await opened.engine.connected('plenary')
        const sent = found.find((one) => one.identity === identity)?.publishes ?? []
        if (JSON.stringify(sent.toSorted()) === JSON.stringify(sources.toSorted())) return
        await setImmediate()
      }
    }
    const guest = async (asked: Pass): Promise<Guest> => opened.enter(await opened.engine.admit(asked))

    it('knows what somebody sends, and that they send it no longer', async () => {
      const north = await guest(pass({ grant: { publish: ['microphone', 'camera'], receive: true } }))
      expect(await north.send('camera')).toBe(true)
      await untilSent('north-delegate', 'camera')
      expect(await north.send('microphone')).toBe(true)
      await untilSent('north-delegate', 'camera', 'microphone')
      await north.stop('camera')
      await untilSent('north-delegate', 'microphone')
    })

    it('lets nothing through that was not permitted', async () => {
      const north = await guest(pass({ grant: { publish: ['camera'], receive: true } }))
      const refused = north.send('microphone')
      expect(await north.send('camera')).toBe(true)
      await untilSent('north-delegate', 'camera')
      // What was asked for first is not there, although what was asked for later is.
      expect(await refused).toBe(false)
      await untilSent('north-delegate', 'camera')
    })

    it('takes down what is permitted no longer, leaves the rest, and opens nothing by itself', async () => {
      const both = { publish: ['microphone', 'camera'], receive: true } as const
      const north = await guest(pass({ grant: both }))
      await north.send('camera')
      await north.send('microphone')
      await untilSent('north-delegate', 'camera', 'microphone')
      await opened.engine.permit('plenary', 'north-delegate', { publish: ['camera'], receive: true })
      await untilSent('north-delegate', 'camera')
      await opened.engine.permit('plenary', 'north-delegate', both)
      // Who may again does not send until they do so themselves.
      expect((await mayOf('plenary')).map(({ may }) => may.publish)).toEqual([both.publish])
      await untilSent('north-delegate', 'camera')
    })

    it('puts somebody out who sends, and nothing of them is left', async () => {
      const north = await guest(pass())
      await north.send('camera')
      await untilSent('north-delegate', 'camera')
      await opened.engine.remove('plenary', 'north-delegate')
      await north.gone()
      expect(await opened.engine.connected('plenary')).toEqual([])
    })

    it('lists every room that is there, and who is in each', async () => {
      await enter(pass())
      await enter(pass({ room: 'chamber-of-north', identity: 'north-head' }))
      await enter(pass({ room: 'chamber-of-north', identity: 'north-delegate' }))
      expect((await opened.engine.rooms()).toSorted()).toEqual(['chamber-of-north', 'plenary'])
      const inside = (await mayOf('chamber-of-north')).map(({ identity }) => identity)
      expect(inside.toSorted()).toEqual(['north-delegate', 'north-head'])
      await opened.engine.closeRoom('chamber-of-north')
      expect(await opened.engine.rooms()).toEqual(['plenary'])
      expect((await mayOf('plenary')).map(({ identity }) => identity)).toEqual(['north-delegate'])
    })

    it('says of itself in which room something happened', async () => {
      for (const room of ['plenary', 'chamber']) {
        const told = opened.told(room)
        await enter(pass({ room }))
        await expect(told).resolves.toBeUndefined()
      }
    })

    it('removes one and leaves the others', async () => {
      await enter(pass())
      await enter(pass({ identity: 'south-delegate' }))
      await opened.engine.remove('plenary', 'north-delegate')
      expect((await mayOf('plenary')).map(({ identity }) => identity)).toEqual(['south-delegate'])
    })

    it('closes a room with everybody in it, and lets nobody in with a pass from before', async () => {
      const kept = await opened.engine.admit(pass({ identity: 'south-delegate' }))
      await enter(pass())
      await opened.engine.closeRoom('plenary')
      expect(await opened.engine.rooms()).toEqual([])
      expect(await opened.engine.connected('plenary')).toEqual([])
      expect(await opened.come(kept)).toBe(false)
    })

    it('takes it as done already when the room or the connection is not there', async () => {
      await opened.engine.admit(pass())
      await opened.engine.permit('plenary', 'nobody', pass().grant)
      await opened.engine.remove('plenary', 'nobody')
      await opened.engine.permit('nowhere', 'nobody', pass().grant)
      await opened.engine.remove('nowhere', 'nobody')
      await opened.engine.closeRoom('nowhere')
      expect(await opened.engine.connected('nowhere')).toEqual([])
      expect(await opened.engine.rooms()).toEqual(['plenary'])
    })

    it('hears nothing in what is not signed', async () => {
      const body = JSON.stringify({ event: 'room_started', room: { name: 'plenary' } })
      expect(await opened.engine.hear(body, undefined)).toBeUndefined()
      expect(await opened.engine.hear(body, 'forged')).toBeUndefined()
    })
  })
}
