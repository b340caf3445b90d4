import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fittingLayer, qualityOfRid, shareLine, type Quality, type WantedVideo } from './layer-choice.ts'

const COST: Readonly<Record<Quality, number>> = { 0: 150_000, 1: 500_000, 2: 1_700_000 }
const quality = fc.constantFrom<Quality>(0, 1, 2)
const ladder = fc
  .uniqueArray(quality)
  .map((qualities) => qualities.map((one) => ({ quality: one, bitsPerSecond: COST[one] })))
const video = fc.record<WantedVideo>({
  largest: fc.option(quality, { nil: undefined }),
  offered: ladder,
  isScreen: fc.boolean(),
})
const cost = (videos: readonly WantedVideo[], shares: ReturnType<typeof shareLine>): number =>
  videos.reduce((sum, { offered }, index) => {
    const layer = offered.find((one) => one.quality === shares[index])
    return sum + (layer?.bitsPerSecond ?? 0)
  }, 0)

const camera = (largest: Quality, isScreen = false): WantedVideo => ({
  largest,
  isScreen,
  offered: [
    { quality: 0, bitsPerSecond: 100 },
    { quality: 1, bitsPerSecond: 300 },
    { quality: 2, bitsPerSecond: 1_000 },
  ],
})

describe('the choice of layers', () => {
  it('never costs more than the line carries, nor gives more than was wanted', () => {
    fc.assert(
      fc.property(fc.array(video, { maxLength: 12 }), fc.nat(20_000_000), (videos, line) => {
        const shares = shareLine(videos, line)
        expect(cost(videos, shares)).toBeLessThanOrEqual(line)
        videos.forEach((one, index) => {
          const share = shares[index]
          const isNothing = one.largest === undefined || one.offered.length === 0
          expect(share === 'none').toBe(isNothing)
          const most = fittingLayer(one)?.quality ?? -1
          expect(typeof share === 'number' ? share : -1).toBeLessThanOrEqual(most)
        })
      }),
    )
  })

  it('gives everyone what fits when the line is wide', () => {
    fc.assert(
      fc.property(fc.array(video, { maxLength: 12 }), (videos) => {
        const shares = shareLine(videos, 1_000_000_000)
        expect(shares).toEqual(
          videos.map((one) => (one.largest === undefined ? 'none' : (fittingLayer(one)?.quality ?? 'none'))),
        )
      }),
    )
  })

  it('gives everyone a small picture before anyone a larger one', () => {
    expect(shareLine([camera(2), camera(2), camera(2)], 550)).toEqual([1, 0, 0])
  })

  it('gives a shared screen its size before the cameras theirs', () => {
    expect(shareLine([camera(2), camera(2, true)], 1_150)).toEqual([0, 2])
  })

  it('pauses what does not fit even in its smallest size', () => {
    expect(shareLine([camera(2), camera(0), camera(0)], 250)).toEqual([0, 0, 'paused'])
  })

  it('takes the smallest there is where nothing is small enough', () => {
    expect(fittingLayer({ ...camera(0), offered: [{ quality: 2, bitsPerSecond: 9 }] })?.quality).toBe(2)
  })

  it('knows the sizes by the names senders give them, and takes a lone stream for the full size', () => {
    expect(['q', 'h', 'f', ''].map(qualityOfRid)).toEqual([0, 1, 2, 2])
  })
})
