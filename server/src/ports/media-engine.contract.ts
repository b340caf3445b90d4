import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { MediaEngine, Pass } from './media-engine.ts'

export type OpenedForContract = {
  readonly engine: MediaEngine
  /** Comes in as a browser would, and stays; answers whether it was let in. */
  readonly come: (token: string) => Promise<boolean>
  readonly dispose: () => Promise<void>
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
