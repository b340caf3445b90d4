import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSilenceWatch, HEARD_LEVEL, levelOf, SILENT_MS } from './level.ts'

const tone = (amplitude: number): Float32Array =>
  Float32Array.from({ length: 480 }, (_, index) => amplitude * Math.sin(index / 4))

describe('the level of a microphone', () => {
  it('is nothing for silence, full for the loudest, and never outside', () => {
    expect(levelOf(new Float32Array(480))).toBe(0)
    expect(levelOf(tone(1))).toBe(1)
    fc.assert(
      fc.property(fc.float32Array({ min: -1, max: 1, noNaN: true }), (samples) => {
        const level = levelOf(samples)
        expect(level).toBeGreaterThanOrEqual(0)
        expect(level).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('rises with loudness in steps that sound even', () => {
    const [quiet, middle, loud] = [0.004, 0.04, 0.4].map((amplitude) => levelOf(tone(amplitude)))
    expect((middle ?? 0) - (quiet ?? 0)).toBeCloseTo((loud ?? 0) - (middle ?? 0), 2)
  })

  it('tells speech from a quiet room', () => {
    expect(levelOf(tone(0.05))).toBeGreaterThan(HEARD_LEVEL)
    expect(levelOf(tone(0.002))).toBeLessThan(HEARD_LEVEL)
  })
})

describe('the watch over an open microphone', () => {
  it('speaks up after a long silence from the start, and after one word no sooner', () => {
    const watch = createSilenceWatch()
    expect(watch(0, 0)).toBe(false)
    expect(watch(0, SILENT_MS - 1)).toBe(false)
    expect(watch(0.6, SILENT_MS - 1)).toBe(false)
    expect(watch(0, SILENT_MS)).toBe(false)
    expect(watch(0, 2 * SILENT_MS)).toBe(true)
    expect(watch(0.6, 2 * SILENT_MS)).toBe(false)
  })
})
