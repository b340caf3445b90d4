import { writeFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { meetingOfTwo, type MeetingOfTwo, openRoom } from '../../e2e/src/meeting-of-two.ts'
import { openChromium } from './browser.ts'
import type { Figure } from './figure.ts'
import { middleAndRange, middleAndTail } from './spread.ts'
import { noted, noteWhen } from './watching.ts'

const CHANGES = 12
const ROUNDS = 5
const RATE = 48_000

/** Ten seconds of a steady tone: a microphone that is heard the moment it is open. */
const tone = (): Buffer => {
  const samples = RATE * 10
  const file = Buffer.alloc(44 + samples * 2)
  file.write('RIFF', 0)
  file.writeUInt32LE(file.length - 8, 4)
  file.write('WAVEfmt ', 8)
  file.writeUInt32LE(16, 16)
  file.writeUInt16LE(1, 20)
  file.writeUInt16LE(1, 22)
  file.writeUInt32LE(RATE, 24)
  file.writeUInt32LE(RATE * 2, 28)
  file.writeUInt16LE(2, 32)
  file.writeUInt16LE(16, 34)
  file.write('data', 36)
  file.writeUInt32LE(samples * 2, 40)
  for (let at = 0; at < samples; at += 1)
    file.writeInt16LE(Math.round(12_000 * Math.sin((at * 2 * Math.PI * 440) / RATE)), 44 + at * 2)
  return file
}

/** Notes when sound comes out of any connection of this page: every 5 ms the energy of what was received is looked at. */
const listen = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const Original = window.RTCPeerConnection
    window.RTCPeerConnection = class extends Original {
      constructor(configuration?: RTCConfiguration) {
        super(configuration)
        this.addEventListener('track', ({ track }) => {
          if (track.kind !== 'audio') return
          const audio = new AudioContext({ latencyHint: 'interactive' })
          const analyser = new AnalyserNode(audio, { fftSize: 256 })
          new MediaStreamAudioSourceNode(audio, { mediaStream: new MediaStream([track]) }).connect(analyser)
          const samples = new Float32Array(256)
          setInterval(() => {
            analyser.getFloatTimeDomainData(samples)
            if (Math.max(...samples) > 0.02 && !Reflect.get(window, 'heardAt'))
              Reflect.set(window, 'heardAt', Date.now())
          }, 5)
        })
      }
    }
  })

/** A speaker who opens the microphone the moment it may be opened. */
const pressAtOnce = (page: Page): Promise<void> =>
  page.evaluate(() => {
    new MutationObserver(() => {
      const ready = document.querySelector<HTMLElement>('[data-microphone="ready"]')
      if (ready === null || Reflect.get(window, 'readyAt')) return
      Reflect.set(window, 'readyAt', Date.now())
      ready.click()
    }).observe(document.body, { subtree: true, childList: true, attributes: true })
  })

const forget = async (...pages: readonly Page[]): Promise<void> => {
  for (const page of pages)
    await page.evaluate(() => {
      for (const name of ['readyAt', 'heardAt']) Reflect.set(window, name, 0)
    })
}

type Change = { readonly ready: number; readonly heard: number }

const changeFloor = async (meeting: MeetingOfTwo, speaker: Page, listener: Page): Promise<Change> => {
  const began = Date.now()
  const command = {
    type: 'GiveFloor',
    seat: 'north-delegate',
    kind: 'statement',
    departure: 'The chair’s choice',
  }
  if ((await meeting.act('officer', command)) !== 200) throw new Error('the floor was not given')
  const change = {
    ready: (await noted(speaker, 'readyAt')) - began,
    heard: (await noted(listener, 'heardAt')) - began,
  }
  await meeting.act('officer', { type: 'EndTurn' })
  await speaker.locator('[data-microphone="locked"]').waitFor()
  // The sound of the last turn runs out before the next is listened for.
  await listener.waitForTimeout(1_000)
  await forget(speaker, listener)
  return change
}

const firstPictures = async (browser: Browser, meeting: MeetingOfTwo): Promise<readonly number[]> => {
  const samples: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const context = await meeting.signIn(browser, 'south-head')
    const page = await context.newPage()
    await noteWhen(page, 'seenAt', 'video[data-seat="north-delegate"]')
    const began = Date.now()
    await page.goto(`${meeting.origin}/room/river/first?lang=en`)
    samples.push((await noted(page, 'seenAt')) - began)
    await context.close()
  }
  return samples
}

/** Sound and picture in Parley's own rooms, on the embedded media server. */
export const holdingTheFloor = async (): Promise<readonly Figure[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'))
  const sound = join(folder, 'tone.wav')
  writeFileSync(sound, tone())
  const meeting = await meetingOfTwo('embedded')
  const browser = await openChromium([`--use-file-for-fake-audio-capture=${sound}`])
  await meeting.act('officer', { type: 'TakeUpItem', item: 'rivers' })
  const speaker = await openRoom(await meeting.signIn(browser, 'north-delegate'), meeting)
  const listening = await meeting.signIn(browser, 'south-delegate')
  const listener = await listening.newPage()
  await listen(listener)
  await listener.goto(`${meeting.origin}/room/river/first?lang=en`)
  for (const page of [speaker, listener]) await page.locator('[data-microphone="locked"]').waitFor()
  await pressAtOnce(speaker)
  await changeFloor(meeting, speaker, listener)
  const changes: Change[] = []
  for (let change = 0; change < CHANGES; change += 1)
    changes.push(await changeFloor(meeting, speaker, listener))
  await listening.close()
  await speaker.locator('[data-device="camera"]').click()
  const pictures = await firstPictures(browser, meeting)
  await browser.close()
  await meeting.end()
  rmSync(folder, { recursive: true })
  const where = 'Parley’s rooms, sfu/'
  return [
    {
      what: 'the floor given to the speaker’s microphone free to open',
      where,
      result: middleAndTail(changes.map(({ ready }) => ready)),
      aim: '–',
    },
    {
      what: 'the floor given, microphone pressed at once, to sound in the other room',
      where,
      result: middleAndTail(changes.map(({ heard }) => heard)),
      aim: '< 300 ms',
    },
    {
      what: 'address of the room to first remote picture',
      where,
      result: `${middleAndRange(pictures)} ms`,
      aim: '< 1 s',
    },
  ]
}
