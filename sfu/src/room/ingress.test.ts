import { TrackInfo, TrackType } from '@livekit/protocol'
import { describe, expect, it } from 'vitest'
import { Metrics } from '../metrics.ts'
import { readRtcp } from '../rtp/rtcp.ts'
import { writeRtpHeader } from '../rtp/rtp-packet.ts'
import type { MediaSection } from '../sdp/session-description.ts'
import { Ingress } from './ingress.ts'
import { PublishedTrack } from './published-track.ts'

const VP8 = 96
const SEND_TIME_ID = 3
const SECTION: MediaSection = {
  kind: 'video',
  protocol: 'UDP/TLS/RTP/SAVPF',
  mid: '0',
  direction: 'sendonly',
  codecs: [
    {
      payloadType: VP8,
      name: 'vp8',
      clockRate: 90_000,
      channels: undefined,
      format: undefined,
      feedback: ['goog-remb'],
    },
  ],
  extensions: new Map([[SEND_TIME_ID, 'http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time']]),
  rids: [],
  trackName: undefined,
  ssrcs: [77],
  repairs: new Map(),
}

/** A camera on a line of its own; what it is told it may send. */
const camera = () => {
  const limits: number[] = []
  const ingress = new Ingress(new Metrics(), {
    onPacket: () => {},
    onClock: () => {},
    feedback: (packet) => {
      for (const message of readRtcp(packet))
        if (message.kind === 'bitrate') limits.push(message.bitsPerSecond)
    },
  })
  ingress.learnExtensions([SECTION])
  ingress.bind(SECTION, new PublishedTrack(new TrackInfo({ sid: 'TR_V', type: TrackType.VIDEO }), 'camera'))
  let sequence = 0
  let sentMs = 1_000_000
  /** Sends for so long over a line on which every packet waits so long. */
  const send = (forMs: number, waitMs: number): void => {
    for (const endMs = sentMs + forMs; sentMs < endMs; sentMs += 10) {
      const packet = Buffer.alloc(1_000)
      const header = { payloadType: VP8, marker: false, sequence, timestamp: sentMs * 90, ssrc: 77 }
      writeRtpHeader(
        packet,
        { ...header, timestamp: header.timestamp >>> 0, sendTimeId: SEND_TIME_ID },
        sentMs,
      )
      ingress.takeMedia(packet, sentMs + waitMs)
      ingress.tick(sentMs + waitMs)
      sequence = (sequence + 1) & 0xffff
    }
  }
  return { limits, send }
}

describe('what a sender is told it may send', () => {
  it('stays wide on a quick line', () => {
    const { limits, send } = camera()
    send(10_000, 20)
    expect(limits.length).toBeGreaterThan(10)
    expect(Math.min(...limits)).toBeGreaterThan(5_900_000)
  })

  it('falls under what it sends when its packets stand in a queue, and rises when the queue is gone', () => {
    const { limits, send } = camera()
    send(5_000, 20)
    send(3_000, 400)
    const narrow = limits.at(-1) ?? Number.NaN
    expect(narrow).toBeLessThan(800_000)
    send(8_000, 20)
    expect(limits.at(-1)).toBeGreaterThan(narrow)
  })
})
