import { createInterface } from 'node:readline'
import { takeAll } from './media-peer.ts'

// A process of its own: so many receivers of everything. Each line on its input is answered with what came since the last.

const [, , url, key, secret, room, from, count] = process.argv
if (url === undefined || key === undefined || secret === undefined || room === undefined) {
  throw new Error('media-sink.ts URL KEY SECRET ROOM FROM COUNT')
}
const MOST_DELAYS = 400_000
const STAMP_BYTES = 8
const delaysUs = new Uint32Array(MOST_DELAYS)
let packets = 0

const onPacket = (packet: Buffer): void => {
  const isMedia = packet.length > 100 && (packet.readUInt8(1) & 0x7f) < 0x40
  if (!isMedia && (packet.readUInt8(1) & 0x7f) !== 96) return
  const sentAt = packet.readBigUInt64BE(packet.length - STAMP_BYTES)
  delaysUs[packets % MOST_DELAYS] = Number((process.hrtime.bigint() - sentAt) / 1000n)
  packets += 1
}

const pass = { url, key, secret, room }
await Promise.all(
  Array.from({ length: Number(count) }, (_, index) =>
    takeAll(pass, `receiver-${Number(from) + index}`, onPacket),
  ),
)
process.stdout.write('ready\n')

const questions = createInterface({ input: process.stdin })
questions.on('close', () => process.exit(0))
questions.on('line', () => {
  const sorted = delaysUs.slice(0, Math.min(packets, MOST_DELAYS)).toSorted()
  const at = (share: number): number => (sorted[Math.floor(sorted.length * share)] ?? 0) / 1000
  process.stdout.write(`${JSON.stringify({ packets, p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99) })}\n`)
  packets = 0
})
