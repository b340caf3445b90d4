import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readRoomFiles, registerRooms } from './room-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'parley-rooms-'))
let app: FastifyInstance

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<title>Rooms</title>')
  writeFileSync(join(folder, 'assets', 'index-1a2b.js'), 'export const room = 1')
  writeFileSync(join(folder, 'assets', 'notes.txt'), 'not for anybody')
  writeFileSync(join(folder, 'secret'), 'outside')
  const files = readRoomFiles(folder)
  if (files === undefined) throw new Error('the files were to be read')
  app = fastify()
  await registerRooms(app, files, { entrance: true })
})
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true })
})

const get = (url: string, encoding = 'identity') =>
  app.inject({ url, headers: { 'accept-encoding': encoding } })

describe('the rooms', () => {
  it.each(['/room', '/room/heron-basin/fifth', '/room/heron-basin/fifth/text', '/enter'])(
    'are one page at every address: %s',
    async (url) => {
      const { statusCode, body, headers } = await get(url)
      expect([statusCode, body]).toEqual([200, '<title>Rooms</title>'])
      expect(headers['cache-control']).toBe('no-store')
    },
  )

  it('let nothing run, load or frame that is not their own', async () => {
    const { headers } = await get('/room')
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(headers['content-security-policy']).not.toContain('unsafe')
  })

  it('give their scripts for good, for the name changes with the content', async () => {
    const { headers, body } = await get('/room/assets/index-1a2b.js')
    expect(body).toBe('export const room = 1')
    expect(headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    })
  })

  it('are compressed for whoever can unpack them, and for nobody else', async () => {
    const packed = await get('/room/assets/index-1a2b.js', 'gzip, deflate')
    expect(packed.headers['content-encoding']).toBe('gzip')
    expect(gunzipSync(packed.rawPayload).toString()).toBe('export const room = 1')
    const smaller = await get('/room/assets/index-1a2b.js', 'gzip, deflate, br')
    expect(smaller.headers['content-encoding']).toBe('br')
    expect(brotliDecompressSync(smaller.rawPayload).toString()).toBe('export const room = 1')
    for (const encoding of ['br;q=0', 'gzip;q=0', 'x-gzip-like', 'brother']) {
      const { headers } = await get('/room/assets/index-1a2b.js', encoding)
      expect(headers['content-encoding']).toBeUndefined()
    }
  })

  it.each(['notes.txt', 'missing.js', '..%2fsecret', '%2e%2e%2fsecret', 'constructor'])(
    'hold nothing by another name: %s',
    async (name) => {
      const { statusCode, body } = await get(`/room/assets/${name}`)
      expect([statusCode, body]).toEqual([404, ''])
    },
  )
})

describe('rooms that were not built', () => {
  it('are none', () => {
    expect(readRoomFiles(join(folder, 'assets'))).toBeUndefined()
  })
})
