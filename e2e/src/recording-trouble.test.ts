import { spawnSync } from 'node:child_process'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FAKE_DEVICES, openBrowser } from './browser.ts'
import { meetingOfTwo, openRoom, type MeetingOfTwo } from './meeting-of-two.ts'
import { childOf, FILES, listedOn, pictures, toldOn, weighed } from './recorded.ts'

/** Processes are killed and come back: on a busy machine each takes its time. */
const PATIENCE_MS = 90_000

let meeting: MeetingOfTwo
let browser: Browser
let north: Page
let chair: Page
let desk: Page

beforeAll(async () => {
  meeting = await meetingOfTwo('embedded')
  browser = await openBrowser(FAKE_DEVICES)
  await meeting.act('officer', { type: 'TakeUpItem', item: 'rivers' })
  north = await openRoom(await meeting.signIn(browser, 'north-delegate'), meeting)
  chair = await openRoom(await meeting.signIn(browser, 'officer'), meeting)
  desk = await openRoom(await meeting.signIn(browser, 'north-desk', 'dialogue'), meeting)
  for (const page of [north, chair, desk]) page.setDefaultTimeout(PATIENCE_MS)
  await north.locator('[data-device="camera"]').click()
  await pictures(north, 5)
}, 90_000)
afterAll(async () => {
  await browser.close()
  await meeting.end()
}, 30_000)

const recorder = (): number => childOf(meeting.pid(), 'recorder.ts')

/** How the sitting is shown to be recorded. */
const shown = (page: Page, state: 'under-way' | 'interrupted'): Promise<void> =>
  page.locator(`[data-recording="${state}"]`).first().waitFor()

/** Why the recording was interrupted, as often as it was; each time it has gone on since. */
const interruptions = async (times: number): Promise<readonly string[]> => {
  await toldOn(desk, 'RecordingContinued', times)
  const told = await toldOn<{ readonly cause: string }>(desk, 'RecordingInterrupted', times)
  return told.map(({ cause }) => cause)
}

/** Lets a process write files of at most so many bytes, as a disk does that is full; what it has open too. */
const limitFiles = (pid: number, bytes: 0 | 'unlimited'): void => {
  expect(spawnSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:unlimited`]).status).toBe(0)
}

describe('the chair’s key', () => {
  test(
    'asks before it orders a recording',
    async () => {
      await chair.keyboard.press('v')
      const question = chair.getByRole('alertdialog')
      await question.waitFor()
      expect(await meeting.count('RecordingOrdered')).toBe(0)
      await question.getByRole('button', { name: 'Confirm', exact: true }).click()
      for (const page of [chair, north, desk]) await shown(page, 'under-way')
      expect(await meeting.count('RecordingOrdered')).toBe(1)
    },
    2 * PATIENCE_MS,
  )
})

describe('a recording goes on, and the record says where it broke off,', () => {
  test(
    'when the recorder is killed',
    async () => {
      await shown(chair, 'under-way')
      await pictures(north, 60)
      const died = recorder()
      expect(died).toBeGreaterThan(0)
      process.kill(died, 'SIGKILL')
      expect(await interruptions(1)).toEqual(['recorder-failed'])
      await shown(chair, 'under-way')
      expect(recorder()).not.toBe(died)
    },
    2 * PATIENCE_MS,
  )

  test(
    'when the recorder hangs',
    async () => {
      await pictures(north, 30)
      const hung = recorder()
      process.kill(hung, 'SIGSTOP')
      expect(await interruptions(2)).toEqual(['recorder-failed', 'recorder-failed'])
      expect(recorder()).not.toBe(hung)
    },
    2 * PATIENCE_MS,
  )

  test(
    'when the disk is full, which the chair sees while the meeting goes on',
    async () => {
      await pictures(north, 60)
      limitFiles(recorder(), 0)
      for (const page of [chair, north]) await shown(page, 'interrupted')
      expect(await meeting.act('officer', { type: 'ConcludeItem' })).toBe(200)
      expect(await meeting.act('officer', { type: 'TakeUpItem', item: 'lakes' })).toBe(200)
      limitFiles(recorder(), 'unlimited')
      for (const page of [chair, north]) await shown(page, 'under-way')
      expect((await interruptions(3)).at(-1)).toBe('not-written')
    },
    2 * PATIENCE_MS,
  )

  test(
    'when the media server is killed',
    async () => {
      await pictures(north, 60)
      process.kill(childOf(meeting.pid(), 'sfu/src/main.ts'), 'SIGKILL')
      expect((await interruptions(4)).at(-1)).toBe('media-unreachable')
      await shown(chair, 'under-way')
    },
    2 * PATIENCE_MS,
  )

  test(
    'when the server is killed',
    async () => {
      await pictures(north, 60)
      await meeting.kill()
      await meeting.start()
      expect((await interruptions(5)).at(-1)).toBe('server-stopped')
      await shown(chair, 'under-way')
    },
    2 * PATIENCE_MS,
  )

  test(
    'and every part is listed with its hash, also when the server is killed before it could',
    async () => {
      await pictures(north, 60)
      expect(await meeting.act('officer', { type: 'EndRecording' })).toBe(200)
      await meeting.kill()
      await meeting.start()
      const tracks = await listedOn(desk)
      // From the beginning, after the recorder was killed and hung, the full disk, the media server, and the server.
      expect(tracks.filter(({ durationMs }) => durationMs > 0).length).toBeGreaterThanOrEqual(6)
      expect(tracks.map(({ startedAt }) => startedAt)).toEqual(
        tracks.map(({ startedAt }) => startedAt).toSorted((one, other) => one - other),
      )
      for (const { file, sizeBytes, sha256 } of tracks) {
        const weight = await weighed(desk, `${FILES}/recording-1/${file}`)
        expect(weight).toEqual({ status: 200, sizeBytes, sha256 })
      }
      await chair.locator('[data-recording]').first().waitFor({ state: 'detached' })
    },
    2 * PATIENCE_MS,
  )
})
