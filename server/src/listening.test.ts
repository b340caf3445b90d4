import { FILE_LIMIT_BYTES } from '@parley/domain/meeting/things'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Listening, listenOn } from './listening.ts'

let listening: Listening

beforeEach(async () => {
  listening = await listenOn('127.0.0.1', 0)
})
afterEach(() => listening.close())

describe('a port that is there before the house is open', () => {
  it('answers that it is not ready, also when who will answer is already named', async () => {
    expect((await fetch(listening.url)).status).toBe(503)
    listening.answerWith((_request, response) => response.end('open'))
    expect((await fetch(listening.url)).status).toBe(503)
  })

  it('hands requests over once it is open', async () => {
    listening.answerWith((_request, response) => response.end('open'))
    listening.open()
    const response = await fetch(listening.url)
    expect([response.status, await response.text()]).toEqual([200, 'open'])
  })
})

describe('the address of a server', () => {
  it('names this machine, so that passkeys can be bound to it', () => {
    expect(listening.url).toMatch(/^http:\/\/localhost:\d+$/)
  })

  it('is the number it listens on where that is not this machine alone', async () => {
    const open = await listenOn('0.0.0.0', 0)
    expect(open.url).toMatch(/^http:\/\/0\.0\.0\.0:\d+$/)
    await open.close()
  })
})

describe('a request', () => {
  it('has the patience for the largest file on a slow line, and little for a head', () => {
    const server = listening.answerWith(() => undefined)
    const slowBytesPerSecond = 500_000 / 8
    expect((server.requestTimeout / 1000) * slowBytesPerSecond).toBeGreaterThan(FILE_LIMIT_BYTES)
    expect(server.headersTimeout).toBeLessThanOrEqual(30_000)
  })
})
