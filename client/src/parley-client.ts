import { ActDone } from '@parley/protocol/acts'
import { logName, parseLogName, type LogAddress, type Principal } from '@parley/protocol/address'
import { Arrivals, InvitationView, Lobby } from '@parley/protocol/arrival'
import { LeafOnWire } from '@parley/protocol/live'
import { MediaPass, type MediaRoomOnWire } from '@parley/protocol/media'
import { RemovalList, RemovalView, type RemovalSettlement } from '@parley/protocol/removals'
import { Invited, SessionOpened } from '@parley/protocol/sessions'
import { DialogueList, DialogueView, MeetingView, ReleasesView, TextView } from '@parley/protocol/views'
import { send, sendForJson, sendForText, type Address, type Fetch, type Reader } from './http.ts'
import { createLive, type Live } from './live.ts'
import { ownSeat } from './own-seat.ts'
import { done, type Result, type Trouble } from './result.ts'
import { persist, wait as waitReally, type Wait } from './retry.ts'
import type { OpenSocket } from './socket.ts'

export { logName, parseLogName }
export type {
  ActDone,
  Arrivals,
  InvitationView,
  Invited,
  Lobby,
  LeafOnWire,
  LogAddress,
  Principal,
  SessionOpened,
}
export type { DialogueView, MeetingView, ReleasesView, TextView }
export type { RemovalList, RemovalSettlement, RemovalView }

export type ConnectOptions = Address & {
  /** Needed for `live`; `node-socket.ts` or `browser-socket.ts`. */
  readonly openSocket?: OpenSocket | undefined
  readonly wait?: Wait | undefined
}

export type ActOptions = {
  /** Under which the act is done at most once; a fresh one unless given. */
  readonly id?: string | undefined
  /** Refused as `stale` unless the log has exactly this many leaves. */
  readonly expectedSize?: number | undefined
}

/** What a log holds from a sequence number on, as far as the seat may see it. */
export type EventPage = {
  /** How many leaves the log has. */
  readonly size: number
  /** Where the next page begins; equal to `size` when there is none. */
  readonly next: number
  readonly leaves: readonly LeafOnWire[]
}

/**
 * The API as one seat has it. Logs are named as in `logName`. Questions and acts are repeated while the trouble is one
 * that passes; an act keeps its id, so that a lost answer never does it twice.
 */
export type ParleyClient = {
  readonly origin: string
  readonly act: (
    log: string,
    command: { readonly type: string },
    options?: ActOptions,
  ) => Promise<Result<ActDone>>
  /** Founds a dialogue; the operator's. */
  readonly found: (command: { readonly type: string }, options?: ActOptions) => Promise<Result<ActDone>>
  readonly events: (log: string, from: number, limit?: number) => Promise<Result<EventPage>>
  /** The verifier key whose signature the server's heads bear, as text. */
  readonly key: () => Promise<Result<string>>
  /** A log's signed head, as C2SP tlog-checkpoint text. */
  readonly checkpoint: (log: string) => Promise<Result<string>>
  readonly dialogues: () => Promise<Result<DialogueList>>
  readonly dialogue: (dialogue: string) => Promise<Result<DialogueView>>
  readonly summary: (dialogue: string, meeting: string) => Promise<Result<MeetingView>>
  readonly text: (dialogue: string, meeting: string, text: string) => Promise<Result<TextView>>
  readonly releases: (dialogue: string, meeting: string) => Promise<Result<ReleasesView>>
  /** Requests for removal about a dialogue's public pages; the secretariats'. */
  readonly removals: (dialogue: string) => Promise<Result<RemovalList>>
  readonly settleRemoval: (
    dialogue: string,
    id: string,
    settlement: RemovalSettlement,
  ) => Promise<Result<RemovalView>>
  /** With `lobby`, whoever comes in waits until somebody of their side admits them. */
  readonly invite: (
    principal: Principal,
    options?: { readonly lobby?: boolean | undefined },
  ) => Promise<Result<Invited>>
  /** Who waits to be admitted, of those this seat may admit. */
  readonly lobby: (place: Omit<Principal, 'seat'>) => Promise<Result<Lobby>>
  /** How far each has come whom this seat may invite. */
  readonly arrivals: (place: Omit<Principal, 'seat'>) => Promise<Result<Arrivals>>
  readonly admit: (principal: Principal) => Promise<Result<void>>
  /** Ends the sessions, passkeys and open invitations of a seat. */
  readonly revoke: (principal: Principal) => Promise<Result<void>>
  /** The record of a meeting and its dialogue as one bundle, in chunks. */
  readonly record: (dialogue: string, meeting: string) => Promise<Result<ReadableStream<Uint8Array>>>
  /** Opens the live connection: for leaves as they are recorded, and who is present. */
  readonly live: (listeners?: LiveListeners) => Live
  /** A way into a media room for one connection, to be used at once; not asked for again by itself. */
  readonly mediaPass: (dialogue: string, meeting: string, room: MediaRoomOnWire) => Promise<Result<MediaPass>>
  readonly signOut: () => Promise<Result<void>>
}

/** Whom an invitation lets in. It is not used up. */
export const lookAtInvitation = (
  address: Omit<Address, 'token' | 'slot'>,
  invitation: string,
): Promise<Result<InvitationView>> =>
  sendForJson(address, InvitationView, 'POST', '/api/invitations/look', { invitation })

/** Redeems an invitation. It is used up even when the answer is lost: this is never repeated. */
export const openSession = (
  origin: string,
  invitation: string,
  options: { readonly fetch?: Fetch | undefined } = {},
): Promise<Result<SessionOpened>> =>
  sendForJson({ origin, ...options }, SessionOpened, 'POST', '/api/sessions', { invitation })

type LiveListeners = {
  readonly onEnded?: (code: number) => void
  readonly onProblem?: (problem: Trouble, log: string | undefined) => void
  readonly onLine?: (line: 'up' | 'down', principal: Principal | undefined) => void
}

const liveOf = (options: ConnectOptions, listeners: LiveListeners): Live => {
  const { origin, token, slot, openSocket, wait = waitReally } = options
  if (openSocket === undefined) throw new Error('a client without a socket has no live connection')
  const seat = slot === undefined ? '' : `?seat=${slot}`
  const url = `${origin.replace(/^http/, 'ws')}/api/live${seat}`
  return createLive({ url, token, openSocket, wait, isSignedOut: () => isSignedOut(options), ...listeners })
}

export const connect = (options: ConnectOptions): ParleyClient => {
  const { origin, wait = waitReally } = options
  const ask = <Value>(reader: Reader<Value>, path: string): Promise<Result<Value>> =>
    persist(() => sendForJson(options, reader, 'GET', path), wait)
  const post = (
    path: string,
    command: { readonly type: string },
    how: ActOptions,
  ): Promise<Result<ActDone>> => {
    const act = { id: how.id ?? freshId(), expectedSize: how.expectedSize, command }
    return persist(() => sendForJson(options, ActDone, 'POST', path, act), wait)
  }

  return {
    origin,
    act: (log, command, how = {}) => post(`${pathOf(log)}/acts`, command, how),
    found: (command, how = {}) => post('/api/dialogues', command, how),
    events: (log, from, limit = 500) => ask(PAGE, `${pathOf(log)}/events?from=${from}&limit=${limit}`),
    key: () => ask(KEY, '/api/key'),
    checkpoint: (log) => persist(() => sendForText(options, `${pathOf(log)}/checkpoint`), wait),
    dialogues: () => ask(DialogueList, '/api/dialogues'),
    dialogue: (dialogue) => ask(DialogueView, pathOf(`dialogue/${dialogue}`)),
    summary: (dialogue, meeting) => ask(MeetingView, pathOfMeeting(dialogue, meeting)),
    text: (dialogue, meeting, text) => ask(TextView, `${pathOfMeeting(dialogue, meeting)}/texts/${text}`),
    releases: (dialogue, meeting) => ask(ReleasesView, `${pathOfMeeting(dialogue, meeting)}/releases`),
    removals: (dialogue) => ask(RemovalList, `${pathOf(`dialogue/${dialogue}`)}/removals`),
    settleRemoval: (dialogue, id, settlement) => {
      const path = `${pathOf(`dialogue/${dialogue}`)}/removals/${id}/settlement`
      return persist(() => sendForJson(options, RemovalView, 'POST', path, settlement), wait)
    },
    invite: ({ seat, ...place }, { lobby } = {}) =>
      persist(
        () => sendForJson(options, Invited, 'POST', `${pathOfSeats(place)}/invitations`, { seat, lobby }),
        wait,
      ),
    lobby: (place) => sendForJson(options, Lobby, 'GET', `${pathOfSeats(place)}/lobby`),
    arrivals: (place) => sendForJson(options, Arrivals, 'GET', `${pathOfSeats(place)}/arrivals`),
    admit: ({ seat, ...place }) =>
      persist(async () => {
        const answer = await send(options, 'POST', `${pathOfSeats(place)}/admissions`, { seat })
        return answer.ok ? done(undefined) : answer
      }, wait),
    revoke: ({ seat, ...place }) =>
      persist(async () => {
        const answer = await send(options, 'POST', `${pathOfSeats(place)}/revocations`, { seat })
        return answer.ok ? done(undefined) : answer
      }, wait),
    record: async (dialogue, meeting) => {
      const answer = await send(options, 'GET', `${pathOfMeeting(dialogue, meeting)}/record`)
      return answer.ok ? done(answer.value.body ?? new ReadableStream<Uint8Array>()) : answer
    },
    live: (listeners = {}) => liveOf(options, listeners),
    mediaPass: (dialogue, meeting, room) =>
      sendForJson(options, MediaPass, 'POST', `${pathOfMeeting(dialogue, meeting)}/media`, { room }),
    signOut: async () => {
      const answer = await send(options, 'DELETE', '/api/session')
      return answer.ok ? done(undefined) : answer
    },
  }
}

/** Who was turned out may wait in the lobby again: that is not where they were either. */
const isSignedOut = async (address: Address): Promise<boolean> => {
  const who = await ownSeat(address).who()
  return who.ok ? who.value.waits : who.problem.status === 401
}

const pathOf = (log: string): string => {
  const address = parseLogName(log)
  if (address === undefined) throw new Error(`no log is called ${log}`)
  switch (address.kind) {
    case 'dialogue':
      return `/api/dialogues/${address.dialogue}`
    case 'meeting':
      return `/api/dialogues/${address.dialogue}/meetings/${address.meeting}`
    case 'chamber':
      return `/api/dialogues/${address.dialogue}/meetings/${address.meeting}/chambers/${address.delegation}`
  }
}

const pathOfMeeting = (dialogue: string, meeting: string): string =>
  pathOf(logName({ kind: 'meeting', dialogue, meeting }))

const pathOfSeats = ({ dialogue, meeting }: Omit<Principal, 'seat'>): string =>
  pathOf(
    logName(meeting === undefined ? { kind: 'dialogue', dialogue } : { kind: 'meeting', dialogue, meeting }),
  )

/** 128 random bits: no two acts of a seat share an id. */
const freshId = (): string => crypto.randomUUID()

const KEY: Reader<string> = {
  parse: (body) => {
    const { key } = { key: undefined, ...Object(body) }
    if (typeof key !== 'string') throw new Error('not a key')
    return key
  },
}

const PAGE: Reader<EventPage> = {
  parse: (body) => {
    if (typeof body !== 'object' || body === null || !('leaves' in body) || !Array.isArray(body.leaves)) {
      throw new Error('not a page of events')
    }
    const { size, next } = { size: undefined, next: undefined, ...body }
    if (typeof size !== 'number' || typeof next !== 'number') throw new Error('not a page of events')
    return { size, next, leaves: body.leaves.map((leaf: unknown) => LeafOnWire.parse(leaf)) }
  },
}
