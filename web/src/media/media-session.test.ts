import type { MediaSource } from '@parley/domain/media/grants'
import type { Trouble } from '@parley/client/result'
import { describe, expect, it } from 'vitest'
import {
  CLOSED,
  type Connect,
  type ConnectionListeners,
  type MediaState,
  type MediaView,
} from './media-room.ts'
import { createMediaSession } from './media-session.ts'

const SHUT: Trouble = { type: 'urn:parley:problem:not-found', status: 404, code: 'not-found' }
const DOWN: Trouble = { type: 'urn:parley:problem:media-down', status: 503, code: 'media-down' }

/** Lets everything that waits for nothing outside run. */
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
}

/** A media server that is told what happens, and a clock that is moved by hand. */
const staged = (slow = false) => {
  let nowMs = 0
  const timers: { readonly atMs: number; readonly ring: () => void }[] = []
  const log: string[] = []
  /** What was said while each connection was being made. */
  const said: MediaState[] = []
  const answers: ('in' | 'shut' | 'down' | 'falls')[] = []
  let listeners: ConnectionListeners | undefined
  const loading = Promise.withResolvers<Connect>()
  const loaded = loading.promise
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
    load: () => {
      log.push('load')
      return loaded
    },
    now: () => nowMs,
    later: (ms, ring) => {
      const timer = { atMs: nowMs + ms, ring }
      timers.push(timer)
      return () => void timers.splice(timers.indexOf(timer), 1)
    },
  })
  const connect: Connect = async (_pass, _choices, given) => {
    listeners = given
    given.onView({ ...CLOSED, state: 'connecting' })
    said.push(session.read().state)
    if (answers.shift() === 'falls') throw new Error('unreachable')
    live()
    return {
      open: async (source: MediaSource) => {
        log.push(`open ${source}`)
        live({ [source]: 'open' })
      },
      close: async (source) => void log.push(`close ${source}`),
      choose: async () => {},
      startSound: async () => {},
      stats: async () => [],
      level: () => 0,
      leave: async () => void log.push('leave'),
    }
  }
  const arrive = (): void => loading.resolve(connect)
  if (!slow) arrive()
  return {
    session,
    log,
    said,
    answers,
    arrive,
    looking: () => [...(listeners?.watched.read() ?? [])],
    shows: live,
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
    expect(log).toEqual(['load', 'ask in'])
  })

  it('fetches what speaks to media servers while the pass is asked for', async () => {
    const { session, log, arrive } = staged(true)
    session.join()
    expect(log).toEqual(['load', 'ask in'])
    await settle()
    expect(session.read().state).toBe('connecting')
    arrive()
    await settle()
    expect(session.read().state).toBe('live')
  })

  it('says which pictures are looked at before its connection stands, and whenever that changes', async () => {
    const { session, arrive, looking } = staged(true)
    session.watch(new Set(['a']))
    session.join()
    arrive()
    await settle()
    expect(looking()).toEqual(['a'])
    session.watch(new Set(['b']))
    expect(looking()).toEqual(['b'])
  })

  it('shows nothing of a connection that is being made when it leaves', async () => {
    const { session, arrive, shows } = staged(true)
    session.join()
    await settle()
    arrive()
    await settle()
    session.leave()
    shows()
    expect(session.read()).toEqual(CLOSED)
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

  it('says that it could not be had until it is there, and not that it is about to be at every try', async () => {
    const { session, answers, said, advance } = staged()
    answers.push('falls', 'falls', 'in')
    session.join()
    await settle()
    await advance(300)
    await advance(600)
    expect(session.read().state).toBe('live')
    expect(said).toEqual(['connecting', 'unavailable', 'unavailable'])
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
    expect(log).toEqual(['load', 'ask in'])
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
