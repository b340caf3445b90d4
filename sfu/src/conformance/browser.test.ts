import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openChromium } from './chromium.ts'
import { hasLiveKit, startEmbedded, startLiveKit, type Engine } from './engine.ts'
import { tokenFor } from './person.ts'

const WITHIN = { timeout: 40_000 }

const engines = [
  { name: 'the embedded engine', start: () => startEmbedded() },
  ...(hasLiveKit() ? [{ name: 'the real LiveKit server', start: () => startLiveKit() }] : []),
]
const ways = [
  { way: 'one connection', single: true },
  { way: 'a connection each way', single: false },
]

let browser: Browser
let origin = ''
let close: () => Promise<void>

beforeAll(async () => {
  ;({ browser, origin, close } = await openChromium())
})

afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()))
})

afterAll(() => close())

/** Opens a page, joins the room, and publishes a microphone and a camera in three sizes. */
const enter = async (engine: Engine, identity: string, room: string, single: boolean): Promise<Page> => {
  const page = await (await browser.newContext({ permissions: ['camera', 'microphone'] })).newPage()
  await page.goto(origin)
  const token = await tokenFor(engine, identity, { room })
  await page.evaluate(
    async ({ url, token: pass, singlePeerConnection }) => {
      const client = Reflect.get(window, 'LivekitClient')
      const room = new client.Room({ adaptiveStream: false, dynacast: true, singlePeerConnection })
      Reflect.set(window, 'room', room)
      Reflect.set(window, 'heard', [])
      room.on('dataReceived', (bytes: Uint8Array, from?: { identity: string }) =>
        Reflect.get(window, 'heard').push(`${from?.identity}: ${new TextDecoder().decode(bytes)}`),
      )
      await room.connect(url, pass)
      await room.localParticipant.setMicrophoneEnabled(true)
      const { resolution } = client.VideoPresets.h720
      await room.localParticipant.setCameraEnabled(
        true,
        { resolution },
        { simulcast: true, videoCodec: 'vp8' },
      )
    },
    { url: engine.url, token, singlePeerConnection: single },
  )
  return page
}

const untilWidth = (page: Page, width: number) =>
  page.waitForFunction((wanted) => document.querySelector('video')?.videoWidth === wanted, width, WITHIN)

/** Waits until the picture received now has gone on by some frames, counted from this call. */
const untilMoving = async (page: Page): Promise<void> => {
  await page.evaluate(() =>
    document.querySelectorAll('video').forEach((video) => delete video.dataset['from']),
  )
  await page.waitForFunction(
    () => {
      // By how the room stands, not by what it tells: just after a new start the client may keep news to itself.
      for (const person of Reflect.get(window, 'room').remoteParticipants.values())
        for (const { track } of person.videoTrackPublications.values())
          if (track?.attachedElements.length === 0) document.body.replaceChildren(track.attach())
      const video = document.querySelector('video')
      if (video === null) return false
      const frames = video.getVideoPlaybackQuality().totalVideoFrames
      video.dataset['from'] ??= String(frames)
      return frames > Number(video.dataset['from']) + 10
    },
    undefined,
    WITHIN,
  )
}

const wish = (page: Page, quality: number) =>
  page.evaluate((wanted) => {
    for (const person of Reflect.get(window, 'room').remoteParticipants.values()) {
      for (const publication of person.videoTrackPublications.values()) publication.setVideoQuality(wanted)
    }
  }, quality)

describe.each(engines)('Chromium and $name', { timeout: 180_000 }, ({ start }) => {
  let engine: Engine

  beforeAll(async () => {
    engine = await start()
  }, 30_000)

  afterAll(() => engine.stop())

  it.each(ways)(
    'over $way: two people, every size of the picture, data, a lost signal, a new start',
    async ({ way, single }) => {
      const [alba, boro] = [
        await enter(engine, 'alba', way, single),
        await enter(engine, 'boro', way, single),
      ]
      await Promise.all([untilMoving(alba), untilMoving(boro)])
      for (const [quality, width] of [
        [0, 320],
        [2, 1280],
        [1, 640],
      ] as const) {
        await wish(alba, quality)
        await untilWidth(alba, width)
      }
      await boro.evaluate(async () => {
        await Reflect.get(window, 'room').localParticipant.publishData(new TextEncoder().encode('hello'), {
          reliable: true,
        })
      })
      await alba.waitForFunction(
        () => Reflect.get(window, 'heard').includes('boro: hello'),
        undefined,
        WITHIN,
      )
      for (const scenario of ['signal-reconnect', 'full-reconnect']) {
        await alba.evaluate(async (name) => {
          const room = Reflect.get(window, 'room')
          const back = new Promise((resolve) => room.once('reconnected', resolve))
          await room.simulateScenario(name)
          await back
        }, scenario)
        await untilMoving(alba)
      }
      const still = await boro.evaluate(() => [...Reflect.get(window, 'room').remoteParticipants.keys()])
      expect(still).toEqual(['alba'])
    },
  )
})
