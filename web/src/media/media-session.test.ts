import type { MediaSource } from '@parley/domain/media/grants'
import type { Trouble } from '@parley/client/result'
import { describe, expect, it } from 'vitest'
import { CLOSED, type ConnectionListeners, type MediaView } from './media-room.ts'
import { createMediaSession } from './media-session.ts'

const SHUT: Trouble = { type: 'urn:parley:problem:not-found', status: 404, code: 'not-found' }
const DOWN: Trouble = { type: 'urn:parley:problem:media-down', status: 503, code: 'media-down' }

/** Lets everything that waits for nothing outside run. */
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
}

/** A media server that is told what happens, and a clock that is moved by hand. */
const staged = () => {
  let nowMs = 0
  const timers: { readonly atMs: number; readonly ring: () => void }[] = []
  const log: string[] = []
  const answers: ('in' | 'shut' | 'down' | 'falls')[] = []
  let listeners: ConnectionListeners | undefined
  const live = (own: Partial<MediaView['own']> = {}): void =>
    listeners?.onView({ ...CLOSED, state: 'live', own: { ...CLOSED.own, ...own } })
  const session = createMediaSession({
    ask: async () => {
      const answer = answers[0] ?? 'in'
      log.push(`ask ${answer}`)
      if (answer === 'in' || answer === 'falls') return { ok: true, value: { url: '/media', token: 't' } }
      answers.shift()
      return { ok: false, problem: answer === 'shut' ? SHUT : DOWN }
    },
    load: async () => async (_pass, _choices, given) => {
      if (answers.shift() === 'falls') throw new Error('unreachable')
      listeners = given
      live()
      return {
        open: async (source: MediaSource) => {
          log.push(`open ${source}`)
          live({ [source]: 'open' })
        },
        close: async (source) => void log.push(`close ${source}`),
        choose: async () => {},
        startSound: async () => {},
        watch: (keys) => void log.push(`watch ${[...keys].join()}`),
        level: () => 0,
        leave: async () => void log.push('leave'),
      }
    },
    now: () => nowMs,
    later: (ms, ring) => {
      const timer = { atMs: nowMs + ms, ring }
      timers.push(timer)
      return () => void timers.splice(timers.indexOf(timer), 1)
    },
  })
  return {
    session,
    log,
    answers,
    drop: () => listeners?.onEnded(),
    waits: () => timers.map(({ atMs }) => atMs - nowMs),
    advance: async (ms: number) => {
      nowMs += ms
      for (const timer of timers.filter(({ atMs }) => atMs <= nowMs)) {
        timers.splice(timers.indexOf(timer), 1)
        timer.ring()
      }
      await settle()
    },
  }
}

describe('a part in a media room', () => {
  it('asks for a pass and goes in, once however often it is asked to', async () => {
    const { session, log } = staged()
    session.join()
    session.join()
    await settle()
    expect(session.read().state).toBe('live')
    expect(log).toEqual(['ask in', 'watch '])
  })

  it('comes back by itself after the media server fell over, with what was open', async () => {
    const { session, log, drop, advance } = staged()
    session.join()
    await settle()
    await session.open('camera')
    drop()
    expect(session.read().state).toBe('away')
    await advance(300)
    expect(session.read().own.camera).toBe('open')
    expect(log.filter((line) => line.startsWith('open'))).toEqual(['open camera', 'open camera'])
  })

  it('leaves a microphone closed after a long interruption', async () => {
    const { session, answers, drop, advance } = staged()
    session.join()
    await settle()
    await session.open('microphone')
    answers.push('down', 'down', 'down', 'down', 'down', 'down', 'down')
    drop()
    for (let turn = 0; turn < 8; turn += 1) await advance(8000)
    expect(session.read()).toMatchObject({ state: 'live', own: { microphone: 'closed' } })
  })

  it('waits longer each time, and not at all when told to hurry', async () => {
    const { session, answers, advance, waits } = staged()
    answers.push('down', 'down', 'falls', 'in')
    session.join()
    await settle()
    expect(session.read().state).toBe('unavailable')
    expect(waits()).toEqual([300])
    await advance(300)
    expect(waits()).toEqual([600])
    session.hurry()
    await settle()
    expect(waits()).toEqual([300])
    await advance(300)
    expect(session.read().state).toBe('live')
    expect(waits()).toEqual([])
  })

  it('says that there is no place, and asks again', async () => {
    const { session, answers, advance } = staged()
    answers.push('shut', 'in')
    session.join()
    await settle()
    expect(session.read().state).toBe('shut')
    await advance(300)
    expect(session.read().state).toBe('live')
  })

  it('stays out once it has left, even if it was on its way in', async () => {
    const { session, log, drop, advance } = staged()
    session.join()
    session.leave()
    await settle()
    drop()
    await advance(60_000)
    expect(session.read()).toEqual(CLOSED)
    expect(log).toEqual(['ask in'])
  })

  it('opens nothing that nobody opened', async () => {
    const { session, log, drop, advance } = staged()
    session.join()
    await settle()
    drop()
    await advance(300)
    expect(log.filter((line) => line.startsWith('open'))).toEqual([])
  })
})
