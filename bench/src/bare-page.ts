import { createServer } from 'node:http'

// The bare thing beside the release page, in a process of its own: as many bytes, from memory.

const body = Buffer.alloc(Number(process.env['BENCH_BYTES'] ?? 0), 'p')
const server = createServer((_, response) => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': body.length })
  response.end(body)
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (typeof address === 'object' && address !== null)
    process.stdout.write(`http://127.0.0.1:${address.port}\n`)
})
process.once('SIGTERM', () => process.exit(0))
