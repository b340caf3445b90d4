import type { ParticipantInfo, SessionDescription } from '@livekit/protocol'
import { TrackSource } from '@livekit/protocol'
import { isRtcp, readRtp, unwrapRetransmission } from '../rtp/rtp-packet.ts'
import { packetsWanted, pictureLoss, receiverReport, type ReportBlock } from '../rtp/rtcp.ts'
import { agreedCodec, readSessionDescription, type MediaSection } from '../sdp/session-description.ts'
import { TrackRecording } from './track-recording.ts'

const OWN_SSRC = 1
const REPORT_EVERY_MS = 1000
const KEY_EVERY_MS = 500

const SOURCES: Readonly<Partial<Record<TrackSource, string>>> = {
  [TrackSource.MICROPHONE]: 'microphone',
  [TrackSource.CAMERA]: 'camera',
  [TrackSource.SCREEN_SHARE]: 'screen',
  [TrackSource.SCREEN_SHARE_AUDIO]: 'screen-sound',
}
const SEAT = /^([a-z0-9][a-z0-9-]{0,63})~/

type Incoming = {
  readonly recording: TrackRecording
  readonly isVideo: boolean
  readonly payloadType: number
  lastKeyMs: number
}

export type RoomRecordingSettings = {
  readonly folder: string
  readonly clockAheadMs: number
  /** Told each time something cannot be written. */
  readonly onTrouble: (cause: unknown) => void
  /** Told when, after trouble, everything is written again. */
  readonly onKeptAgain: () => void
  /** Sends RTCP to the media server. */
  readonly send: (packet: Buffer) => void
}

/** Writes every track that a media server sends, each as whose it is. Knows nothing of how it comes. */
export class RoomRecording {
  readonly #settings: RoomRecordingSettings
  readonly #owners = new Map<string, { readonly seat: string; readonly source: string }>()
  readonly #tracks = new Map<string, Incoming & { readonly ssrc: number }>()
  readonly #bySsrc = new Map<number, Incoming>()
  readonly #repaired = new Map<number, number>()
  readonly #troubled = new Set<string>()
  #reportedMs = 0
  #offer: SessionDescription | undefined

  constructor(settings: RoomRecordingSettings) {
    this.#settings = settings
  }

  /** Takes note of who is in the room, and whose the tracks are. A name that is no seat’s is left out. */
  know(participants: readonly ParticipantInfo[]): void {
    for (const { identity, tracks } of participants) {
      const seat = SEAT.exec(identity)?.[1]
      for (const { sid, source } of tracks) {
        const named = SOURCES[source]
        if (seat !== undefined && named !== undefined) this.#owners.set(sid, { seat, source: named })
      }
    }
    // A track may be sent before it is known whose it is.
    if (this.#offer !== undefined) this.expect(this.#offer)
  }

  /** Takes note of what is sent from now on: each section of an offer one track, or none. */
  expect(offer: SessionDescription): void {
    this.#offer = offer
    const { sdp, midToTrackId } = offer
    const sections = readSessionDescription(sdp)?.sections ?? []
    const named = new Map<string, MediaSection>()
    for (const section of sections) {
      const sid = midToTrackId[section.mid] ?? section.trackName
      const sends = section.direction === 'sendonly' || section.direction === 'sendrecv'
      if (sid !== undefined && sends && section.kind !== 'application') named.set(sid, section)
    }
    for (const [sid, track] of this.#tracks) {
      if (named.get(sid)?.ssrcs.includes(track.ssrc) !== true) this.#end(sid)
    }
    for (const [sid, section] of named) if (!this.#tracks.has(sid)) this.#begin(sid, section)
  }

  /** Takes one packet as it came. */
  take(packet: Buffer, nowMs: number): void {
    if (isRtcp(packet)) return
    const header = readRtp(packet)
    if (header === undefined) return
    const original = this.#repaired.get(header.ssrc)
    const track = this.#bySsrc.get(original ?? header.ssrc)
    if (track === undefined) return
    if (original === undefined) return track.recording.take(packet, header, nowMs)
    const restored = unwrapRetransmission(packet, header, { ssrc: original, payloadType: track.payloadType })
    const inside = restored && readRtp(restored)
    if (restored !== undefined && inside !== undefined) track.recording.take(restored, inside, nowMs)
  }

  /** Asks again for what is missing and tells how it arrives; to be called some times a second. */
  tick(nowMs: number): void {
    const { send } = this.#settings
    for (const [ssrc, track] of this.#bySsrc) {
      const { recording } = track
      recording.flush(nowMs)
      const due = recording.losses.due(nowMs)
      if (due.length > 0)
        send(
          packetsWanted(
            OWN_SSRC,
            ssrc,
            due.map((extended) => extended & 0xffff),
          ),
        )
      if (recording.wantsKey && nowMs - track.lastKeyMs >= KEY_EVERY_MS) {
        track.lastKeyMs = nowMs
        send(pictureLoss(OWN_SSRC, ssrc))
      }
    }
    if (nowMs - this.#reportedMs < REPORT_EVERY_MS) return
    this.#reportedMs = nowMs
    send(
      receiverReport(
        OWN_SSRC,
        [...this.#bySsrc].map(([ssrc, { recording }]) => blockOf(ssrc, recording)),
      ),
    )
  }

  close(): void {
    for (const sid of this.#tracks.keys()) this.#end(sid)
  }

  #begin(sid: string, section: MediaSection): void {
    const [ssrc] = section.ssrcs
    const whose = this.#owners.get(sid)
    const codec = agreedCodec(section)?.codec
    if (ssrc === undefined || whose === undefined || codec === undefined) return
    const { folder, clockAheadMs } = this.#settings
    const isVideo = section.kind === 'video'
    const kind = isVideo ? 'video' : 'audio'
    const recording = new TrackRecording({
      folder,
      whose,
      kind,
      clockAheadMs,
      onTrouble: (cause) => {
        this.#troubled.add(sid)
        this.#settings.onTrouble(cause)
      },
      onKeptAgain: () => this.#isWell(sid),
    })
    const track = { recording, isVideo, payloadType: codec.payloadType, lastKeyMs: 0, ssrc }
    this.#tracks.set(sid, track)
    this.#bySsrc.set(ssrc, track)
    for (const [primary, repair] of section.repairs) this.#repaired.set(repair, primary)
  }

  #end(sid: string): void {
    const track = this.#tracks.get(sid)
    if (track === undefined) return
    this.#tracks.delete(sid)
    this.#bySsrc.delete(track.ssrc)
    track.recording.close()
    this.#isWell(sid)
  }

  #isWell(sid: string): void {
    if (this.#troubled.delete(sid) && this.#troubled.size === 0) this.#settings.onKeptAgain()
  }
}

/** Losses are asked for again rather than answered with fewer packets: a recording would rather be late than poor. */
const blockOf = (ssrc: number, { highestSequence }: TrackRecording): ReportBlock => ({
  ssrc,
  fractionLost: 0,
  packetsLost: 0,
  highestSequence,
  jitter: 0,
  lastSenderReport: 0,
  delaySinceSenderReport: 0,
})
