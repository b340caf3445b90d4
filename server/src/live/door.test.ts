import { once } from 'node:events'
import { Slot } from '@parley/protocol/arrival'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import {
  convened,
  field,
  type FictionalServer,
  fictionalServer,
  MEETING,
  OPERATOR,
} from '../fictional-server.ts'

let server: FictionalServer
beforeEach(async () => {
  server = await fictionalServer()
  await convened(server)
})
afterEach(() => server.close())

const enter = async (seat: string, lobby = false) => {
  const invited = await server.ask(OPERATOR, 'POST', `${MEETING}/invitations`, { seat, lobby })
  const opened = await server.ask(undefined, 'POST', '/sessions', { invitation: field(invited, 'token') })
  return { token: String(field(opened, 'token')), slot: Slot.parse(field(opened, 'slot')) }
}

/** What the live door answers a request to come in: the seat it welcomes, or the status it turns away with. */
const knock = async (query: string, headers: Readonly<Record<string, string>>): Promise<unknown> => {
  const socket = new WebSocket(`${server.origin.replace('http', 'ws')}/api/live${query}`, {
    headers: { origin: server.origin, ...headers },
  })
  const turnedAway = once(socket, 'unexpected-response').then(([, response]) => response.statusCode)
  socket.on('error', () => undefined)
  const welcomed = once(socket, 'open').then(async () => {
    socket.send(JSON.stringify({ type: 'hello', version: 1 }))
    const [text] = await once(socket, 'message')
    return JSON.parse(String(text)).principal.seat
  })
  const answer: unknown = await Promise.race([turnedAway, welcomed])
  socket.terminate()
  return answer
}

describe('the live door', () => {
  it('is shut to whoever waits to be admitted, and opens the moment they are', async () => {
    await server.ask(OPERATOR, 'POST', `${MEETING}/revocations`, { seat: 'south-head' })
    const { token } = await enter('south-head', true)
    const bearer = { authorization: `Bearer ${token}` }
    expect(await knock('', bearer)).toBe(403)
    await server.ask(OPERATOR, 'POST', `${MEETING}/admissions`, { seat: 'south-head' })
    expect(await knock('', bearer)).toBe('south-head')
  })

  it('welcomes the seat a page names, of those its browser holds', async () => {
    const north = await enter('north-head')
    const south = await enter('south-head')
    const cookie = [
      `parley=${south.token}`,
      `parley-${north.slot}=${north.token}`,
      `parley-${south.slot}=${south.token}`,
    ].join('; ')
    expect(await knock(`?seat=${north.slot}`, { cookie })).toBe('north-head')
    expect(await knock(`?seat=${south.slot}`, { cookie })).toBe('south-head')
    expect(await knock('', { cookie })).toBe('south-head')
    expect(await knock('?seat=ffffffffffff', { cookie })).toBe(401)
    expect(await knock(`?seat=${north.slot}`, { cookie, origin: 'https://elsewhere.example' })).toBe(403)
  })
})
