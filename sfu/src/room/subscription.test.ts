import { TrackInfo, TrackType } from '@livekit/protocol'
import { describe, expect, it } from 'vitest'
import { Metrics } from '../metrics.ts'
import { readRtcp } from '../rtp/rtcp.ts'
import { readExtension, readRtp, writeRtpHeader } from '../rtp/rtp-packet.ts'
import { readVp8 } from '../rtp/vp8.ts'
import { Egress } from './egress.ts'
import { PublishedTrack } from './published-track.ts'
import { UpLayer } from './up-layer.ts'

const VP8 = 96
const AGREED = { section: { id: 3, mid: '4' }, payloadType: VP8, repairPayloadType: 97, sendTimeId: 0 }
const FRAME_MS = 50

/** One packet of a camera; each is a picture of its own, whole where `isKey`. */
const pictureAt = (index: number, isKey: boolean): Buffer => {
  const packet = Buffer.alloc(40)
  const header = { payloadType: VP8, marker: true, sequence: index, timestamp: index * 4_500, ssrc: 77 }
  const at = writeRtpHeader(packet, { ...header, sendTimeId: 0 }, 0)
  packet.set([0x90, 0x80, 0x80 | (index >> 8), index & 0xff, isKey ? 0 : 1], at)
  return packet
}

/** A camera and one who receives it, without network or clock. */
const scene = () => {
  const metrics = new Metrics()
  const wanted: string[] = []
  const sent: {
    readonly isKey: boolean
    readonly sequence: number
    readonly timestamp: number
    readonly mid: string | undefined
  }[] = []
  const track = new PublishedTrack(new TrackInfo({ sid: 'TR_V', type: TrackType.VIDEO }), 'camera')
  const stream = { ssrc: 77, rid: '', isVideo: true, payloadType: VP8, clockRate: 90_000 }
  const layer = new UpLayer(stream, metrics, (packet) => {
    for (const { kind } of readRtcp(packet)) if (kind === 'picture wanted') wanted.push(kind)
  })
  track.layers.set('', layer)
  const egress = new Egress(metrics, {
    send: (packet) => {
      const header = readRtp(packet)
      if (header === undefined) return false
      const vp8 = readVp8(packet, header.payloadAt, header.payloadEnd)
      const { sequence, timestamp } = header
      const mid = readExtension(packet, header, new Map([[AGREED.section.id, 'mid']]), 'mid')?.toString()
      sent.push({ isKey: vp8?.startsKeyframe === true, sequence, timestamp, mid })
      return true
    },
    onStreamState: () => {},
  })
  let index = 0
  let nowMs = 10_000
  const show = (isKey = false): void => {
    const packet = pictureAt(index, isKey)
    const header = readRtp(packet)
    if (header === undefined) throw new Error('unreadable')
    const extended = layer.take(packet, header, nowMs)
    if (extended !== undefined) track.pass(packet, header, extended, layer, nowMs)
    index += 1
    nowMs += FRAME_MS
  }
  return { track, layer, egress, show, wanted, sent, now: () => nowMs }
}

describe('a receiver’s first picture', () => {
  it('is not spent on a connection that does not stand yet', () => {
    const { track, egress, show, sent } = scene()
    egress.subscribe(track, 'PA_1').agree(AGREED, 10_000)
    show(true)
    show()
    expect(sent).toEqual([])
  })

  it('is asked for before the connection stands, and is there as soon as it does', () => {
    const { track, egress, show, wanted, sent, now } = scene()
    show()
    egress.subscribe(track, 'PA_1').agree(AGREED, now())
    expect(wanted).toHaveLength(1)
    show(true)
    show()
    egress.open(now())
    expect(sent.map(({ isKey }) => isKey)).toEqual([true, false])
    show()
    const numbers = sent.map(({ sequence }) => sequence)
    const [first = 0] = numbers
    expect(numbers).toEqual([first, first + 1, first + 2])
    expect(wanted).toHaveLength(1)
  })

  it('is the one its publisher has just sent for somebody else', () => {
    const { track, egress, show, wanted, sent, now } = scene()
    egress.open(now())
    show(true)
    show()
    egress.subscribe(track, 'PA_1').agree(AGREED, now())
    expect(sent.map(({ isKey }) => isKey)).toEqual([true, false])
    expect(wanted).toEqual([])
  })

  it('is a new one where the last is old', () => {
    const { track, egress, show, wanted, sent, now } = scene()
    egress.open(now())
    show(true)
    for (let frame = 0; frame < 10; frame += 1) show()
    egress.subscribe(track, 'PA_1').agree(AGREED, now())
    expect(sent).toEqual([])
    expect(wanted).toHaveLength(1)
    show()
    show(true)
    expect(sent.map(({ isKey }) => isKey)).toEqual([true])
  })

  it('is not sent of a muted camera, nor to a receiver that wants none now', () => {
    const { track, egress, show, wanted, sent, now } = scene()
    egress.open(now())
    show(true)
    track.info.muted = true
    const subscription = egress.subscribe(track, 'PA_1')
    subscription.agree(AGREED, now())
    expect(sent).toEqual([])
    track.info.muted = false
    subscription.wish = { largest: 2, disabled: true }
    subscription.start(now())
    expect(sent).toEqual([])
    expect(wanted).toEqual([])
    subscription.wish = { largest: 2, disabled: false }
    subscription.start(now())
    expect(sent.map(({ isKey }) => isKey)).toEqual([true])
  })
})

it('every packet says which section it belongs to, one sent again too', () => {
  const { track, egress, show, sent, now } = scene()
  egress.open(now())
  const { ssrc } = egress.subscribe(track, 'PA_1')
  egress.subscriptionTo('TR_V')?.agree(AGREED, now())
  show(true)
  show()
  egress.takeReport({ kind: 'packets wanted', ssrc, sequences: [sent[0]?.sequence ?? 0] }, now())
  expect(sent.map(({ mid }) => mid)).toEqual(['4', '4', '4'])
})

describe('the packets since a whole picture', () => {
  it('are told in order and without a gap, or not at all', () => {
    const { layer, show, now } = scene()
    expect(layer.sincePicture(now())).toBeUndefined()
    show(true)
    show()
    expect(layer.sincePicture(now())).toHaveLength(2)
    const late = pictureAt(3, false)
    const header = readRtp(late)
    if (header === undefined) throw new Error('unreadable')
    layer.take(late, header, now())
    expect(layer.sincePicture(now())).toBeUndefined()
    show()
    expect(layer.sincePicture(now())).toHaveLength(4)
  })

  it('are forgotten when the picture is old', () => {
    const { layer, show, now } = scene()
    show(true)
    expect(layer.sincePicture(now() + 400)).toBeUndefined()
  })
})
