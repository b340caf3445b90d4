import {
  DisconnectReason,
  LeaveRequest_Action,
  Pong,
  RequestResponse,
  RequestResponse_Reason,
  SignalRequest,
  type UpdateParticipantMetadata,
  type UpdateTrackSettings,
} from '@livekit/protocol'
import { LIMITS } from '../limits.ts'
import { qualityOfSetting } from './egress.ts'
import type { Participant } from './participant.ts'
import type { Room } from './room.ts'

/** Reads a client's signalling message; undefined for bytes that are none. */
export function readRequest(bytes: Uint8Array): SignalRequest | undefined {
  try {
    return SignalRequest.fromBinary(bytes)
  } catch {
    return undefined
  }
}

/** Does what a client asks for over its signalling connection, as far as it may. */
export async function serveRequest(
  room: Room,
  participant: Participant,
  request: SignalRequest,
): Promise<void> {
  const { message } = request
  switch (message.case) {
    case 'offer':
      return participant.negotiation?.takeOffer(message.value)
    case 'answer':
      return participant.negotiation?.takeAnswer(message.value)
    case 'addTrack':
      return participant.publishing.announce(message.value, participant.permissions)
    case 'mute':
      room.mute(participant, message.value.sid, message.value.muted)
      return
    case 'subscription':
      participant.wishes.take(message.value)
      return room.reconcile(participant)
    case 'trackSetting':
      return applySettings(participant, message.value)
    case 'leave':
      return room.remove(participant, DisconnectReason.CLIENT_INITIATED, LeaveRequest_Action.DISCONNECT)
    case 'subscriptionPermission':
      participant.admission.take(message.value)
      return room.reconcileAll()
    case 'syncState':
      if (message.value.subscription !== undefined) participant.wishes.take(message.value.subscription)
      return room.reconcile(participant)
    case 'ping':
      return participant.signal({ case: 'pong', value: BigInt(Date.now()) })
    case 'pingReq':
      return participant.signal({
        case: 'pongResp',
        value: new Pong({ lastPingTimestamp: message.value.timestamp, timestamp: BigInt(Date.now()) }),
      })
    case 'updateMetadata':
      return updateOwnMetadata(room, participant, message.value)
    case 'updateAudioTrack': {
      const track = participant.publishing.track(message.value.trackSid)
      if (track === undefined) return
      track.info.audioFeatures = message.value.features
      return room.tellAbout(participant)
    }
    case 'publishDataTrackRequest':
      return participant.signal({
        case: 'requestResponse',
        value: new RequestResponse({
          reason: RequestResponse_Reason.UNSUPPORTED_TYPE,
          message: 'data tracks are not served here',
          request: { case: 'publishDataTrack', value: message.value },
        }),
      })
    // Candidates are learnt from the connectivity checks themselves; the rest is advice this server does without.
    case 'trickle':
    case 'updateLayers':
    case 'updateVideoTrack':
    case 'simulate':
    case 'unpublishDataTrackRequest':
    case 'updateDataSubscription':
    case 'storeDataBlobRequest':
    case 'getDataBlobRequest':
    case undefined:
      return
  }
}

const applySettings = (participant: Participant, settings: UpdateTrackSettings): void => {
  for (const sid of settings.trackSids.slice(0, 500)) {
    const subscription = participant.egress.subscriptionTo(sid)
    if (subscription === undefined) continue
    const largest =
      settings.width > 0
        ? qualityForWidth(subscription.track.info.layers, settings)
        : qualityOfSetting(settings.quality)
    subscription.wish = { largest, disabled: settings.disabled }
    subscription.start(Date.now())
  }
  participant.egress.tick(Date.now(), true)
}

/** The smallest layer at least as large as what is shown; the largest where none is. */
const qualityForWidth = (
  layers: readonly { readonly width: number; readonly height: number; readonly quality: number }[],
  shown: { readonly width: number; readonly height: number },
): 0 | 1 | 2 => {
  const enough = layers
    .filter((layer) => layer.width >= shown.width * 0.9 || layer.height >= shown.height * 0.9)
    .toSorted((one, other) => one.width - other.width)[0]
  if (enough === undefined) return 2
  return enough.quality === 0 ? 0 : enough.quality === 1 ? 1 : 2
}

const updateOwnMetadata = (room: Room, participant: Participant, update: UpdateParticipantMetadata): void => {
  const respond = (reason: RequestResponse_Reason): void =>
    participant.signal({
      case: 'requestResponse',
      value: new RequestResponse({
        requestId: update.requestId,
        reason,
        request: { case: 'updateMetadata', value: update },
      }),
    })
  if (!participant.permissions.canUpdateMetadata) return respond(RequestResponse_Reason.NOT_ALLOWED)
  if (Buffer.byteLength(update.metadata) > LIMITS.metadataBytes) {
    return respond(RequestResponse_Reason.LIMIT_EXCEEDED)
  }
  applyProfile(participant, update)
  respond(RequestResponse_Reason.OK)
  room.tellAbout(participant)
}

/** Sets what is given of name, metadata and attributes; an empty attribute removes it. */
export const applyProfile = (
  participant: Participant,
  profile: { readonly name: string; readonly metadata: string; readonly attributes: Record<string, string> },
): void => {
  if (profile.name !== '') participant.name = profile.name
  if (profile.metadata !== '') participant.metadata = profile.metadata
  for (const [key, value] of Object.entries(profile.attributes)) {
    if (value === '') delete participant.attributes[key]
    else participant.attributes[key] = value
  }
}
