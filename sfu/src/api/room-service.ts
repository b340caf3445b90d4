import {
  CreateRoomRequest,
  DeleteRoomRequest,
  DeleteRoomResponse,
  DisconnectReason,
  LeaveRequest_Action,
  ListParticipantsRequest,
  ListParticipantsResponse,
  ListRoomsRequest,
  ListRoomsResponse,
  MuteRoomTrackRequest,
  MuteRoomTrackResponse,
  type ParticipantInfo,
  RemoveParticipantResponse,
  type Room as RoomInfo,
  RoomParticipantIdentity,
  SendDataRequest,
  SendDataResponse,
  UpdateParticipantRequest,
  UpdateRoomMetadataRequest,
  UpdateSubscription,
  UpdateSubscriptionsRequest,
  UpdateSubscriptionsResponse,
  type ParticipantPermission,
} from '@livekit/protocol'
import { serverData } from '../room/data-relay.ts'
import type { Hub } from '../room/hub.ts'
import type { Participant } from '../room/participant.ts'
import { applyProfile } from '../room/requests.ts'
import type { Room } from '../room/room.ts'
import type { Grants, Permissions } from '../signal/access-token.ts'

export type ApiRefusal =
  | 'not_found'
  | 'permission_denied'
  | 'invalid_argument'
  | 'resource_exhausted'
  | 'bad_route'

/** A call that was understood and refused. */
export class ApiError extends Error {
  readonly code: ApiRefusal

  constructor(code: ApiRefusal, message: string) {
    super(message)
    this.name = 'ApiError'
    this.code = code
  }
}

interface Written {
  toBinary(): Uint8Array
  toJsonString(): string
}

/** One call: how its bytes are read and what is done. */
export interface Call {
  run(body: { readonly bytes: Uint8Array } | { readonly json: string }, grants: Grants): Written
}

interface Readable<Request> {
  fromBinary(bytes: Uint8Array): Request
  fromJsonString(json: string, options: { ignoreUnknownFields: boolean }): Request
}

const call = <Request>(
  type: Readable<Request>,
  run: (request: Request, grants: Grants) => Written,
): Call => ({
  run(body, grants) {
    let request: Request
    try {
      request =
        'bytes' in body
          ? type.fromBinary(body.bytes)
          : type.fromJsonString(body.json, { ignoreUnknownFields: true })
    } catch (error) {
      throw new ApiError('invalid_argument', error instanceof Error ? error.message : 'unreadable request')
    }
    return run(request, grants)
  },
})

const requireAdmin = (grants: Grants, room: string): void => {
  if (!grants.roomAdmin || grants.room !== room)
    throw new ApiError('permission_denied', 'not an admin of this room')
}

const permissionsOf = (permission: ParticipantPermission): Permissions => ({
  canPublish: permission.canPublish,
  canSubscribe: permission.canSubscribe,
  canPublishData: permission.canPublishData,
  canPublishSources: permission.canPublishSources,
  canUpdateMetadata: permission.canUpdateMetadata,
  hidden: permission.hidden,
  recorder: permission.recorder,
})

const roomOf = (hub: Hub, name: string): Room => {
  const room = hub.room(name)
  if (room === undefined) throw new ApiError('not_found', 'requested room does not exist')
  return room
}

const participantOf = (room: Room, identity: string): Participant => {
  const participant = room.participant(identity)
  if (participant === undefined) throw new ApiError('not_found', 'participant does not exist')
  return participant
}

type Calls = readonly (readonly [string, Call])[]

const roomCalls = (hub: Hub): Calls => [
  ['CreateRoom', call(CreateRoomRequest, (request, grants) => createRoom(hub, request, grants))],
  [
    'ListRooms',
    call(ListRoomsRequest, ({ names }, grants) => {
      if (!grants.roomList) throw new ApiError('permission_denied', 'not allowed to list rooms')
      const rooms = [...hub.rooms].filter((room) => names.length === 0 || names.includes(room.settings.name))
      return new ListRoomsResponse({ rooms: rooms.map((room) => room.info()) })
    }),
  ],
  [
    'DeleteRoom',
    call(DeleteRoomRequest, ({ room }, grants) => {
      if (!grants.roomCreate) throw new ApiError('permission_denied', 'not allowed to delete rooms')
      hub.closeRoom(roomOf(hub, room), DisconnectReason.ROOM_DELETED)
      return new DeleteRoomResponse()
    }),
  ],
  [
    'SendData',
    call(SendDataRequest, (request, grants) => {
      requireAdmin(grants, request.room)
      const message = serverData(request.data, request)
      const sids = new Set(request.destinationSids)
      roomOf(hub, request.room).sendData(message, {
        identities: new Set(request.destinationIdentities),
        sids,
      })
      return new SendDataResponse()
    }),
  ],
  [
    'UpdateRoomMetadata',
    call(UpdateRoomMetadataRequest, ({ room: name, metadata }, grants): RoomInfo => {
      requireAdmin(grants, name)
      const room = roomOf(hub, name)
      room.metadata = metadata
      room.tellRoom()
      return room.info()
    }),
  ],
]

const presenceCalls = (hub: Hub): Calls => [
  [
    'ListParticipants',
    call(ListParticipantsRequest, ({ room }, grants) => {
      requireAdmin(grants, room)
      return new ListParticipantsResponse({
        participants: [...roomOf(hub, room).participants].map((one) => one.info()),
      })
    }),
  ],
  [
    'GetParticipant',
    call(RoomParticipantIdentity, ({ room, identity }, grants): ParticipantInfo => {
      requireAdmin(grants, room)
      return participantOf(roomOf(hub, room), identity).info()
    }),
  ],
  [
    'RemoveParticipant',
    call(RoomParticipantIdentity, (request, grants) => {
      requireAdmin(grants, request.room)
      const room = roomOf(hub, request.room)
      const participant = participantOf(room, request.identity)
      const nowMs = Date.now()
      const upTo = request.revokeTokenTs > 0n ? Number(request.revokeTokenTs) : Math.floor(nowMs / 1000)
      hub.revocations.revoke(request.room, request.identity, upTo, nowMs)
      room.remove(participant, DisconnectReason.PARTICIPANT_REMOVED, LeaveRequest_Action.DISCONNECT)
      return new RemoveParticipantResponse()
    }),
  ],
]

const mediaCalls = (hub: Hub): Calls => [
  [
    'MutePublishedTrack',
    call(MuteRoomTrackRequest, ({ room: name, identity, trackSid, muted }, grants) => {
      requireAdmin(grants, name)
      const room = roomOf(hub, name)
      const participant = participantOf(room, identity)
      if (!muted) throw new ApiError('permission_denied', 'nobody is unmuted by someone else')
      if (!room.muteFromOutside(participant, trackSid))
        throw new ApiError('not_found', 'track does not exist')
      const track = participant.publishing.track(trackSid)
      return new MuteRoomTrackResponse(track === undefined ? {} : { track: track.info })
    }),
  ],
  [
    'UpdateParticipant',
    call(UpdateParticipantRequest, (request, grants): ParticipantInfo => {
      requireAdmin(grants, request.room)
      const room = roomOf(hub, request.room)
      const participant = participantOf(room, request.identity)
      applyProfile(participant, request)
      if (request.permission === undefined) room.tellAbout(participant)
      else room.permit(participant, permissionsOf(request.permission))
      return participant.info()
    }),
  ],
  [
    'UpdateSubscriptions',
    call(UpdateSubscriptionsRequest, (request, grants) => {
      requireAdmin(grants, request.room)
      const room = roomOf(hub, request.room)
      const participant = participantOf(room, request.identity)
      const { trackSids, subscribe, participantTracks } = request
      participant.wishes.take(new UpdateSubscription({ trackSids, subscribe, participantTracks }))
      room.reconcile(participant)
      return new UpdateSubscriptionsResponse()
    }),
  ],
]

/** The part of LiveKit's RoomService this server offers, by the name of each call. */
export const roomService = (hub: Hub): ReadonlyMap<string, Call> =>
  new Map([...roomCalls(hub), ...presenceCalls(hub), ...mediaCalls(hub)])

const createRoom = (hub: Hub, request: CreateRoomRequest, grants: Grants): RoomInfo => {
  if (!grants.roomCreate) throw new ApiError('permission_denied', 'not allowed to create rooms')
  if (request.name === '') throw new ApiError('invalid_argument', 'a room needs a name')
  const room = hub.openRoom(request.name, {
    maxParticipants: request.maxParticipants,
    metadata: request.metadata,
    ...(request.emptyTimeout > 0 ? { emptyTimeoutSeconds: request.emptyTimeout } : {}),
    ...(request.departureTimeout > 0 ? { departureTimeoutSeconds: request.departureTimeout } : {}),
  })
  if (room === undefined) throw new ApiError('resource_exhausted', 'too many rooms')
  return room.info()
}
