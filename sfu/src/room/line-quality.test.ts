import { ConnectionQuality } from '@livekit/protocol'
import { expect, it } from 'vitest'
import { qualityOfLine } from './line-quality.ts'

it.each([
  [0, false, ConnectionQuality.EXCELLENT],
  [0, true, ConnectionQuality.GOOD],
  [0.05, false, ConnectionQuality.GOOD],
  [0.2, false, ConnectionQuality.POOR],
  [1, true, ConnectionQuality.POOR],
])('a line that loses %d (narrow: %s) is called %d', (lossShare, isNarrow, quality) => {
  expect(qualityOfLine({ lossShare, isNarrow })).toBe(quality)
})
