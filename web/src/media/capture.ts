import type { AudioCaptureOptions, TrackPublishOptions, VideoCaptureOptions } from 'livekit-client'
import type { MediaChoices } from './media-room.ts'

/** How the devices are opened for these choices. */
export const captureOf = ({
  microphone,
  camera,
  sound,
  thrifty,
  blur,
}: MediaChoices): { readonly microphone: AudioCaptureOptions; readonly camera: VideoCaptureOptions } => ({
  microphone: {
    ...(microphone === undefined ? {} : { deviceId: microphone }),
    // Each of these takes out what an interpreter needs to hear; LiveKit turns all four on unless told otherwise.
    echoCancellation: sound === 'speech',
    noiseSuppression: sound === 'speech',
    autoGainControl: false,
    voiceIsolation: false,
    channelCount: 1,
    sampleRate: 48_000,
  },
  camera: {
    ...(camera === undefined ? {} : { deviceId: camera }),
    resolution: thrifty
      ? { width: 320, height: 180, frameRate: 12 }
      : { width: 1280, height: 720, frameRate: 25 },
    // The browser's own blur, where it has one; a camera without it is opened as it is.
    ...(blur ? { backgroundBlur: true } : {}),
  },
})

/** How they are sent. Speech is sent twice over (RFC 2198) at the cost of half as much again, and survives lost packets. */
export const publishOf = ({
  sound,
  thrifty,
}: MediaChoices): { readonly microphone: TrackPublishOptions; readonly camera: TrackPublishOptions } => ({
  microphone: {
    audioPreset: { maxBitrate: bitrateOf(sound, thrifty), priority: 'high' },
    dtx: sound === 'speech',
    red: !thrifty,
    forceStereo: false,
  },
  camera: {
    simulcast: !thrifty,
    ...(thrifty ? { videoEncoding: { maxBitrate: 120_000, maxFramerate: 12 } } : {}),
  },
})

const bitrateOf = (sound: MediaChoices['sound'], thrifty: boolean): number => {
  if (thrifty) return 24_000
  return sound === 'interpretation' ? 96_000 : 48_000
}
