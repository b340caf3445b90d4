import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { webmCluster, webmDuration, webmFrames, webmHeader, webmMoments, type WebmFrame } from './webm.ts'

const frame = (atMs: number, ...bytes: number[]): WebmFrame => ({
  atMs,
  isKey: true,
  bytes: Buffer.from(bytes),
})

describe('a WebM file', () => {
  it('says first that it is one, and of which codec', () => {
    const sound = webmHeader({ kind: 'audio', channels: 2 }).bytes
    expect(sound.subarray(0, 4).toString('hex')).toBe('1a45dfa3')
    expect(sound.includes('webm')).toBe(true)
    expect(sound.includes('A_OPUS')).toBe(true)
    // OpusHead: version 1, two channels, no samples skipped, 48 kHz.
    const head = sound.subarray(sound.indexOf('OpusHead'))
    expect(head.subarray(8, 19).toString('hex')).toBe('0102000080bb0000000000')
    const picture = webmHeader({ kind: 'video', width: 640, height: 360 }).bytes
    expect(picture.includes('V_VP8')).toBe(true)
    expect(picture.includes(Buffer.from('b0010000000000000800000000000002 80'.replace(' ', ''), 'hex'))).toBe(
      true,
    )
  })

  it('has room for its length, which is known last', () => {
    const { bytes, durationAt } = webmHeader({ kind: 'audio', channels: 1 })
    expect(bytes.subarray(durationAt - 10, durationAt).toString('hex')).toBe('44890100000000000008')
    expect(bytes.readDoubleBE(durationAt)).toBe(0)
    expect(webmDuration(61_020).readDoubleBE(0)).toBe(61_020)
  })

  it('holds frames byte for byte, each at its moment', () => {
    const cluster = webmCluster([frame(1000, 1, 2, 3), { ...frame(1020, 9), isKey: false }])
    expect(cluster.toString('hex')).toBe(
      [
        '1f43b675 0100000000000029',
        'e7 0100000000000008 00000000000003e8',
        'a3 0100000000000007 81 0000 80 010203',
        'a3 0100000000000005 81 0014 00 09',
      ]
        .join('')
        .replaceAll(' ', '')
        .replace('0100000000000029', `01${(0x11 + 0x10 + 0x0e).toString(16).padStart(14, '0')}`),
    )
  })

  it('is read back to the moments it was written with, however they are divided into clusters', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.nat(900), { minLength: 1 }), { maxLength: 6 }), (clusters) => {
        const times = clusters.map((moments, index) =>
          moments.toSorted((one, other) => one - other).map((ms) => ms + index * 1000),
        )
        const file = Buffer.concat([
          webmHeader({ kind: 'audio', channels: 2 }).bytes,
          ...times.map((cluster) => webmCluster(cluster.map((ms) => frame(ms, 7, 7)))),
        ])
        expect(webmMoments(file)).toEqual(times.flat())
        expect(webmFrames(file).every(({ sizeBytes }) => sizeBytes === 2)).toBe(true)
      }),
    )
  })

  it('cut off anywhere is read as far as it is whole', () => {
    const file = Buffer.concat([
      webmHeader({ kind: 'audio', channels: 2 }).bytes,
      webmCluster([frame(0, 1), frame(20, 2), frame(40, 3)]),
    ])
    for (let length = 0; length < file.length; length += 1) {
      const moments = webmMoments(file.subarray(0, length))
      expect([0, 20, 40].slice(0, moments.length)).toEqual(moments)
      expect(moments.length).toBeLessThan(3)
    }
  })
})
