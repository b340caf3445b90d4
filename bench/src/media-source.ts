import { createInterface } from 'node:readline'
import { publishCamera } from './media-peer.ts'

// A process of its own: so many cameras, each sending VP8 packets with the time of sending at their end.

const [, , url, key, secret, room, from, count, packetsPerSecond, bytes] = process.argv
if (url === undefined || key === undefined || secret === undefined || room === undefined) {
  throw new Error('media-source.ts URL KEY SECRET ROOM FROM COUNT PACKETS_PER_SECOND BYTES')
}
const PACKET = { payloadType: 96, clockRate: 90_000, pictureEvery: 4, headerBytes: 12 }
const KEYFRAME = Buffer.from([0x10, 0x02, 0x00, 0x9d, 0x01, 0x2a, 0x80, 0x02, 0x68, 0x01])
const STAMP_BYTES = 8

/** One packet of a stream: every fourth ends a picture; every picture is whole by itself, so anybody can begin anywhere. */
const packetAt = (index: number, ssrc: number): Buffer => {
  const packet = Buffer.alloc(Number(bytes), 0x55)
  const picture = Math.floor(index / PACKET.pictureEvery)
  const starts = index % PACKET.pictureEvery === 0
  const ends = index % PACKET.pictureEvery === PACKET.pictureEvery - 1
  packet.writeUInt8(0x80, 0)
  packet.writeUInt8((ends ? 0x80 : 0) | PACKET.payloadType, 1)
  packet.writeUInt16BE(index & 0xffff, 2)
  const seconds = (picture * PACKET.pictureEvery) / Number(packetsPerSecond)
  packet.writeUInt32BE(Math.round(seconds * PACKET.clockRate) >>> 0, 4)
  packet.writeUInt32BE(ssrc, 8)
  // VP8 payload descriptor (RFC 7741): extended, 15-bit picture number, base layer number, temporal layer 0.
  const at = PACKET.headerBytes
  packet.writeUInt8(starts ? 0x90 : 0x80, at)
  packet.writeUInt8(0xe0, at + 1)
  packet.writeUInt16BE(0x8000 | (picture & 0x7fff), at + 2)
  packet.writeUInt8(picture & 0xff, at + 4)
  packet.writeUInt8(0x20, at + 5)
  if (starts) KEYFRAME.copy(packet, at + 6)
  packet.writeBigUInt64BE(process.hrtime.bigint(), packet.length - STAMP_BYTES)
  return packet
}

const pass = { url, key, secret, room }
const cameras = await Promise.all(
  Array.from({ length: Number(count) }, async (_, index) => {
    const ssrc = 0x5000_0000 + Number(from) + index
    return {
      ssrc,
      track: await publishCamera(pass, `camera-${Number(from) + index}`, ssrc),
      next: 0,
      sentNow: 0,
    }
  }),
)
process.stdout.write('ready\n')

let began: number | undefined
/** The cameras take turns within the gap between two packets, so that the load is even. */
const sendWhatIsDue = (): void => {
  if (began === undefined) return
  const passedSeconds = (performance.now() - began) / 1000
  cameras.forEach((camera, index) => {
    const due = passedSeconds * Number(packetsPerSecond) - index / cameras.length
    for (; camera.sentNow < due; camera.sentNow += 1) {
      camera.track.sendMessageBinary(packetAt(camera.next, camera.ssrc))
      camera.next += 1
    }
  })
}
setInterval(sendWhatIsDue, 1)
const orders = createInterface({ input: process.stdin })
orders.on('close', () => process.exit(0))
orders.on('line', (line) => {
  began = line === 'go' ? performance.now() : undefined
  for (const camera of cameras) camera.sentNow = 0
})
