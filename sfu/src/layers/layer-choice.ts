/** The three sizes a camera is sent in: 0 small, 1 middle, 2 full. */
export type Quality = 0 | 1 | 2

export const qualityOfRid = (rid: string): Quality => (rid === 'q' ? 0 : rid === 'h' ? 1 : 2)

export interface OfferedLayer {
  readonly quality: Quality
  /** What the layer has cost over the last seconds. */
  readonly bitsPerSecond: number
}

export interface WantedVideo {
  /** The largest size the receiver can use now; undefined when it wants nothing. */
  readonly largest: Quality | undefined
  readonly offered: readonly OfferedLayer[]
  /** Shared screens come before cameras, and larger wishes before smaller ones. */
  readonly isScreen: boolean
}

/** The layer to send when the line is wide enough: the largest not above the wish, else the smallest there is. */
export function fittingLayer(wanted: WantedVideo): OfferedLayer | undefined {
  const { largest } = wanted
  if (largest === undefined) return undefined
  const rising = wanted.offered.toSorted((one, other) => one.quality - other.quality)
  return rising.findLast((layer) => layer.quality <= largest) ?? rising[0]
}

/**
 * Shares a receiver's line among its videos: everyone gets the smallest layer first, then the larger ones are granted
 * in order of importance while the line lasts. What does not fit even in its smallest layer is paused. The answer
 * stands in the order asked.
 */
export function shareLine(
  wanted: readonly WantedVideo[],
  bitsPerSecond: number,
): readonly (Quality | 'paused' | 'none')[] {
  const granted: (OfferedLayer | undefined)[] = wanted.map(() => undefined)
  const order = wanted
    .map((video, index) => ({ video, index }))
    .toSorted((one, other) => importance(other.video) - importance(one.video))
  let left = bitsPerSecond
  for (const { video, index } of order) {
    const smallest = laddersOf(video)[0]
    if (smallest === undefined || smallest.bitsPerSecond > left) continue
    granted[index] = smallest
    left -= smallest.bitsPerSecond
  }
  for (const { video, index } of order) {
    for (const step of laddersOf(video)) {
      const held = granted[index]
      if (held === undefined || step.quality <= held.quality) continue
      const more = Math.max(0, step.bitsPerSecond - held.bitsPerSecond)
      if (more > left) break
      left -= more
      granted[index] = step
    }
  }
  return wanted.map((video, index) => {
    if (video.largest === undefined || video.offered.length === 0) return 'none'
    return granted[index]?.quality ?? 'paused'
  })
}

const laddersOf = (video: WantedVideo): readonly OfferedLayer[] => {
  const top = fittingLayer(video)
  if (top === undefined) return []
  return video.offered
    .filter((layer) => layer.quality <= top.quality)
    .toSorted((one, other) => one.quality - other.quality)
}

const importance = (video: WantedVideo): number => (video.isScreen ? 10 : 0) + (video.largest ?? -1)
