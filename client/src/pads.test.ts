import { ClientMessage, type ServerMessage } from '@parley/protocol/live'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { base64OfBytes, bytesOfBase64 } from './base64.ts'
import { createLive } from './live.ts'
import type { PadWriter } from './pads.ts'
import type { SocketListeners } from './socket.ts'

const LOG = 'chamber/d/m/north'
const named = { log: LOG, pad: 'notes' }
const WELCOME: ServerMessage = {
  type: 'welcome',
  version: 1,
  principal: { dialogue: 'd', meeting: 'm', seat: 'head' },
  now: 1,
}

/** A socket moved by hand, what was said on it, and a writer that notes what it is told. */
const wire = () => {
  const said: ClientMessage[] = []
  const told: unknown[] = []
  let listeners: SocketListeners | undefined
  const live = createLive({
    url: 'ws://parley.test/api/live',
    token: undefined,
    wait: async () => {},
    openSocket: (_url, _token, given) => {
      listeners = given
      return { send: (text) => said.push(ClientMessage.parse(JSON.parse(text))), close: () => {} }
    },
  })
  const note =
    (what: string) =>
    (...about: readonly unknown[]): void =>
      void told.push([what, ...about])
  let vector = 0
  const writer: PadWriter = {
    vector: () => Uint8Array.of((vector += 1)),
    onJoined: note('joined'),
    onEdited: note('edited'),
    onPointed: note('pointed'),
    onLost: note('lost'),
    onClosed: note('closed'),
    onRefused: note('refused'),
  }
  const tell = (message: ServerMessage): void => listeners?.onText(JSON.stringify(message))
  return {
    live,
    said,
    told,
    writer,
    tell,
    greet: () => {
      listeners?.onOpen()
      tell(WELCOME)
    },
    drop: async () => {
      listeners?.onClose(1006)
      await new Promise((resolve) => setImmediate(resolve))
    },
    saidOfPads: () => said.filter((message) => 'pad' in message),
  }
}

describe('a pad', () => {
  test('is joined once there is a connection, and again after each drop, with what is there by then', async () => {
    const { live, writer, greet, drop, told, saidOfPads } = wire()
    live.openPad(LOG, 'notes', writer)
    greet()
    await drop()
    greet()
    expect(saidOfPads()).toEqual([
      { type: 'join-pad', ...named, vector: base64OfBytes(Uint8Array.of(2)) },
      { type: 'join-pad', ...named, vector: base64OfBytes(Uint8Array.of(3)) },
    ])
    expect(told).toEqual([['lost']])
  })

  test('tells its writer what the server tells of it, and of no other', () => {
    const { live, writer, greet, tell, told } = wire()
    live.openPad(LOG, 'notes', writer)
    greet()
    const cursor = { fragment: 'notes', anchor: 'AAAA', head: 'AAAA' }
    tell({ type: 'pad', ...named, update: 'AQ==', vector: 'Ag==' })
    tell({ type: 'pad-edited', ...named, update: 'Aw==' })
    tell({ type: 'pad-edited', log: LOG, pad: 'draft/other', update: 'BA==' })
    tell({ type: 'pad-pointed', ...named, hand: 3, seat: 'adviser', cursor })
    tell({ type: 'pad-closed', ...named })
    expect(told).toEqual([
      ['joined', Uint8Array.of(1), Uint8Array.of(2)],
      ['edited', Uint8Array.of(3)],
      ['pointed', { hand: 3, seat: 'adviser', cursor }],
      ['closed'],
    ])
  })

  test('that was left is not joined again and tells nothing more', async () => {
    const { live, writer, greet, drop, tell, told, saidOfPads } = wire()
    greet()
    const line = live.openPad(LOG, 'notes', writer)
    line.edit(Uint8Array.of(7))
    line.point(null)
    line.leave()
    tell({ type: 'pad-edited', ...named, update: 'Aw==' })
    await drop()
    greet()
    expect(saidOfPads().map(({ type }) => type)).toEqual([
      'join-pad',
      'edit-pad',
      'point-in-pad',
      'leave-pad',
    ])
    expect(told).toEqual([])
  })

  test('has company, told to who watches it', () => {
    const { live, greet, tell } = wire()
    greet()
    const heard: unknown[] = []
    const stop = live.watchPads(LOG, (pads) => heard.push(pads))
    const pads = [{ pad: 'notes', seats: ['head'] }]
    tell({ type: 'pad-company', log: LOG, pads })
    tell({ type: 'pad-company', log: 'chamber/d/m/south', pads: [] })
    stop()
    tell({ type: 'pad-company', log: LOG, pads: [] })
    expect(heard).toEqual([pads])
  })
})

describe('bytes as base64', () => {
  test('come back as they were', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(base64OfBytes(bytes)).toBe(Buffer.from(bytes).toString('base64'))
        expect(bytesOfBase64(base64OfBytes(bytes))).toEqual(bytes)
      }),
    )
  })
})
