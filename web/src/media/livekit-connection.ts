import type { MediaSource } from '@parley/domain/media/grants'
import {
  ConnectionState,
  createAudioAnalyser,
  LocalAudioTrack,
  LogLevel,
  type Participant,
  ParticipantEvent,
  type RemoteParticipant,
  Room,
  RoomEvent,
  setLogLevel,
  Track,
  VideoPresets,
  VideoQuality,
} from 'livekit-client'
import { captureOf, publishOf } from './capture.ts'
import { levelOf } from './level.ts'
import { attendeesOf, grantOf, keyOf, NAMES, ownOf, SOURCES, tilesOf } from './livekit-view.ts'
import {
  CLOSED,
  type Connect,
  type ConnectionListeners,
  type MediaChoices,
  type MediaConnection,
  type OwnSource,
} from './media-room.ts'

/**
 * A line that only blinked is resumed; then the connection is given up, and a new one is made with a new pass. Trying on
 * with the old one is of no use to whoever's media server has been started anew.
 */
const RESUMING = {
  nextRetryDelayInMs: ({ retryCount }: { readonly retryCount: number }): number | null =>
    RESUME_AFTER_MS[retryCount] ?? null,
}
const RESUME_AFTER_MS: readonly number[] = [100, 400]

setLogLevel(LogLevel.silent)

/** Connects to a media server that speaks LiveKit's protocol. Sound plays by itself; pictures are fetched when watched. */
export const connectLivekit: Connect = async ({ url, token, iceServers = [] }, choices, listeners) => {
  const room = new Room({
    adaptiveStream: { pixelDensity: 'screen' },
    dynacast: true,
    stopLocalTrackOnUnpublish: true,
    reconnectPolicy: RESUMING,
    publishDefaults: { simulcast: true, videoCodec: 'vp8', red: true },
    ...(choices.speaker === undefined ? {} : { audioOutput: { deviceId: choices.speaker } }),
  })
  const desk = createDesk(room, choices.thrifty, listeners)
  const address = new URL(url, location.origin).href
  try {
    await room.connect(address, token, {
      autoSubscribe: false,
      maxRetries: 0,
      ...(iceServers.length === 0 ? {} : { rtcConfig: { iceServers: [...iceServers] } }),
    })
  } catch (cause) {
    desk.end()
    throw cause
  }
  desk.tell()
  return connectionOf(room, desk, choices)
}

type Desk = {
  /** Tells how the room stands, once however much happens in one turn of the loop. */
  readonly tell: () => void
  readonly own: (source: MediaSource, state: OwnSource) => void
  readonly thrift: (thrifty: boolean) => void
  readonly end: () => void
}

const createDesk = (
  room: Room,
  thriftyAtFirst: boolean,
  { onView, onEnded, watched }: ConnectionListeners,
): Desk => {
  const own: Record<MediaSource, OwnSource> = { ...CLOSED.own }
  let thrifty = thriftyAtFirst
  let telling = false
  let over = false
  const heeded = new WeakSet<Participant>()

  /**
   * What a room says of its participants just after a new start it may hold back until the next one; they themselves say
   * it at once.
   */
  const heed = (participant: RemoteParticipant): void => {
    if (heeded.has(participant)) return
    heeded.add(participant)
    for (const event of EVENTS_OF_OTHERS) participant.on(event, tell)
  }

  const tell = (): void => {
    if (telling || over) return
    telling = true
    queueMicrotask(() => {
      telling = false
      if (over) return
      for (const participant of room.remoteParticipants.values()) heed(participant)
      playSound(room)
      fetchWanted(room, watched.read(), thrifty)
      onView({
        state:
          room.state === ConnectionState.Connected
            ? 'live'
            : room.state === ConnectionState.Connecting
              ? 'connecting'
              : 'away',
        tiles: tilesOf(room),
        attendees: attendeesOf(room),
        own: ownOf(room, own),
        may: grantOf(room),
        sound: room.canPlaybackAudio ? 'playing' : 'blocked',
      })
    })
  }
  for (const event of EVENTS) room.on(event, tell)
  const forget = watched.subscribe(tell)
  const end = (): void => {
    over = true
    forget()
  }
  room.on(RoomEvent.TrackUnsubscribed, (track) => {
    for (const element of track.detach()) element.remove()
  })
  room.on(RoomEvent.LocalTrackUnpublished, ({ source }) => {
    // Also when the server took it down: a source that is closed stays closed until it is opened by hand.
    for (const name of NAMES) if (SOURCES[name] === source) own[name] = 'closed'
    tell()
  })
  room.on(RoomEvent.Disconnected, () => {
    if (over) return
    end()
    onEnded()
  })

  return {
    tell,
    own: (source, state) => {
      own[source] = state
      tell()
    },
    thrift: (nowThrifty) => {
      thrifty = nowThrifty
      tell()
    },
    end,
  }
}

const EVENTS = [
  RoomEvent.ConnectionStateChanged,
  // Who is there is known before the connection for media stands, and their pictures can be asked for.
  RoomEvent.SignalConnected,
  RoomEvent.ParticipantConnected,
  RoomEvent.ParticipantDisconnected,
  RoomEvent.TrackPublished,
  RoomEvent.TrackUnpublished,
  RoomEvent.TrackSubscribed,
  RoomEvent.TrackUnsubscribed,
  RoomEvent.TrackMuted,
  RoomEvent.TrackUnmuted,
  RoomEvent.TrackStreamStateChanged,
  RoomEvent.LocalTrackPublished,
  RoomEvent.ActiveSpeakersChanged,
  RoomEvent.ConnectionQualityChanged,
  RoomEvent.ParticipantPermissionsChanged,
  RoomEvent.AudioPlaybackStatusChanged,
  RoomEvent.Reconnected,
] as const

const EVENTS_OF_OTHERS = [
  ParticipantEvent.TrackPublished,
  ParticipantEvent.TrackUnpublished,
  ParticipantEvent.TrackSubscribed,
  ParticipantEvent.TrackUnsubscribed,
  ParticipantEvent.TrackMuted,
  ParticipantEvent.TrackUnmuted,
] as const

/** What is heard plays as long as it is there: by how the room stands, because the client keeps some of its news to itself. */
const playSound = (room: Room): void => {
  for (const participant of room.remoteParticipants.values())
    for (const { track } of participant.audioTrackPublications.values())
      if (track !== undefined && track.attachedElements.length === 0) track.attach()
}

/** Every sound, and the pictures that somebody looks at. */
const fetchWanted = (room: Room, watched: ReadonlySet<string>, thrifty: boolean): void => {
  for (const participant of room.remoteParticipants.values())
    for (const publication of participant.trackPublications.values()) {
      const wanted = publication.kind === Track.Kind.Audio || watched.has(keyOf(participant, publication))
      if (publication.isDesired !== wanted) publication.setSubscribed(wanted)
      if (wanted && publication.kind === Track.Kind.Video)
        publication.setVideoQuality(thrifty ? VideoQuality.LOW : VideoQuality.HIGH)
    }
}

const connectionOf = (room: Room, desk: Desk, first: MediaChoices): MediaConnection => {
  let choices = first
  const gauge = gaugeOf(room)
  const set = async (source: MediaSource, on: boolean): Promise<void> => {
    const { localParticipant: me } = room
    const capture = captureOf(choices)
    switch (source) {
      case 'microphone':
        await me.setMicrophoneEnabled(on, capture.microphone, publishOf(choices).microphone)
        return
      case 'camera':
        await me.setCameraEnabled(on, capture.camera, publishOf(choices).camera)
        return
      case 'screen':
        await me.setScreenShareEnabled(on, { audio: true, resolution: VideoPresets.h1080.resolution })
    }
  }
  return {
    open: async (source, now) => {
      choices = now
      desk.own(source, 'opening')
      try {
        await set(source, true)
        desk.own(source, 'open')
      } catch (cause) {
        desk.own(source, failureOf(source, cause))
      }
    },
    close: async (source) => {
      desk.own(source, 'closed')
      const publication = room.localParticipant.getTrackPublication(SOURCES[source])
      // Taken down, not muted: the device's light goes out, and nothing of it can be heard by mistake.
      if (publication?.track !== undefined)
        await room.localParticipant.unpublishTrack(publication.track, true)
      desk.tell()
    },
    choose: async (now) => {
      const before = choices
      choices = now
      await followChoices(room, before, now)
      desk.thrift(now.thrifty)
    },
    startSound: () => room.startAudio(),
    level: gauge.level,
    stats: async () => [...((await room.engine.pcManager?.publisher.getStats())?.values() ?? [])],
    leave: async () => {
      gauge.end()
      desk.end()
      await room.disconnect(true)
    },
  }
}

/** Changes devices under way; a source that is open is taken up anew where its way of listening changed. */
const followChoices = async (room: Room, before: MediaChoices, now: MediaChoices): Promise<void> => {
  const { localParticipant: me } = room
  if (now.speaker !== before.speaker) await room.switchActiveDevice('audiooutput', now.speaker ?? 'default')
  const capture = captureOf(now)
  const microphone = me.getTrackPublication(Track.Source.Microphone)?.audioTrack
  if (microphone !== undefined && (now.microphone !== before.microphone || now.sound !== before.sound))
    await microphone.restartTrack(capture.microphone)
  const camera = me.getTrackPublication(Track.Source.Camera)?.videoTrack
  if (
    camera !== undefined &&
    (now.camera !== before.camera || now.thrifty !== before.thrifty || now.blur !== before.blur)
  )
    await camera.restartTrack(capture.camera)
}

const failureOf = (source: MediaSource, cause: unknown): OwnSource => {
  const name = cause instanceof Error ? cause.name : ''
  // Whoever closes the browser's list of screens has changed their mind, nothing more.
  if (name === 'NotAllowedError') return source === 'screen' ? 'closed' : 'refused'
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'missing' : 'failed'
}

/** Listens to one’s own microphone while it is open. */
const gaugeOf = ({ localParticipant }: Room) => {
  let listening:
    | { readonly to: MediaStreamTrack; readonly read: () => number; readonly end: () => void }
    | undefined
  const end = (): void => {
    listening?.end()
    listening = undefined
  }
  return {
    end,
    level: (): number => {
      const track = localParticipant.getTrackPublication(Track.Source.Microphone)?.audioTrack
      if (!(track instanceof LocalAudioTrack)) {
        end()
        return 0
      }
      if (listening?.to !== track.mediaStreamTrack) {
        end()
        const { analyser, cleanup } = createAudioAnalyser(track, { cloneTrack: true, fftSize: 2048 })
        const samples = new Float32Array(analyser.fftSize)
        listening = {
          to: track.mediaStreamTrack,
          read: () => {
            analyser.getFloatTimeDomainData(samples)
            return levelOf(samples)
          },
          end: () => void cleanup(),
        }
      }
      return listening.read()
    },
  }
}
