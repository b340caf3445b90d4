import { openBrowserSocket } from '@parley/client/browser-socket'
import { logName, type ActDone, type LeafOnWire, type MeetingView } from '@parley/client/parley-client'
import type { Result, Trouble } from '@parley/client/result'
import type { Live } from '@parley/client/live'
import { ownClient } from './own-client.ts'
import { tellPast } from './past.ts'

/**
 * How a page stands with the server. `lost` mends itself; `signed-out` and `refused` do not; `outdated`: the server
 * speaks a newer version than this page.
 */
export type ConnectionState = 'opening' | 'live' | 'lost' | 'signed-out' | 'refused' | 'outdated'

export type Place = { readonly dialogue: string; readonly meeting: string }

export type Listeners = {
  readonly onLeaf: (leaf: LeafOnWire) => void
  readonly onCaughtUp: () => void
  readonly onState: (state: ConnectionState) => void
}

/** All that the rooms ask of a server; a test puts its own in place. */
export type RoomConnection = {
  /** Does an act at most once under its id, however often it has to be sent. */
  readonly act: (log: string, id: string, command: { readonly type: string }) => Promise<Result<ActDone>>
  /** How the meeting stands, and what the server's clock says. */
  readonly summary: (place: Place) => Promise<Result<MeetingView>>
  /** Tells of a log's leaves from the first, then each as it is recorded. Returns what stops it. */
  readonly follow: (log: string, listeners: Listeners) => () => void
  /** A line of its own to whatever else is live; `onState` says when it is there and when not. */
  readonly open: (onState: (state: ConnectionState) => void) => Live
}

const SIGNED_OUT = 4401

export const parleyConnection = (language: () => string): RoomConnection => {
  const client = () => ownClient({ language: language(), wait: briefly })
  return {
    act: (log, id, command) => client().act(log, command, { id }),
    summary: ({ dialogue, meeting }) => client().summary(dialogue, meeting),
    open: (onState) => openLive(onState),
    follow: (log, { onLeaf, onCaughtUp, onState }) => {
      onState('opening')
      const live = openLive(onState)
      let isOver = false
      const stop = (): void => {
        isOver = true
        live.close()
      }
      const tell = (leaf: LeafOnWire): void => {
        if (isOver) return
        try {
          onLeaf(leaf)
        } catch {
          // A kind of leaf from a newer server; a meeting shown without it would be a wrong one.
          stop()
          onState('outdated')
        }
      }
      void tellPast(client().events, log, tell).then((from) => {
        if (isOver) return
        live.follow(log, from, {
          onLeaf: tell,
          onCaughtUp: () => {
            onState('live')
            onCaughtUp()
          },
        })
      })
      return stop
    },
  }
}

/** A person is waiting: what cannot be done within seconds is better said than tried on in silence. */
const briefly = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.min(ms, LONGEST_PAUSE_MS)))

const LONGEST_PAUSE_MS = 600

const openLive = (onState: (state: ConnectionState) => void): Live =>
  ownClient({ openSocket: openBrowserSocket }).live({
    onLine: (line) => {
      if (line === 'down') onState('lost')
    },
    onEnded: (code) => onState(code === SIGNED_OUT ? 'signed-out' : 'outdated'),
    onProblem: (problem) => onState(stateOf(problem)),
  })

const stateOf = (problem: Trouble): ConnectionState => {
  switch (problem.status) {
    case 401:
      return 'signed-out'
    case 400:
      return 'outdated'
    default:
      return problem.status >= 500 || problem.status === 429 ? 'lost' : 'refused'
  }
}

export const meetingLog = ({ dialogue, meeting }: Place): string =>
  logName({ kind: 'meeting', dialogue, meeting })

export const chamberLog = ({ dialogue, meeting }: Place, delegation: string): string =>
  logName({ kind: 'chamber', dialogue, meeting, delegation })
