/** The loudness of sound samples between -1 and 1, from 0, silence, to 1, as loud as can be; even steps sound even. */
export const levelOf = (samples: Float32Array): number => {
  let sum = 0
  for (const sample of samples) sum += sample * sample
  const rms = Math.sqrt(sum / Math.max(1, samples.length))
  if (rms === 0) return 0
  const decibels = 20 * Math.log10(rms)
  return Math.min(1, Math.max(0, (decibels - QUIETEST_DB) / (LOUDEST_DB - QUIETEST_DB)))
}

const QUIETEST_DB = -60
const LOUDEST_DB = -10

/** Below this nothing is being said into the microphone. */
export const HEARD_LEVEL = 0.25
/** A microphone that is open this long without anything heard is probably the wrong one, or switched off at its own button. */
export const SILENT_MS = 8000

/** Whether an open microphone has stayed silent for too long; fed with its level and the time, in order. */
export const createSilenceWatch = (): ((level: number, nowMs: number) => boolean) => {
  let heardAtMs: number | undefined
  return (level, nowMs) => {
    if (heardAtMs === undefined || level >= HEARD_LEVEL) heardAtMs = nowMs
    return nowMs - heardAtMs >= SILENT_MS
  }
}
