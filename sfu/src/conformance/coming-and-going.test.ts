import { Worker } from 'node:worker_threads'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { openChromium } from './chromium.ts'
import { startEmbedded, type Engine } from './engine.ts'
import { tokenFor } from './person.ts'

const GUESTS = 20
const BUSY_THREADS = 4

/** Joins; where `shows`, with a camera of one's own. What went wrong on the way is kept in the page. */
const join = async (
  page: Page,
  engine: Engine,
  identity: string,
  how: { readonly single: boolean; readonly shows: boolean },
): Promise<void> => {
  const token = await tokenFor(engine, identity, { room: 'coming-and-going' })
  await page.evaluate(
    async ({ url, token: pass, single, shows }) => {
      const client = Reflect.get(window, 'LivekitClient')
      const room = new client.Room({ singlePeerConnection: single })
      const trouble: string[] = []
      Object.assign(window, { room, trouble })
      for (const event of ['reconnecting', 'signalReconnecting', 'disconnected'])
        room.on(event, (why: unknown) => trouble.push(`${event} ${String(why)}`))
      room.on('trackSubscribed', (track: { attach: () => HTMLMediaElement }) =>
        document.body.append(track.attach()),
      )
      await room.connect(url, pass)
      const resolution = { width: 320, height: 180, frameRate: 15 }
      if (shows) await room.localParticipant.setCameraEnabled(true, { resolution }, { videoCodec: 'vp8' })
    },
    { url: engine.url, token, ...how },
  )
}

const seesAPicture = async (page: Page): Promise<void> => {
  await page.waitForFunction(() =>
    [...document.querySelectorAll('video')].some(
      (video) => video.getVideoPlaybackQuality().totalVideoFrames > 0,
    ),
  )
}

it(
  'twenty who come and go on a busy machine all get in and see, over one connection or two',
  { timeout: 300_000 },
  async () => {
    const engine = await startEmbedded()
    const { browser, origin, close } = await openChromium()
    const busy = Array.from({ length: BUSY_THREADS }, () => new Worker('for (;;);', { eval: true }))
    try {
      const host = await browser.newPage()
      await host.goto(origin)
      await join(host, engine, 'host', { single: true, shows: true })
      const troubles: Record<string, readonly string[]> = {}
      for (let guest = 0; guest < GUESTS; guest += 1) {
        const page = await (await browser.newContext()).newPage()
        await page.goto(origin)
        await join(page, engine, `guest-${guest}`, { single: guest % 2 === 0, shows: guest % 3 === 2 })
        await seesAPicture(page)
        const trouble = await page.evaluate(() => Reflect.get(window, 'trouble'))
        if (trouble.length > 0) troubles[`guest ${guest}`] = trouble
        await page.evaluate(() => Reflect.get(window, 'room').disconnect())
        await page.context().close()
      }
      expect(troubles).toEqual({})
    } finally {
      for (const thread of busy) await thread.terminate()
      await close()
      await engine.stop()
    }
  },
)
