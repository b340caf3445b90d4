import {
  AudioFrame,
  AudioSource,
  AudioStream,
  LocalAudioTrack,
  LocalVideoTrack,
  Room,
  RoomEvent,
  TrackKind,
  TrackPublishOptions,
  TrackSource,
  VideoBufferType,
  VideoFrame,
  VideoSource,
  VideoStream,
  type LocalTrackPublication,
} from '@livekit/rtc-node'
import { AccessToken, type VideoGrant } from 'livekit-server-sdk'
import type { Engine } from './engine.ts'

const WITHIN_MS = 15_000
const WIDTH = 320
const HEIGHT = 180
const FRAME_EVERY_MS = 66
const SAMPLES_PER_FRAME = 480
/** Frames of ten milliseconds before the first noise. */
const QUIET_FRAMES = 200

/** A token for this engine, valid for an hour unless said otherwise. */
export async function tokenFor(
  engine: Pick<Engine, 'key' | 'secret'>,
  identity: string,
  grant: VideoGrant,
  ttl: string | number = '1h',
): Promise<string> {
  const token = new AccessToken(engine.key, engine.secret, { identity, ttl })
  token.addGrant({ roomJoin: true, ...grant })
  return token.toJwt()
}

export type Happening =
  | { readonly what: 'subscribed' | 'unsubscribed'; readonly kind: 'audio' | 'video'; readonly from: string }
  | { readonly what: 'video frame' | 'sound'; readonly from: string }
  | {
      readonly what: 'data'
      readonly from: string | undefined
      readonly text: string
      readonly topic: string | undefined
    }
  | { readonly what: 'muted' | 'left' | 'came'; readonly from: string }
  | { readonly what: 'disconnected'; readonly reason: number }
  | { readonly what: 'room metadata'; readonly text: string }
  | { readonly what: 'speaking'; readonly who: readonly string[] }

const kindOf = (kind: TrackKind | undefined): 'audio' | 'video' =>
  kind === TrackKind.KIND_VIDEO ? 'video' : 'audio'

/** Someone in a room without a browser: publishes a tone and a moving picture, and notes all that happens. */
export class Person {
  readonly room = new Room()
  readonly happened: Happening[] = []
  /** How many pictures this person has put into its camera. */
  framesShown = 0
  readonly #waiting = new Set<() => void>()
  readonly #stops: (() => void)[] = []

  static async join(
    engine: Engine,
    identity: string,
    grant: VideoGrant,
    options: { readonly autoSubscribe?: boolean; readonly token?: string } = {},
  ): Promise<Person> {
    const person = new Person()
    person.#listen()
    const token = options.token ?? (await tokenFor(engine, identity, grant))
    await person.room.connect(engine.url, token, {
      autoSubscribe: options.autoSubscribe ?? true,
      dynacast: false,
    })
    return person
  }

  /** Waits until something has happened that fits; fails after a time that is far beyond what it takes. */
  async until(fits: (happening: Happening) => boolean): Promise<Happening> {
    const deadline = Date.now() + WITHIN_MS
    for (;;) {
      const found = this.happened.find(fits)
      if (found !== undefined) return found
      const left = deadline - Date.now()
      if (left <= 0) {
        throw new Error(
          `it did not happen; what did: ${JSON.stringify(this.happened.slice(-20))} (${fits.toString()})`,
        )
      }
      await new Promise<void>((resolve) => {
        const timer = setTimeout(done, left)
        const waiting = this.#waiting
        function done(): void {
          clearTimeout(timer)
          waiting.delete(done)
          resolve()
        }
        waiting.add(done)
      })
    }
  }

  count(what: Happening['what']): number {
    return this.happened.filter((happening) => happening.what === what).length
  }

  /** Forgets what happened so far, so that only what comes next counts. */
  forget(): void {
    this.happened.length = 0
  }

  async speak(): Promise<LocalTrackPublication> {
    const source = new AudioSource(48_000, 1)
    const options = new TrackPublishOptions()
    options.source = TrackSource.SOURCE_MICROPHONE
    const publication = await this.#me.publishTrack(
      LocalAudioTrack.createAudioTrack('microphone', source),
      options,
    )
    let at = 0
    const timer = setInterval(() => {
      for (let part = 0; part < 5; part += 1) {
        const frame = AudioFrame.create(48_000, 1, SAMPLES_PER_FRAME)
        for (let index = 0; index < frame.data.length; index += 1) {
          frame.data[index] = Math.round(9_000 * Math.sin(((at + index) * 2 * Math.PI * 440) / 48_000))
        }
        at += SAMPLES_PER_FRAME
        source.captureFrame(frame).catch(() => clearInterval(timer))
      }
    }, 50)
    this.#stops.push(() => clearInterval(timer))
    return publication
  }

  /** Is silent but for so many short noises, a second apart, and answers when each began; goes on in silence. */
  async knock(times: number): Promise<readonly number[]> {
    const source = new AudioSource(48_000, 1)
    const options = new TrackPublishOptions()
    options.source = TrackSource.SOURCE_MICROPHONE
    options.dtx = false
    await this.#me.publishTrack(LocalAudioTrack.createAudioTrack('microphone', source), options)
    const knocks: number[] = []
    return new Promise((resolve) => {
      let frames = 0
      const timer = setInterval(() => {
        for (let part = 0; part < 5; part += 1) {
          const frame = AudioFrame.create(48_000, 1, SAMPLES_PER_FRAME)
          const isLoud = frames >= QUIET_FRAMES && frames % 100 < 20
          if (isLoud) frame.data.forEach((_, index) => (frame.data[index] = (Math.random() - 0.5) * 30_000))
          if (isLoud && frames % 100 === 0) knocks.push(Date.now() + source.queuedDuration)
          frames += 1
          source.captureFrame(frame).catch(() => clearInterval(timer))
        }
        if (knocks.length > times) resolve(knocks.slice(0, times))
      }, 50)
      this.#stops.push(() => clearInterval(timer))
    })
  }

  async show(): Promise<LocalTrackPublication> {
    const source = new VideoSource(WIDTH, HEIGHT)
    const options = new TrackPublishOptions()
    options.source = TrackSource.SOURCE_CAMERA
    const publication = await this.#me.publishTrack(
      LocalVideoTrack.createVideoTrack('camera', source),
      options,
    )
    let shade = 0
    const timer = setInterval(() => {
      this.framesShown += 1
      const picture = new Uint8Array(WIDTH * HEIGHT * 1.5).fill(128)
      picture.fill((shade += 7) % 255, 0, WIDTH * (HEIGHT / 2))
      source.captureFrame(new VideoFrame(picture, WIDTH, HEIGHT, VideoBufferType.I420))
    }, FRAME_EVERY_MS)
    this.#stops.push(() => clearInterval(timer))
    return publication
  }

  async say(
    text: string,
    options: { readonly to?: readonly string[]; readonly reliable?: boolean } = {},
  ): Promise<void> {
    await this.#me.publishData(new TextEncoder().encode(text), {
      reliable: options.reliable ?? true,
      topic: 'test',
      ...(options.to === undefined ? {} : { destination_identities: [...options.to] }),
    })
  }

  get sid(): string {
    return this.#me.sid ?? ''
  }

  async leave(): Promise<void> {
    for (const stop of this.#stops) stop()
    await this.room.disconnect()
  }

  get #me() {
    const { localParticipant } = this.room
    if (localParticipant === undefined) throw new Error('not connected')
    return localParticipant
  }

  #note(happening: Happening): void {
    this.happened.push(happening)
    for (const done of this.#waiting) done()
  }

  #listen(): void {
    this.room
      .on(RoomEvent.TrackSubscribed, (track, _publication, participant) => {
        const from = participant.identity
        this.#note({ what: 'subscribed', kind: kindOf(track.kind), from })
        void (async () => {
          if (track.kind === TrackKind.KIND_VIDEO) {
            for await (const _ of new VideoStream(track)) this.#note({ what: 'video frame', from })
            return
          }
          for await (const frame of new AudioStream(track)) {
            if (frame.data.some((sample) => Math.abs(sample) > 1_000)) this.#note({ what: 'sound', from })
          }
        })()
      })
      .on(RoomEvent.TrackUnsubscribed, (track, _publication, participant) =>
        this.#note({ what: 'unsubscribed', kind: kindOf(track.kind), from: participant.identity }),
      )
      .on(RoomEvent.DataReceived, (bytes, participant, _kind, topic) =>
        this.#note({
          what: 'data',
          from: participant?.identity,
          text: new TextDecoder().decode(bytes),
          topic,
        }),
      )
      .on(RoomEvent.TrackMuted, (_publication, participant) =>
        this.#note({ what: 'muted', from: participant.identity }),
      )
      .on(RoomEvent.ParticipantConnected, ({ identity }) => this.#note({ what: 'came', from: identity }))
      .on(RoomEvent.ParticipantDisconnected, ({ identity }) => this.#note({ what: 'left', from: identity }))
      .on(RoomEvent.Disconnected, (reason) => this.#note({ what: 'disconnected', reason }))
      .on(RoomEvent.RoomMetadataChanged, (text) => this.#note({ what: 'room metadata', text }))
      .on(RoomEvent.ActiveSpeakersChanged, (speakers) =>
        this.#note({ what: 'speaking', who: speakers.map(({ identity }) => identity) }),
      )
  }
}
