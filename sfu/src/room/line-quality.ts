import { ConnectionQuality } from '@livekit/protocol'

const POOR_LOSS = 0.08
const GOOD_LOSS = 0.02

/**
 * How good a participant's line is, as shown beside its name. Never "lost": a client told so tears its connection down,
 * and a line that is gone is noticed by its silence instead.
 */
export function qualityOfLine(line: {
  /** The worst share of loss on the way here, 0 to 1. */
  readonly lossShare: number
  /** Whether what is sent to it has been cut down to what its line carries. */
  readonly isNarrow: boolean
}): ConnectionQuality {
  if (line.lossShare > POOR_LOSS) return ConnectionQuality.POOR
  return line.lossShare > GOOD_LOSS || line.isNarrow ? ConnectionQuality.GOOD : ConnectionQuality.EXCELLENT
}
