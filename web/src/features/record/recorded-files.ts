import type { Recording } from '@parley/domain/meeting/state'

/** How a recording stands: still under way, broken off, not listed yet, of nothing, or with files. */
export type RecordingStanding = 'under-way' | 'interrupted' | 'not-listed' | 'empty' | 'listed'

export const standingOf = ({ endedAt, interrupted, tracks }: Recording): RecordingStanding => {
  if (endedAt === undefined) return interrupted === undefined ? 'under-way' : 'interrupted'
  if (tracks === undefined) return 'not-listed'
  return tracks.length === 0 ? 'empty' : 'listed'
}

/** Bytes in millions, as much of a fraction as tells files apart. */
export const megabytes = (sizeBytes: number): number => {
  const count = sizeBytes / 1_000_000
  return count < 10 ? Math.max(0.1, Math.round(count * 10) / 10) : Math.round(count)
}

export const sizeOfAll = (tracks: Recording['tracks']): number =>
  (tracks ?? []).reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)

/** Hours and minutes on a clock, and the second, which is the same in every zone. */
export const withSeconds = (hoursAndMinutes: string, instant: number): string =>
  `${hoursAndMinutes}:${String(Math.floor(instant / 1000) % 60).padStart(2, '0')}`
