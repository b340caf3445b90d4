import { createHash, createHmac } from 'node:crypto'
import { mediaGrantOf, mediaGrantsOf, RECORDER } from '@parley/domain/media/grants'
import { mediaCorrections, type Attending } from '@parley/domain/media/reconcile'
import { mediaRoomName, mediaRoomsOf, type MediaRoom } from '@parley/domain/media/rooms'
import { recordingNow } from '@parley/domain/meeting/decide/recording'
import type { Meeting } from '@parley/domain/meeting/state'
import type { MediaPass } from '@parley/protocol/media'
import type { AccessStore } from '../ports/access-store.ts'
import type { Clock } from '../ports/clock.ts'
import type { Connected, MediaEngine } from '../ports/media-engine.ts'
import type { RecordersWay } from '../ports/recorder.ts'
import type { Tokens } from '../ports/tokens.ts'
import { type Answer, deny, give } from './answer.ts'
import type { Caller } from './caller.ts'
import type { Logs } from './logs.ts'
import { viewerAt } from './standing.ts'
import { storedOf } from './stored-principal.ts'

/** A meeting, by its place. */
export type MeetingPlace = { readonly dialogue: string; readonly meeting: string }

export type Media = {
  /** A way into one media room of a meeting, for a seat that has a place there. What a pass allows is corrected as the record moves on. */
  readonly pass: (caller: Caller, place: MeetingPlace, room: MediaRoom) => Promise<Answer<MediaPass>>
  /** A way into the plenary for who records it, as long as that recording is under way and the engine can be reached. */
  readonly recordersWay: (place: MeetingPlace, recording: string) => Promise<RecordersWay | undefined>
  /** Brings a meeting’s media rooms to what the record says. Resolves to how many corrections it took; a `Fault` when the engine cannot be reached. */
  readonly reconcile: (place: MeetingPlace) => Promise<number>
  /** The meetings that have media rooms at the engine now. */
  readonly places: () => Promise<readonly MeetingPlace[]>
  /** Which meeting’s room something the engine says is about; `undefined` for what is not genuine or not ours. */
  readonly hear: (body: string, authorization: string | undefined) => Promise<MeetingPlace | undefined>
  /** Calls back when a pass has been made for a meeting. Returns what stops it. */
  readonly onPass: (listener: (place: MeetingPlace) => void) => () => void
}

export type MediaDeps = {
  readonly engine: MediaEngine
  readonly logs: Logs
  readonly access: AccessStore
  readonly tokens: Tokens
  readonly clock: Clock
  readonly sessionClock: Clock
  /** Rooms are named under it, so that whoever knows the meeting does not yet know its rooms. */
  readonly operatorToken: string
  readonly turn?: Turn | undefined
}

/** A relay that shares a secret with us, as coturn does with `use-auth-secret`. */
export type Turn = { readonly urls: readonly string[]; readonly secret: string }

/** A pass is for coming in, at once; it is not what keeps somebody in. */
export const PASS_SECONDS = 60

export const createMedia = (deps: MediaDeps): Media => {
  const { engine, logs, tokens } = deps
  const listeners = new Set<(place: MeetingPlace) => void>()

  return {
    pass: async (caller, place, room) => {
      if (caller.kind !== 'seat') return deny('not-found')
      const viewer = await viewerAt(logs, caller, { kind: 'meeting', ...place })
      if (viewer === undefined) return deny('not-found')
      const { meeting } = (await logs.meeting(place.dialogue, place.meeting)).state
      const grant = mediaGrantOf(meeting, room, caller.principal.seat)
      if (grant === undefined) return deny('not-found')
      const name = engineRoomName(deps.operatorToken, place, meeting, room)
      const identity = identityOf(caller.principal.seat, caller.session, tokens.fresh())
      const token = await engine.admit({ room: name, identity, grant, seconds: PASS_SECONDS })
      for (const listener of listeners) listener(place)
      const relays = deps.turn === undefined ? {} : { iceServers: [relayFor(deps.turn, deps, identity)] }
      return give({ url: engine.url, token, identity, seconds: PASS_SECONDS, ...relays })
    },

    recordersWay: (place, recording) => recordersWay(deps, place, recording),

    reconcile: (place) => reconcile(deps, place),

    places: async () => {
      const found = new Map<string, MeetingPlace>()
      for (const room of await engine.rooms()) {
        const place = placeOfRoom(room)
        if (place !== undefined) found.set(`${place.dialogue}/${place.meeting}`, place)
      }
      return [...found.values()]
    },

    hear: async (body, authorization) => {
      const room = await engine.hear(body, authorization)
      return room === undefined ? undefined : placeOfRoom(room)
    },

    onPass: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

const recordersWay = async (
  { engine, logs, tokens, clock, operatorToken }: MediaDeps,
  place: MeetingPlace,
  recording: string,
): Promise<RecordersWay | undefined> => {
  const { meeting } = (await logs.meeting(place.dialogue, place.meeting)).state
  if (recordingNow(meeting)?.recording !== recording) return undefined
  const room = engineRoomName(operatorToken, place, meeting, { kind: 'plenary' })
  const mark = recorderMark(operatorToken, place, recording)
  const identity = `recorder~${mark}~${tokens.fresh().slice(0, 16)}`
  const grant = { publish: [], receive: true }
  const token = await engine.admit({ room, identity, grant, seconds: PASS_SECONDS })
  const url = engine.inside()
  return url === undefined ? undefined : { url, token, clockAheadMs: clock.now() - Date.now() }
}

const reconcile = async (deps: MediaDeps, place: MeetingPlace): Promise<number> => {
  const { engine, logs, operatorToken } = deps
  const { meeting } = (await logs.meeting(place.dialogue, place.meeting)).state
  const there = (await engine.rooms()).filter((name) => isSamePlace(placeOfRoom(name), place))
  const rooms = mediaRoomsOf(meeting).map((room) => ({
    room,
    name: engineRoomName(operatorToken, place, meeting, room),
  }))
  const leftOver = there.filter((name) => !rooms.some((one) => one.name === name))
  for (const name of leftOver) await engine.closeRoom(name)

  const open: { room: MediaRoom; name: string; attending: readonly Attending[] }[] = []
  for (const { room, name } of rooms) {
    if (!there.includes(name)) continue
    const connected = await engine.connected(name)
    const attending = await attendingOf(deps, place, meeting, connected)
    open.push({ room, name, attending: attending.map((one) => asRecorder(deps, place, meeting, one)) })
  }
  let corrections = leftOver.length
  for (const { room, name, attending } of open) {
    const grants = mediaGrantsOf(meeting, room)
    for (const correction of mediaCorrections(grants, attending, heardOutside(room, open))) {
      corrections += 1
      if (correction.kind === 'remove') await engine.remove(name, correction.identity)
      else await engine.permit(name, correction.identity, correction.grant)
    }
  }
  return corrections
}

type OpenRoom = { readonly room: MediaRoom; readonly attending: readonly Attending[] }

/**
 * The seats whose microphone must stay closed in a room because it is open in another. When it is open in both, the
 * plenary gives way: private words must not be heard there.
 */
const heardOutside = (room: MediaRoom, open: readonly OpenRoom[]): ReadonlySet<string> => {
  const apart = heardIn(open.filter((one) => one.room.kind !== 'plenary'))
  if (room.kind === 'plenary') return apart
  const inPlenary = heardIn(open.filter((one) => one.room.kind === 'plenary'))
  return new Set([...inPlenary].filter((seat) => !apart.has(seat)))
}

const heardIn = (rooms: readonly OpenRoom[]): ReadonlySet<string> =>
  new Set(
    rooms.flatMap(({ attending }) =>
      attending.flatMap(({ seat, publishes }) =>
        seat !== undefined && publishes.includes('microphone') ? [seat] : [],
      ),
    ),
  )

/**
 * Credentials for one connection that end by themselves: the name holds the second they end, the password is its HMAC
 * (draft-uberti-behave-turn-rest). They outlive the pass, since a relayed connection is renewed while the meeting lasts.
 */
const relayFor = ({ urls, secret }: Turn, { sessionClock }: MediaDeps, identity: string) => {
  const endsAt = Math.floor(sessionClock.now() / 1000) + RELAY_SECONDS
  const username = `${endsAt}:${createHash('sha256').update(identity).digest('hex').slice(0, 16)}`
  return {
    urls: [...urls],
    username,
    credential: createHmac('sha1', secret).update(username).digest('base64'),
  }
}
const RELAY_SECONDS = 12 * 3600

/** Whose each connection is. A connection whose session is over is nobody's. */
const attendingOf = async (
  { access, sessionClock }: MediaDeps,
  { dialogue, meeting: at }: MeetingPlace,
  meeting: Meeting,
  connected: readonly Connected[],
): Promise<readonly Attending[]> => {
  const now = sessionClock.now()
  const sessionsOf = async (seat: string): Promise<readonly string[]> => {
    const scope = meeting.secretariats.some((one) => one.seat === seat) ? {} : { meeting: at }
    const sessions = await access.sessions(storedOf({ dialogue, ...scope, seat }), now)
    return sessions.map(({ tokenHash }) => sessionMark(tokenHash))
  }
  return Promise.all(
    connected.map(async ({ identity, may, publishes }): Promise<Attending> => {
      const parts = IDENTITY.exec(identity)
      const [, seat = '', mark = ''] = parts ?? []
      const isLive = parts !== null && (await sessionsOf(seat)).includes(mark)
      return { identity, seat: isLive ? seat : undefined, may, publishes }
    }),
  )
}

/** The recorder of the recording under way goes by its own name; that of an ended one is nobody's. */
const asRecorder = (
  { operatorToken }: MediaDeps,
  place: MeetingPlace,
  meeting: Meeting,
  attending: Attending,
): Attending => {
  const running = recordingNow(meeting)
  if (running === undefined || attending.seat !== undefined) return attending
  const mark = recorderMark(operatorToken, place, running.recording)
  return attending.identity.startsWith(`recorder~${mark}~`) ? { ...attending, seat: RECORDER } : attending
}

const recorderMark = (secret: string, { dialogue, meeting }: MeetingPlace, recording: string): string =>
  createHmac('sha256', secret)
    .update(JSON.stringify(['recorder', dialogue, meeting, recording]))
    .digest('hex')
    .slice(0, 16)

/** `<seat>~<mark of the session>~<random>`: a new one for each connection, so that no other connection can be put out by taking its name. */
const IDENTITY = /^([a-z0-9][a-z0-9-]{0,63})~([0-9a-f]{16})~[A-Za-z0-9_-]{16}$/

const identityOf = (seat: string, session: string, random: string): string =>
  `${seat}~${sessionMark(session)}~${random.slice(0, 16)}`

const sessionMark = (tokenHash: string): string =>
  createHash('sha256').update(`media ${tokenHash}`).digest('hex').slice(0, 16)

const ROOM = /^([a-z0-9][a-z0-9-]{0,63})\.([a-z0-9][a-z0-9-]{0,63})\.(.+)\.[0-9a-f]{24}$/

/**
 * The room's name at the engine. A chamber or booth gets another name once somebody has lost a place in it: whoever kept
 * an old pass finds nobody there.
 */
const engineRoomName = (
  secret: string,
  { dialogue, meeting: at }: MeetingPlace,
  meeting: Meeting,
  room: MediaRoom,
): string => {
  const open = `${dialogue}.${at}.${mediaRoomName(room)}`
  const gone =
    room.kind === 'plenary'
      ? []
      : Object.values(meeting.people)
          .filter(({ active, delegation }) => !active && delegation === room.delegation)
          .map(({ seat }) => seat)
          .toSorted()
  const mark = createHmac('sha256', secret)
    .update(JSON.stringify([open, gone]))
    .digest('hex')
    .slice(0, 24)
  return `${open}.${mark}`
}

const placeOfRoom = (name: string): MeetingPlace | undefined => {
  const [, dialogue, meeting] = ROOM.exec(name) ?? []
  return dialogue === undefined || meeting === undefined ? undefined : { dialogue, meeting }
}

const isSamePlace = (one: MeetingPlace | undefined, other: MeetingPlace): boolean =>
  one?.dialogue === other.dialogue && one.meeting === other.meeting
