import type { MediaGrant, MediaSource } from '@parley/domain/media/grants'
import {
  AccessToken,
  type ParticipantInfo,
  type ParticipantPermission,
  RoomServiceClient,
  ServerError,
  TrackSource,
  type VideoGrant,
  WebhookReceiver,
} from 'livekit-server-sdk'
import { Fault } from '../../ports/fault.ts'
import type { Connected, MediaEngine } from '../../ports/media-engine.ts'

export type LivekitAt = {
  /** Where its server API answers now, as `http://…` or `https://…`; `undefined` while it does not. */
  readonly api: () => string | undefined
  /** Where browsers reach it; see `MediaEngine.url`. */
  readonly url: string
  readonly key: string
  readonly secret: string
}

/** How long a room that nobody is in stays; a pass made for it must outlive its way to the browser. */
const EMPTY_SECONDS = 120
const DEPARTURE_SECONDS = 20
const REQUEST_SECONDS = 3
/** More than any meeting seats, with every device of everybody. */
const MAX_PARTICIPANTS = 1000

/**
 * A media engine that speaks LiveKit's server API: a LiveKit server or cluster, or the embedded one. Data packets are
 * never allowed: what people write goes through the record, and what is private must not leave by another way.
 */
export const livekitEngine = ({ api, url, key, secret }: LivekitAt): MediaEngine => {
  const service = serviceAt({ api, key, secret })
  const receiver = new WebhookReceiver(key, secret)

  return {
    url,
    inside: () => api()?.replace(/^http/, 'ws'),
    admit: async ({ room, identity, grant, seconds }) => {
      await reached(() =>
        service().createRoom({
          name: room,
          emptyTimeout: EMPTY_SECONDS,
          departureTimeout: DEPARTURE_SECONDS,
          maxParticipants: MAX_PARTICIPANTS,
        }),
      )
      const token = new AccessToken(key, secret, { identity, ttl: seconds })
      token.addGrant({ roomJoin: true, room, ...claimsOf(grant) })
      return token.toJwt()
    },
    rooms: async () => (await reached(() => service().listRooms())).map(({ name }) => name),
    connected: async (room) =>
      (await reachedOr([], () => service().listParticipants(room))).map((one) => connectedFrom(one)),
    permit: async (room, identity, grant) => {
      await reachedOr<unknown>(undefined, () =>
        service().updateParticipant(room, identity, { permission: permissionOf(grant) }),
      )
    },
    remove: async (room, identity) => {
      await reachedOr<unknown>(undefined, () => service().removeParticipant(room, identity))
    },
    closeRoom: async (room) => {
      await reachedOr<unknown>(undefined, () => service().deleteRoom(room))
    },
    hear: async (body, authorization) => {
      try {
        const { room } = await receiver.receive(body, authorization)
        return room?.name
      } catch {
        // Not signed with our secret, or not what LiveKit sends: in both cases nothing we were told.
        return undefined
      }
    },
  }
}

/** The server API where it is now. */
const serviceAt = ({
  api,
  key,
  secret,
}: Pick<LivekitAt, 'api' | 'key' | 'secret'>): (() => RoomServiceClient) => {
  let known: { readonly at: string; readonly service: RoomServiceClient } | undefined
  return () => {
    const at = api()
    if (at === undefined) throw new Error('the media server is not running')
    if (known?.at !== at) {
      const options = { requestTimeout: REQUEST_SECONDS, failover: false }
      known = { at, service: new RoomServiceClient(at, key, secret, options) }
    }
    return known.service
  }
}

/** Carries a request to the server. */
const reached = async <Answer>(request: () => Promise<Answer>): Promise<Answer> => {
  try {
    return await request()
  } catch (cause) {
    throw unreachable(cause)
  }
}

/** Carries a request about something that may be gone to the server; `absent` when it is. */
const reachedOr = async <Answer>(absent: Answer, request: () => Promise<Answer>): Promise<Answer> => {
  try {
    return await request()
  } catch (cause) {
    if (cause instanceof ServerError && cause.status === 404) return absent
    throw unreachable(cause)
  }
}

const unreachable = (cause: unknown): Fault => new Fault('media-unreachable', { retryable: true, cause })

const SOURCES: Readonly<Record<MediaSource, readonly TrackSource[]>> = {
  microphone: [TrackSource.MICROPHONE],
  camera: [TrackSource.CAMERA],
  screen: [TrackSource.SCREEN_SHARE, TrackSource.SCREEN_SHARE_AUDIO],
}

const sourcesOf = ({ publish }: MediaGrant): TrackSource[] =>
  publish.flatMap((source) => [...SOURCES[source]])

/** To LiveKit an empty list of sources means all of them; who may send nothing may therefore not publish at all. */
const claimsOf = (grant: MediaGrant): VideoGrant => ({
  canPublish: grant.publish.length > 0,
  canPublishSources: sourcesOf(grant),
  canPublishData: false,
  canSubscribe: grant.receive,
  canUpdateOwnMetadata: false,
})

const permissionOf = (grant: MediaGrant): Partial<ParticipantPermission> => ({
  canPublish: grant.publish.length > 0,
  canPublishSources: sourcesOf(grant),
  canPublishData: false,
  canSubscribe: grant.receive,
  canUpdateMetadata: false,
})

const NAMES: readonly (readonly [TrackSource, MediaSource])[] = [
  [TrackSource.MICROPHONE, 'microphone'],
  [TrackSource.CAMERA, 'camera'],
  [TrackSource.SCREEN_SHARE, 'screen'],
]

const connectedFrom = ({ identity, permission, tracks }: ParticipantInfo): Connected => ({
  identity,
  may: {
    publish:
      permission?.canPublish === true ? named((source) => permission.canPublishSources.includes(source)) : [],
    receive: permission?.canSubscribe === true,
  },
  publishes: named((source) => tracks.some((track) => track.source === source && !track.muted)),
})

const named = (is: (source: TrackSource) => boolean): readonly MediaSource[] =>
  NAMES.filter(([source]) => is(source)).map(([, name]) => name)
