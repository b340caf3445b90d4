import { captureOf } from './capture.ts'
import { levelOf } from './level.ts'
import type { MediaChoices } from './media-room.ts'

/** How trying a device went. `busy`: another program has it. */
export type Trial = 'untried' | 'trying' | 'works' | 'refused' | 'missing' | 'busy' | 'insecure' | 'failed'

/** Why a browser would not open a device, by the names of the Media Capture specification. */
export const trialOf = (cause: unknown): Trial => {
  switch (cause instanceof Error ? cause.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'refused'
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'missing'
    case 'NotReadableError':
    case 'AbortError':
      return 'busy'
    default:
      return 'failed'
  }
}

/** Opens the camera for trying; the stream is the caller’s to stop. */
export const tryCamera = (choices: MediaChoices): Promise<MediaStream> => {
  const { deviceId, resolution } = captureOf(choices).camera
  return navigator.mediaDevices.getUserMedia({
    video: {
      ...(deviceId === undefined ? {} : { deviceId }),
      width: { ideal: resolution?.width ?? 1280 },
      height: { ideal: resolution?.height ?? 720 },
    },
  })
}

/** Opens the microphone and calls back with its level about ten times a second, until called back. */
export const tryMicrophone = async (
  choices: MediaChoices,
  onLevel: (level: number) => void,
): Promise<() => void> => {
  const { microphone } = captureOf(choices)
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: {
      ...(microphone.deviceId === undefined ? {} : { deviceId: microphone.deviceId }),
      echoCancellation: microphone.echoCancellation ?? false,
      noiseSuppression: microphone.noiseSuppression ?? false,
      autoGainControl: false,
    },
  })
  const context = new AudioContext()
  const analyser = new AnalyserNode(context, { fftSize: 2048 })
  context.createMediaStreamSource(stream).connect(analyser)
  const samples = new Float32Array(analyser.fftSize)
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples)
    onLevel(levelOf(samples))
  }, LEVEL_EVERY_MS)
  return () => {
    clearInterval(timer)
    for (const track of stream.getTracks()) track.stop()
    void context.close()
  }
}

const LEVEL_EVERY_MS = 100
const TONE_SECONDS = 1.2

/** Plays two soft notes through the chosen speakers. */
export const playTone = async ({ speaker }: MediaChoices): Promise<void> => {
  const context = new AudioContext()
  if (speaker !== undefined && 'setSinkId' in context && typeof context.setSinkId === 'function')
    await context.setSinkId(speaker)
  const gain = new GainNode(context, { gain: 0 })
  gain.connect(context.destination)
  const now = context.currentTime
  gain.gain.setTargetAtTime(0.15, now, 0.02)
  gain.gain.setTargetAtTime(0, now + TONE_SECONDS - 0.3, 0.08)
  for (const [index, frequency] of [523.25, 659.25].entries()) {
    const note = new OscillatorNode(context, { frequency })
    note.connect(gain)
    note.start(now + index * 0.35)
    note.stop(now + TONE_SECONDS)
  }
  await new Promise((resolve) => setTimeout(resolve, TONE_SECONDS * 1000))
  await context.close()
}
