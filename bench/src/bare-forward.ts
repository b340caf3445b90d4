import { createSocket } from 'node:dgram'

// The bare thing beside a media server, in a process of its own: every packet in, so many copies out; no more.

const [copies, sinkPort] = [
  Number(process.env['BENCH_COPIES'] ?? 1),
  Number(process.env['BENCH_SINK_PORT'] ?? 0),
]
const socket = createSocket('udp4')
socket.on('message', (packet) => {
  for (let copy = 0; copy < copies; copy += 1) socket.send(packet, sinkPort, '127.0.0.1')
})
socket.bind(0, '127.0.0.1', () => process.stdout.write(`http://127.0.0.1:${socket.address().port}\n`))
