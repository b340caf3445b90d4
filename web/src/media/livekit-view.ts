import type { MediaGrant, MediaSource } from '@parley/domain/media/grants'
import {
  ConnectionQuality,
  type LocalTrackPublication,
  type Participant,
  type RemoteParticipant,
  type RemoteTrackPublication,
  type Room,
  Track,
} from 'livekit-client'
import { seatOfIdentity, type Attendee, type OwnSource, type Quality, type Tile } from './media-room.ts'

export const SOURCES: Readonly<Record<MediaSource, Track.Source>> = {
  microphone: Track.Source.Microphone,
  camera: Track.Source.Camera,
  screen: Track.Source.ScreenShare,
}

export const NAMES: readonly MediaSource[] = ['microphone', 'camera', 'screen']

/** What a picture is called in this page. */
export const keyOf = (participant: Participant, publication: { readonly trackSid: string }): string =>
  `${participant.identity} ${publication.trackSid}`

/** Every picture there is, one's own first. */
export const tilesOf = (room: Room): readonly Tile[] => [
  ...ownTiles(room),
  ...[...room.remoteParticipants.values()].flatMap((participant) =>
    [...participant.videoTrackPublications.values()].flatMap((publication) =>
      tileOf(participant, publication),
    ),
  ),
]

const ownTiles = (room: Room): readonly Tile[] =>
  [...room.localParticipant.videoTrackPublications.values()].flatMap((publication: LocalTrackPublication) =>
    tileFrom(room.localParticipant, publication, false),
  )

const tileOf = (participant: RemoteParticipant, publication: RemoteTrackPublication): readonly Tile[] =>
  tileFrom(participant, publication, publication.track?.streamState === Track.StreamState.Paused)

const tileFrom = (
  participant: Participant,
  publication: LocalTrackPublication | RemoteTrackPublication,
  isPaused: boolean,
): readonly Tile[] => {
  const seat = seatOfIdentity(participant.identity)
  const source = publication.source === Track.Source.ScreenShare ? 'screen' : 'camera'
  if (seat === undefined || (publication.isMuted && source === 'camera')) return []
  const { track } = publication
  return [
    {
      key: keyOf(participant, publication),
      seat,
      source,
      mine: participant.isLocal,
      paused: isPaused || publication.isMuted,
      quality: qualityOf(participant),
      show: (element) => {
        track?.attach(element)
        return () => track?.detach(element)
      },
    },
  ]
}

/** A seat on two devices is one attendee: heard where one of them is. */
export const attendeesOf = (room: Room): readonly Attendee[] => {
  const seats = new Map<string, Attendee>()
  for (const participant of [room.localParticipant, ...room.remoteParticipants.values()]) {
    const seat = seatOfIdentity(participant.identity)
    if (seat === undefined) continue
    const known = seats.get(seat)
    seats.set(seat, {
      seat,
      heard: known?.heard === true || participant.isMicrophoneEnabled,
      speaking: known?.speaking === true || participant.isSpeaking,
      quality: known === undefined || known.quality === 'unknown' ? qualityOf(participant) : known.quality,
    })
  }
  return [...seats.values()]
}

const qualityOf = ({ connectionQuality }: Participant): Quality => {
  switch (connectionQuality) {
    case ConnectionQuality.Excellent:
    case ConnectionQuality.Good:
      return 'good'
    case ConnectionQuality.Poor:
      return 'poor'
    case ConnectionQuality.Lost:
      return 'lost'
    case ConnectionQuality.Unknown:
      return 'unknown'
  }
}

/** How one's own devices stand: sent, or as was last said of them. */
export const ownOf = (
  { localParticipant }: Room,
  said: Readonly<Record<MediaSource, OwnSource>>,
): Readonly<Record<MediaSource, OwnSource>> => {
  const of = (source: MediaSource): OwnSource => {
    const publication = localParticipant.getTrackPublication(SOURCES[source])
    return publication !== undefined && !publication.isMuted && said[source] !== 'opening'
      ? 'open'
      : said[source]
  }
  return { microphone: of('microphone'), camera: of('camera'), screen: of('screen') }
}

/** What the server lets us send; an empty list of sources means all of them to LiveKit. */
export const grantOf = ({ localParticipant: { permissions } }: Room): MediaGrant => {
  if (permissions?.canPublish !== true) return { publish: [], receive: permissions?.canSubscribe === true }
  const numbers = permissions.canPublishSources
  const named = NAMES.filter(
    (source) => numbers.length === 0 || numbers.includes(Track.sourceToProto(SOURCES[source])),
  )
  return { publish: named, receive: permissions.canSubscribe }
}
