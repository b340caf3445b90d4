import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { missingForWalls } from '../../scripts/ensure-relay.ts'
import { FAKE_DEVICES, openBrowser } from './browser.ts'
import { hasLivekit, startLivekit, type Livekit } from './livekit.ts'
import { meetingOfTwo, openRoom, type MeetingOfTwo } from './meeting-of-two.ts'
import { startRelay, type Relay } from './relay.ts'
import { walledNetwork, type WalledNetwork } from './walled-network.ts'

/** How much sound each track coming in has carried so far. */
const soundOf = async (page: Page): Promise<ReadonlyMap<unknown, number>> => {
  const tracks = (await reportsOf(page)).filter(
    ({ type, kind }) => type === 'inbound-rtp' && kind === 'audio',
  )
  return new Map(tracks.map(({ id, totalAudioEnergy }) => [id, Number(totalAudioEnergy)]))
}

/** Resolves when a picture of the seat is shown that was not shown before. */
const seesAnew = async (page: Page, seat: string): Promise<void> => {
  await page.evaluate(() => Reflect.set(window, 'shown', new Map<HTMLVideoElement, boolean>()))
  await page.waitForFunction(
    (of) => {
      const shown: Map<HTMLVideoElement, boolean> = Reflect.get(window, 'shown')
      for (const video of document.querySelectorAll<HTMLVideoElement>(`video[data-seat="${of}"]`)) {
        if (shown.has(video)) continue
        shown.set(video, false)
        video.requestVideoFrameCallback(() => shown.set(video, true))
      }
      return [...shown.values()].includes(true)
    },
    seat,
    { timeout: 60_000 },
  )
}

/** Resolves when none of the page’s connections stands. */
const losesMedia = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => {
    const kept: readonly RTCPeerConnection[] = Reflect.get(window, 'connections')
    return kept.every(({ connectionState }) => connectionState !== 'connected')
  })

const EMBEDDED = 'the embedded media server'
const ENGINES = [EMBEDDED, 'the real LiveKit server']
const missing = [...missingForWalls(), ...(hasLivekit() ? [] : ['the real LiveKit server'])]
if (missing.length > 0)
  process.stderr.write(`\nFIREWALL: NOT TRIED. MISSING HERE: ${missing.join(', ').toUpperCase()}.\n\n`)

test('a meeting behind a firewall can be tried where that is required', () => {
  expect(process.env['PARLEY_REQUIRE_WALLS'] === '1' ? missing : []).toEqual([])
})

/** Keeps every connection of a page at hand, so that it can be asked how it goes. */
const keepConnections = (): void => {
  const kept: RTCPeerConnection[] = []
  Reflect.set(window, 'connections', kept)
  const Plain = RTCPeerConnection
  Reflect.set(
    window,
    'RTCPeerConnection',
    class extends Plain {
      constructor(configuration?: RTCConfiguration) {
        super(configuration)
        kept.push(this)
      }
    },
  )
}

type Report = Readonly<Record<string, unknown>>

/** Everything the page’s open connections say of themselves. */
const reportsOf = (page: Page): Promise<readonly Report[]> =>
  page.evaluate(async () => {
    const kept: readonly RTCPeerConnection[] = Reflect.get(window, 'connections')
    const open = kept.filter(({ connectionState }) => connectionState === 'connected')
    const stats = await Promise.all(open.map((connection) => connection.getStats()))
    return stats.flatMap((one) => [...one.values()])
  })

/** The ways the page’s sound and pictures take: the local end of every pair of addresses in use. */
const waysOf = async (page: Page): Promise<readonly Report[]> => {
  const reports = await reportsOf(page)
  const pairs = reports.flatMap(({ type, selectedCandidatePairId: id }) => (type === 'transport' ? [id] : []))
  const ends = reports.flatMap(({ id, localCandidateId: end }) => (pairs.includes(id) ? [end] : []))
  return reports.filter(({ id }) => ends.includes(id))
}

/** Resolves when there is sound on the page that is not silence. */
const hears = (page: Page): Promise<unknown> =>
  page.waitForFunction(async () => {
    const kept: readonly RTCPeerConnection[] = Reflect.get(window, 'connections')
    const stats = await Promise.all(kept.map((connection) => connection.getStats()))
    return stats
      .flatMap((one) => [...one.values()])
      .some(
        ({ type, kind, totalAudioEnergy }) =>
          type === 'inbound-rtp' && kind === 'audio' && totalAudioEnergy > 0,
      )
  })

const sees = (page: Page, seat: string): Promise<unknown> =>
  page.waitForFunction(
    (of) =>
      [...document.querySelectorAll<HTMLVideoElement>(`video[data-seat="${of}"]`)].some(
        (video) => video.getVideoPlaybackQuality().totalVideoFrames > 5,
      ),
    seat,
  )

const engines = missingForWalls().length > 0 ? [] : ENGINES.filter((one) => one === EMBEDDED || hasLivekit())

describe.each(engines)('behind a firewall that lets out nothing but TCP to port 443, with %s', (engine) => {
  let network: WalledNetwork
  let relay: Relay
  let livekit: Livekit | undefined
  let meeting: MeetingOfTwo
  const browsers: Browser[] = []

  beforeAll(async () => {
    network = await walledNetwork()
    relay = await startRelay(network.relay, [network.server, network.engine])
    if (engine !== EMBEDDED) livekit = await startLivekit(network.engine, `http://${network.server}:443`)
    meeting = await meetingOfTwo('embedded', {
      HOST: network.server,
      PORT: '443',
      ...livekit?.settings,
      PARLEY_TURN_URLS: relay.url,
      PARLEY_TURN_SECRET: relay.secret,
    })
    await meeting.act('officer', { type: 'TakeUpItem', item: 'rivers' })
  }, 60_000)
  afterAll(async () => {
    await Promise.all(browsers.map((browser) => browser.close()))
    await meeting?.end()
    await livekit?.end()
    await relay?.end()
    await network?.end()
  }, 60_000)

  const enter = async (seat: string, program?: string): Promise<Page> => {
    const trusting = [
      `--unsafely-treat-insecure-origin-as-secure=${meeting.origin}`,
      '--ignore-certificate-errors',
    ]
    const browser = await openBrowser([...FAKE_DEVICES, ...trusting], program)
    browsers.push(browser)
    const context = await meeting.signIn(browser, seat)
    await context.addInitScript(keepConnections)
    const page = await openRoom(context, meeting)
    await page.locator('[data-microphone="locked"]').waitFor()
    return page
  }

  const speak = async (seat: string, page: Page): Promise<void> => {
    await meeting.act('officer', {
      type: 'GiveFloor',
      seat,
      kind: 'statement',
      departure: 'The chair’s choice',
    })
    await page.locator('[data-microphone="ready"]').click()
    await page.locator('[data-microphone="open"]').waitFor()
  }

  test('a delegation sees and hears the other, and is seen and heard', async () => {
    const north = await enter('north-delegate', network.browserInside)
    const south = await enter('south-delegate')
    for (const page of [north, south]) await page.locator('[data-device="camera"]').click()
    await Promise.all([sees(north, 'south-delegate'), sees(south, 'north-delegate')])
    await speak('north-delegate', north)
    await hears(south)
    await meeting.act('officer', { type: 'EndTurn' })
    await speak('south-delegate', south)
    await hears(north)

    const ways = await waysOf(north)
    expect(ways.length).toBeGreaterThan(0)
    for (const way of ways) expect(way).toMatchObject({ candidateType: 'relay', relayProtocol: 'tls' })
    const { udpStopped, passed } = network.counts()
    // The wall was there, and tried: what the browser sent past the relay went nowhere.
    expect(udpStopped).toBeGreaterThan(0)
    expect(passed).toBeGreaterThan(0)
    expect(await relay.log()).toContain('ALLOCATE processed, success')
  }, 120_000)

  test('a delegation whose network was cut while it got the floor comes back, has it, and is seen and heard', async () => {
    const [north, south] = browsers.map((browser) => browser.contexts()[0]?.pages().at(-1))
    if (north === undefined || south === undefined) throw new Error('they are not there')
    const given = await meeting.count('FloorGiven')
    network.cut()
    await losesMedia(north)
    await meeting.act('officer', { type: 'EndTurn' })
    await meeting.act('officer', {
      type: 'GiveFloor',
      seat: 'north-delegate',
      kind: 'statement',
      departure: 'The chair’s choice',
    })
    expect(await meeting.count('FloorGiven')).toBe(given + 1)
    network.mend()
    await north.locator('[data-microphone="ready"]').waitFor({ timeout: 60_000 })
    await Promise.all([seesAnew(north, 'south-delegate'), seesAnew(south, 'north-delegate')])
    const before = await soundOf(south)
    await north.locator('[data-microphone="ready"]').click()
    await north.locator('[data-microphone="open"]').waitFor()
    await expect
      .poll(
        async () => [...(await soundOf(south))].some(([track, heard]) => heard > (before.get(track) ?? 0)),
        { timeout: 30_000 },
      )
      .toBe(true)
    expect(await meeting.count('FloorGiven')).toBe(given + 1)
  }, 180_000)
})
