import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessibilityFindings, FAKE_DEVICES, openBrowser } from './browser.ts'
import { meetingOfTwo, openRoom, type MeetingOfTwo } from './meeting-of-two.ts'
import { fetched, FILES, listedOn, pictures, weighed } from './recorded.ts'

let meeting: MeetingOfTwo
let browser: Browser
let north: Page
let desk: Page

beforeAll(async () => {
  meeting = await meetingOfTwo('embedded')
  browser = await openBrowser(FAKE_DEVICES)
  await meeting.act('officer', { type: 'TakeUpItem', item: 'rivers' })
  north = await openRoom(await meeting.signIn(browser, 'north-delegate'), meeting)
  desk = await openRoom(await meeting.signIn(browser, 'north-desk', 'dialogue'), meeting)
}, 60_000)
afterAll(async () => {
  await browser.close()
  await meeting.end()
}, 30_000)

/** Plays a file to its end where a secretariat sits; its length in seconds. */
const played = ({ source }: { readonly source: string }, path: string): Promise<number> =>
  desk.evaluate(
    async ([kind, address]) => {
      if (kind === 'microphone') {
        const bytes = await (await fetch(address)).arrayBuffer()
        return (await new AudioContext().decodeAudioData(bytes)).duration
      }
      const video = document.createElement('video')
      video.muted = true
      video.playbackRate = 4
      video.src = address
      await new Promise((resolve, reject) => {
        video.addEventListener('ended', resolve)
        video.addEventListener('error', () => reject(new Error(video.error?.message)))
        void video.play()
      })
      if (video.getVideoPlaybackQuality().totalVideoFrames < 5) throw new Error('hardly a picture')
      return video.duration
    },
    [source, path] as const,
  )

const sign = (page: Page) => page.locator('[data-recording="under-way"]').first()

describe('a recording that the chair ordered', () => {
  test('is shown to everybody, and kept as it was sent, with hashes in the record', async () => {
    await north.locator('[data-device="camera"]').click()
    await meeting.act('officer', {
      type: 'GiveFloor',
      seat: 'north-delegate',
      kind: 'statement',
      departure: 'x',
    })
    await north.locator('[data-microphone="ready"]').click()
    await north.locator('[data-microphone="open"]').waitFor()

    expect(await meeting.act('officer', { type: 'OrderRecording' })).toBe(200)
    for (const page of [north, desk]) await sign(page).waitFor()
    // It is seen on the wall of the hall and on a phone, and heard by whoever comes in and does not see it.
    const wall = await desk.context().newPage()
    await wall.goto(`${meeting.origin}/room/river/first/screen`)
    await sign(wall).waitFor()
    await wall.setViewportSize({ width: 390, height: 844 })
    await wall.goto(`${meeting.origin}/room/river/first?lang=en`)
    await sign(wall).waitFor()
    const { x, width } = (await sign(wall).boundingBox()) ?? { x: -1, width: 0 }
    expect(x).toBeGreaterThanOrEqual(0)
    expect(x + width).toBeLessThanOrEqual(390)
    await wall
      .locator('[role="status"]', { hasText: 'The sitting is being recorded' })
      .waitFor({ state: 'attached' })
    await wall.close()
    await pictures(north, 60)
    expect(await meeting.act('officer', { type: 'EndRecording' })).toBe(200)
    await north.locator('[data-recording="under-way"]').first().waitFor({ state: 'detached' })

    const tracks = await listedOn(desk)
    expect(tracks.map(({ seat, source }) => `${seat} ${source}`).toSorted()).toEqual([
      'north-delegate camera',
      'north-delegate microphone',
    ])
    for (const track of tracks) {
      const path = `${FILES}/recording-1/${track.file}`
      const { sizeBytes, sha256, durationMs } = track
      expect(await weighed(desk, path)).toEqual({ status: 200, sizeBytes, sha256 })
      expect(durationMs).toBeGreaterThan(2000)
      expect(Math.abs((await played(track, path)) - durationMs / 1000)).toBeLessThan(0.5)
      // Who is no secretariat learns not even that it is there.
      expect((await weighed(north, path)).status).toBe(404)
    }
  }, 90_000)

  test('is heard and seen by a secretariat where it sits, from anywhere in a file', async () => {
    await desk.getByRole('tab', { name: 'Recordings', exact: true }).click()
    await desk.locator('[data-standing="listed"]').waitFor()
    for (const kind of ['camera', 'microphone']) {
      const line = desk.locator(`[data-file*=".${kind}."]`)
      await line.getByRole('button', { name: /^Play/ }).click()
      const place = await line.locator('audio, video').evaluate(async (player) => {
        if (!(player instanceof HTMLMediaElement)) throw new Error('no player')
        player.muted = true
        const happened = (what: string) =>
          new Promise<void>((resolve, reject) => {
            player.addEventListener(what, () => resolve(), { once: true })
            player.addEventListener('error', () => reject(new Error(player.error?.message)), { once: true })
          })
        if (player.readyState < HTMLMediaElement.HAVE_METADATA) await happened('loadedmetadata')
        const middle = player.duration / 2
        player.currentTime = middle
        await happened('seeked')
        await player.play()
        await happened('timeupdate')
        return { middle, reached: player.currentTime, seconds: player.duration }
      })
      expect(place.seconds).toBeGreaterThan(2)
      expect(place.reached).toBeGreaterThanOrEqual(place.middle)
    }
    expect(await accessibilityFindings(desk)).toEqual([])
    expect(await north.getByRole('tab', { name: 'Recordings', exact: true }).count()).toBe(0)
  }, 60_000)

  test('is sent in parts to whoever asks for a part, and to nobody else', async () => {
    const [track] = await listedOn(desk)
    const path = `${FILES}/recording-1/${track?.file}`
    const part = (page: Page, range: string) =>
      page.evaluate(
        async ([address, asked]) => {
          const answer = await fetch(address, { headers: { range: asked } })
          const bytes = [...new Uint8Array(await answer.arrayBuffer())]
          return { status: answer.status, range: answer.headers.get('content-range'), bytes }
        },
        [path, range] as const,
      )
    const { bytes } = await fetched(desk, path)
    const asked = await part(desk, 'bytes=100-299')
    expect(asked).toEqual({
      status: 206,
      range: `bytes 100-299/${bytes.length}`,
      bytes: bytes.slice(100, 300),
    })
    expect(await part(desk, `bytes=${bytes.length}-`)).toEqual({
      status: 416,
      range: `bytes */${bytes.length}`,
      bytes: [],
    })
    expect((await part(north, 'bytes=0-3')).status).toBe(404)
  }, 60_000)
})
