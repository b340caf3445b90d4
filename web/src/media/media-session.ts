import type { MediaSource } from '@parley/domain/media/grants'
import type { Result } from '@parley/client/result'
import { createCell, type Cell } from '../app/cell.ts'
import { lineOf, type Line } from './line.ts'
import {
  CLOSED,
  USUAL,
  type Connect,
  type MediaChoices,
  type MediaConnection,
  type MediaState,
  type MediaView,
  type MediaWay,
} from './media-room.ts'

/** This page's part in one media room, over all its connections. */
export type MediaSession = Pick<Cell<MediaView>, 'read' | 'subscribe'> & {
  readonly choices: Cell<MediaChoices>
  /** Goes in, and comes back whenever the connection is lost, until `leave`. */
  readonly join: () => void
  readonly leave: () => void
  /** Opens one of one's own devices. Nothing but a press of this person calls it. */
  readonly open: (source: MediaSource) => Promise<void>
  readonly close: (source: MediaSource) => Promise<void>
  readonly choose: (choices: MediaChoices) => void
  readonly startSound: () => void
  readonly watch: (keys: ReadonlySet<string>) => void
  readonly level: () => number
  /** How the line to the media server is; nothing while there is none. */
  readonly line: () => Promise<Line | undefined>
  /** Tries again now rather than by and by: the network is back, or the meeting has moved on. */
  readonly hurry: () => void
}

export type MediaSessionDeps = {
  readonly ask: () => Promise<Result<MediaWay>>
  /** Fetches what speaks to media servers; it is large, and only needed by those who go in. */
  readonly load: () => Promise<Connect>
  /** Milliseconds since some moment, never going back. */
  readonly now: () => number
  /** Calls back after so many milliseconds; returns what stops it. */
  readonly later: (ms: number, then: () => void) => () => void
  readonly first?: MediaChoices | undefined
}

const FIRST_RETRY_MS = 300
const LAST_RETRY_MS = 8000
/** A source that was open comes back by itself after an interruption shorter than this; after a longer one people have moved on. */
const REMEMBERED_MS = 15_000

/** Makes the connection, and makes it again: a media server that falls over takes nothing with it but a few seconds. */
export const createMediaSession = (deps: MediaSessionDeps): MediaSession => {
  const view = createCell<MediaView>(CLOSED)
  const choices = createCell<MediaChoices>(deps.first ?? USUAL)
  const retries = createRetries(deps)
  const memory = createMemory(deps)
  const part: { wanted: boolean; connection?: MediaConnection | undefined } = { wanted: false }
  const watched = createCell<ReadonlySet<string>>(new Set())

  const lost = (): void => {
    part.connection = undefined
    memory.keep(view.read())
    if (!part.wanted) return
    view.set({ ...view.read(), state: 'away', tiles: [], attendees: [], own: CLOSED.own })
    retries.next(enter)
  }
  const again = (state: 'shut' | 'unavailable'): void => {
    view.set({ ...CLOSED, state })
    retries.next(enter)
  }

  const enter = async (): Promise<void> => {
    if (!part.wanted) return
    if (view.read().state === 'off') view.set({ ...CLOSED, state: 'connecting' })
    const { state: standing } = view.read()
    const loading = beside(deps.load())
    const pass = await deps.ask()
    if (!part.wanted) return
    if (!pass.ok) return again(isShut(pass.problem.status) ? 'shut' : 'unavailable')
    try {
      const connect = await loading
      const onView: typeof view.set = (now) => {
        if (part.wanted) view.set(onceThere(now, standing))
      }
      const made = await connect(pass.value, choices.read(), { onView, onEnded: lost, watched })
      if (!part.wanted) return void made.leave()
      part.connection = made
      retries.done()
      for (const source of memory.take()) await made.open(source, choices.read())
    } catch {
      if (part.wanted) again('unavailable')
    }
  }

  return {
    read: view.read,
    subscribe: view.subscribe,
    choices,
    join: () => {
      if (part.wanted) return
      part.wanted = true
      void enter()
    },
    leave: () => {
      part.wanted = false
      retries.done()
      memory.take()
      void part.connection?.leave()
      part.connection = undefined
      view.set(CLOSED)
    },
    open: async (source) => part.connection?.open(source, choices.read()),
    close: async (source) => part.connection?.close(source),
    choose: (next) => {
      choices.set(next)
      void part.connection?.choose(next)
    },
    startSound: () => void part.connection?.startSound(),
    watch: watched.set,
    level: () => part.connection?.level() ?? 0,
    line: async () => lineOf((await part.connection?.stats()) ?? []),
    hurry: () => retries.hurry(enter),
  }
}

/** What is fetched while something else is asked for; where it cannot be had, whoever awaits it is told. */
const beside = <Value>(loading: Promise<Value>): Promise<Value> => {
  loading.catch(() => {})
  return loading
}

/** What could not be had, or was lost, is so until it is there: trying makes it no better. */
const onceThere = (now: MediaView, standing: MediaState): MediaView =>
  now.state === 'connecting' ? { ...now, state: standing } : now

const isShut = (status: number): boolean => status === 403 || status === 404

/** Tries again later, a little later each time. */
const createRetries = ({ later }: MediaSessionDeps) => {
  let attempt = 0
  let stop: (() => void) | undefined
  const done = (): void => {
    stop?.()
    stop = undefined
    attempt = 0
  }
  return {
    next: (enter: () => Promise<void>): void => {
      const waitMs = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(attempt, 10))
      attempt += 1
      stop = later(waitMs, () => {
        stop = undefined
        void enter()
      })
    },
    done,
    hurry: (enter: () => Promise<void>): void => {
      if (stop === undefined) return
      done()
      void enter()
    },
  }
}

/** What this person had open, for as long as it may be opened again without asking. */
const createMemory = ({ now }: MediaSessionDeps) => {
  let kept: { readonly sources: readonly MediaSource[]; readonly atMs: number } | undefined
  return {
    keep: ({ own }: MediaView): void => {
      const sources = (['microphone', 'camera'] as const).filter((source) => own[source] === 'open')
      if (sources.length > 0) kept = { sources, atMs: now() }
    },
    take: (): readonly MediaSource[] => {
      const taken = kept !== undefined && now() - kept.atMs <= REMEMBERED_MS ? kept.sources : []
      kept = undefined
      return taken
    },
  }
}
