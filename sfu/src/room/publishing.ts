import { randomBytes } from 'node:crypto'
import {
  RequestResponse,
  RequestResponse_Reason,
  SimulcastCodecInfo,
  TrackInfo,
  TrackPublishedResponse,
  TrackSource,
  TrackType,
  TrackUnpublishedResponse,
  type AddTrackRequest,
  type SignalResponse,
} from '@livekit/protocol'
import { LIMITS } from '../limits.ts'
import type { MediaSection } from '../sdp/session-description.ts'
import type { Permissions } from '../signal/access-token.ts'
import type { Ingress } from './ingress.ts'
import { PublishedTrack } from './published-track.ts'

const LONGEST_NAME = 256
const MIME = { audio: 'audio/opus', video: 'video/VP8' } as const

/** A name nobody can guess, in LiveKit's manner: what it names stands in front. */
export const newSid = (prefix: string): string =>
  `${prefix}_${randomBytes(9).toString('base64url').replaceAll(/[-_]/g, 'x')}`

/** Whether someone with these permissions may publish from this source. */
export const mayPublish = (permissions: Permissions, source: TrackSource): boolean =>
  permissions.canPublish &&
  (permissions.canPublishSources.length === 0 || permissions.canPublishSources.includes(source))

const sidPrefix = (request: AddTrackRequest): string => {
  switch (request.source) {
    case TrackSource.CAMERA:
      return 'TR_VC'
    case TrackSource.MICROPHONE:
      return 'TR_AM'
    case TrackSource.SCREEN_SHARE:
      return 'TR_VS'
    case TrackSource.SCREEN_SHARE_AUDIO:
      return 'TR_AS'
    case TrackSource.UNKNOWN:
      return request.type === TrackType.VIDEO ? 'TR_V' : 'TR_A'
  }
}

const infoOf = (request: AddTrackRequest): TrackInfo => {
  const mimeType = request.type === TrackType.VIDEO ? MIME.video : MIME.audio
  return new TrackInfo({
    sid: newSid(sidPrefix(request)),
    type: request.type,
    name: request.name.slice(0, LONGEST_NAME),
    source: request.source,
    muted: request.muted,
    width: request.width,
    height: request.height,
    layers: request.layers.slice(0, 3),
    simulcast: request.layers.length > 1,
    mimeType,
    disableDtx: request.disableDtx,
    stereo: request.stereo,
    disableRed: true,
    encryption: request.encryption,
    stream: request.stream.slice(0, LONGEST_NAME),
    audioFeatures: request.audioFeatures,
    codecs: [new SimulcastCodecInfo({ mimeType, cid: request.cid, layers: request.layers.slice(0, 3) })],
  })
}

export interface PublishingEvents {
  readonly signal: (message: SignalResponse['message']) => void
  readonly onPublished: (track: PublishedTrack) => void
  readonly onUnpublished: (track: PublishedTrack) => void
}

/** What one participant publishes, within what it may. */
export class Publishing {
  readonly #ingress: Ingress
  readonly #events: PublishingEvents
  readonly #announced = new Map<string, PublishedTrack>()
  readonly #live = new Map<string, PublishedTrack>()

  constructor(ingress: Ingress, events: PublishingEvents) {
    this.#ingress = ingress
    this.#events = events
  }

  /** The tracks whose media has been agreed on; what others can see and receive. */
  get tracks(): IterableIterator<PublishedTrack> {
    return this.#live.values()
  }

  get hasTracks(): boolean {
    return this.#live.size > 0
  }

  track(sid: string): PublishedTrack | undefined {
    return this.#live.get(sid)
  }

  /** The client announces a track it is about to send. */
  announce(request: AddTrackRequest, permissions: Permissions): void {
    const refuse = (reason: RequestResponse_Reason, message: string): void =>
      this.#events.signal({
        case: 'requestResponse',
        value: new RequestResponse({ reason, message, request: { case: 'addTrack', value: request } }),
      })
    const known = request.type === TrackType.AUDIO || request.type === TrackType.VIDEO
    if (!known)
      return refuse(RequestResponse_Reason.UNSUPPORTED_TYPE, 'only audio and video can be published')
    if (!mayPublish(permissions, request.source)) {
      return refuse(RequestResponse_Reason.NOT_ALLOWED, 'not allowed to publish from this source')
    }
    const held = [...this.#announced.values(), ...this.#live.values()]
    const same = held.find((track) => track.cid === request.cid)
    if (same === undefined && held.length >= LIMITS.tracksPerParticipant) {
      return refuse(RequestResponse_Reason.LIMIT_EXCEEDED, 'too many tracks')
    }
    const track = same ?? new PublishedTrack(infoOf(request), request.cid)
    if (same === undefined) this.#announced.set(track.sid, track)
    this.#events.signal({
      case: 'trackPublished',
      value: new TrackPublishedResponse({ cid: request.cid, track: track.info }),
    })
  }

  /** The track a section of the client's offer carries; undefined where none was announced or allowed. */
  open(section: MediaSection): PublishedTrack | undefined {
    const isVideo = section.kind === 'video'
    const already = [...this.#live.values()].find(
      (track) => track.mid === section.mid && track.isVideo === isVideo,
    )
    const waiting = [...this.#announced.values()].filter((track) => track.isVideo === isVideo)
    // Some browsers send the track under another name than the one they announced it with.
    const track =
      waiting.find(({ cid }) => cid === section.trackName) ??
      already ??
      [...this.#live.values()].find(({ cid }) => cid === section.trackName) ??
      waiting[0]
    if (track === undefined) return undefined
    if (already !== undefined && already !== track) this.unpublish(already.sid)
    track.mid = section.mid
    track.info.mid = section.mid
    if (!this.#ingress.bind(section, track)) return undefined
    if (this.#announced.delete(track.sid)) {
      this.#live.set(track.sid, track)
      this.#events.onPublished(track)
    }
    return track
  }

  /** The client has stopped sending in these sections. */
  close(mids: ReadonlySet<string>): void {
    for (const track of this.#live.values()) {
      if (track.mid !== undefined && mids.has(track.mid)) this.unpublish(track.sid)
    }
  }

  unpublish(sid: string): void {
    const track = this.#live.get(sid) ?? this.#announced.get(sid)
    if (track === undefined) return
    this.#announced.delete(sid)
    this.#ingress.unbind(track)
    if (this.#live.delete(sid)) this.#events.onUnpublished(track)
  }

  /** Takes back what the permissions do not cover any more. The packets of those tracks are dropped from here on. */
  withdraw(permissions: Permissions): void {
    for (const track of [...this.#live.values(), ...this.#announced.values()]) {
      if (mayPublish(permissions, track.info.source)) continue
      this.unpublish(track.sid)
      this.#events.signal({
        case: 'trackUnpublished',
        value: new TrackUnpublishedResponse({ trackSid: track.sid }),
      })
    }
  }

  mute(sid: string, muted: boolean): PublishedTrack | undefined {
    const track = this.#live.get(sid) ?? this.#announced.get(sid)
    if (track === undefined || track.info.muted === muted) return undefined
    track.info.muted = muted
    return track
  }

  closeAll(): void {
    for (const track of [...this.#live.values(), ...this.#announced.values()]) this.unpublish(track.sid)
  }
}
