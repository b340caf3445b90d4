import { spawn } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { startEmbedded } from './conformance/engine.ts'

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url))
const least = { PARLEY_MEDIA_KEY: 'key', PARLEY_MEDIA_SECRET: 's'.repeat(32) }

const run = (environment: Record<string, string>): Promise<{ code: number | null; said: string }> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [MAIN], { env: { ...process.env, ...environment } })
    let said = ''
    child.stderr.on('data', (part: Buffer) => (said += part.toString()))
    child.once('exit', (code) => resolve({ code, said }))
  })

describe('the media process', { timeout: 20_000 }, () => {
  it('says which setting is missing, and ends with 2', async () => {
    const { code, said } = await run({ PARLEY_MEDIA_KEY: '', PARLEY_MEDIA_SECRET: least.PARLEY_MEDIA_SECRET })
    expect(code).toBe(2)
    expect(said).toContain('PARLEY_MEDIA_KEY')
  })

  it('says that the media port is taken, and ends with 3', async () => {
    const socket = createSocket('udp4')
    await new Promise<void>((done) => socket.bind(0, '127.0.0.1', done))
    const { port } = socket.address()
    const { code, said } = await run({ ...least, PARLEY_MEDIA_UDP_PORT: String(port) })
    socket.close()
    expect(code).toBe(3)
    expect(said).toContain(`UDP port ${port}`)
  })

  it('says that the signalling port is taken, and ends with 3', async () => {
    const server = createServer()
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const address = server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const { code, said } = await run({ ...least, PARLEY_MEDIA_PORT: String(port) })
    server.close()
    expect(code).toBe(3)
    expect(said).toContain(String(port))
  })

  it('serves without the port for relays when that is taken, and with it otherwise', async () => {
    const socket = createSocket('udp4')
    await new Promise<void>((done) => socket.bind(0, '127.0.0.1', done))
    const without = await startEmbedded({ PARLEY_MEDIA_RELAYED_PORT: String(socket.address().port) })
    await without.stop()
    socket.close()
    const beside = await startEmbedded({ PARLEY_MEDIA_RELAYED_PORT: '0' })
    await beside.stop()
    expect(without.relayedPort).toBeUndefined()
    expect(beside.relayedPort).toBeGreaterThan(0)
    expect(beside.relayedPort).not.toBe(beside.udpPort)
  })

  it('keeps its media port while nobody is there', async () => {
    const engine = await startEmbedded()
    const taken = await run({ ...least, PARLEY_MEDIA_UDP_PORT: String(engine.udpPort) })
    await engine.stop()
    expect(taken.code).toBe(3)
  })

  it('ends when its parent’s end of the pipe closes', async () => {
    const engine = await startEmbedded()
    const ended = new Promise((resolve) => engine.child.once('exit', resolve))
    engine.child.stdin?.end()
    expect(await ended).toBe(0)
  })

  it('tells its state as metrics on this machine only', async () => {
    const engine = await startEmbedded()
    const metrics = await (await fetch(`http://127.0.0.1:${engine.metricsPort}/`)).text()
    const alive = await fetch(engine.url.replace('ws', 'http'))
    await engine.stop()
    expect(metrics).toContain(
      '# TYPE parley_media_packets_in_total counter\nparley_media_packets_in_total 0\n',
    )
    expect(metrics).toContain('parley_media_rooms 0')
    expect(alive.status).toBe(200)
  })
})
