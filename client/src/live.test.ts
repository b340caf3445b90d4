import { CLOSE, ClientMessage, type LeafOnWire, type ServerMessage } from '@parley/protocol/live'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createLive } from './live.ts'
import type { SocketListeners } from './socket.ts'

const LOG = 'meeting/d/m'
const PRINCIPAL = { dialogue: 'd', meeting: 'm', seat: 'head' }
const WELCOME: ServerMessage = { type: 'welcome', version: 1, principal: PRINCIPAL, now: 1 }

const leaf = (seq: number): LeafOnWire => ({
  v: 1,
  log: LOG,
  seq,
  at: seq,
  type: 'MeetingOpened',
  by: { seat: 'chair' },
  data: {},
})

/** Hand-driven sockets: each connection is kept, with what was said on it. */
const wire = (isSignedOut?: () => Promise<boolean>) => {
  const sockets: { listeners: SocketListeners; said: ClientMessage[]; closedWith: number | undefined }[] = []
  const ended: number[] = []
  const lines: string[] = []
  const pauses: number[] = []
  const live = createLive({
    url: 'ws://parley.test/api/live',
    token: undefined,
    isSignedOut,
    wait: async (ms) => {
      pauses.push(ms)
    },
    openSocket: (_url, _token, listeners) => {
      const socket = { listeners, said: [] as ClientMessage[], closedWith: undefined as number | undefined }
      sockets.push(socket)
      return {
        send: (text) => socket.said.push(ClientMessage.parse(JSON.parse(text))),
        close: (code) => {
          socket.closedWith = code
        },
      }
    },
    onEnded: (code) => ended.push(code),
    onLine: (line, principal) => lines.push(principal === undefined ? line : `${line} for ${principal.seat}`),
  })
  const last = () => {
    const socket = sockets.at(-1)
    if (socket === undefined) throw new Error('no socket was opened')
    return socket
  }
  const tell = (message: ServerMessage): void => last().listeners.onText(JSON.stringify(message))
  const greet = (): void => {
    last().listeners.onOpen()
    tell(WELCOME)
  }
  const drop = async (code = 1006): Promise<void> => {
    last().listeners.onClose(code)
    await Promise.resolve()
    await Promise.resolve()
    await Promise.resolve()
  }
  return { live, sockets, ended, lines, pauses, last, tell, greet, drop }
}

describe('following a log', () => {
  test('says hello first, and asks for nothing before it is welcomed', () => {
    const { live, last, tell } = wire()
    live.follow(LOG, 5, { onLeaf: () => {} })
    last().listeners.onOpen()
    expect(last().said).toEqual([{ type: 'hello', version: 1 }])
    tell(WELCOME)
    expect(last().said.slice(1)).toEqual([{ type: 'follow', log: LOG, from: 5 }])
  })

  test('a resume asks for what has not been told, hidden leaves included', async () => {
    const { live, last, tell, greet, drop } = wire()
    live.follow(LOG, 0, { onLeaf: () => {} })
    greet()
    tell({ type: 'leaf', leaf: leaf(0) })
    tell({ type: 'caught-up', log: LOG, size: 7 })
    await drop()
    greet()
    expect(last().said.slice(1)).toEqual([{ type: 'follow', log: LOG, from: 7 }])
  })

  test('a log given up is neither told nor asked for again', async () => {
    const { live, last, tell, greet, drop } = wire()
    const told: number[] = []
    const stop = live.follow(LOG, 0, { onLeaf: ({ seq }) => told.push(seq) })
    greet()
    tell({ type: 'leaf', leaf: leaf(0) })
    stop()
    tell({ type: 'leaf', leaf: leaf(1) })
    await drop()
    greet()
    expect(told).toEqual([0])
    expect(last().said).toEqual([{ type: 'hello', version: 1 }])
  })

  test('presence is said again after a break', async () => {
    const { live, last, tell, greet, drop } = wire()
    const seen: string[][] = []
    live.attend(LOG, 'here', (present) => seen.push(present.map(({ seat }) => seat)))
    greet()
    tell({ type: 'presence', log: LOG, present: [{ seat: 'head', state: 'here', connections: 1 }] })
    await drop()
    greet()
    expect(seen).toEqual([['head']])
    expect(last().said.slice(1)).toEqual([{ type: 'presence', log: LOG, state: 'here' }])
  })

  test('however often the connection breaks, every leaf is told once and in order', async () => {
    const scripts = fc.array(fc.oneof(fc.nat({ max: 6 }), fc.constant('drop' as const)), { maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(scripts, async (script) => {
        expect(await toldOver(script)).toEqual(everything(script))
      }),
    )
  })
})

type Script = readonly (number | 'drop')[]

const everything = (script: Script): readonly number[] =>
  Array.from(
    { length: script.reduce<number>((sum, step) => sum + (step === 'drop' ? 0 : step), 0) },
    (_, seq) => seq,
  )

/** What a follower is told while leaves are recorded and the connection breaks in between. */
const toldOver = async (script: Script): Promise<readonly number[]> => {
  const { live, last, tell, greet, drop } = wire()
  const told: number[] = []
  let recorded = 0
  live.follow(LOG, 0, { onLeaf: ({ seq }) => told.push(seq) })
  greet()
  // As the server does it: whatever a connection asks for is sent from there on.
  const send = (): void => {
    const from = last().said.findLast((one) => one.type === 'follow')?.from ?? 0
    for (let seq = from; seq < recorded; seq += 1) tell({ type: 'leaf', leaf: leaf(seq) })
  }
  for (const step of script) {
    if (step === 'drop') {
      await drop()
      greet()
    } else {
      recorded += step
    }
    send()
  }
  return told
}

describe('losing the connection', () => {
  test.each([CLOSE.signedOut, CLOSE.refusedOrigin, CLOSE.protocolError])(
    'after %i it stays away and says so',
    async (code) => {
      const { sockets, ended, greet, drop } = wire()
      greet()
      await drop(code)
      expect(sockets).toHaveLength(1)
      expect(ended).toEqual([code])
    },
  )

  test.each([1006, CLOSE.goingAway, CLOSE.tooSlow, CLOSE.tooMany])('after %i it comes back', async (code) => {
    const { sockets, ended, greet, drop } = wire()
    greet()
    await drop(code)
    expect(sockets).toHaveLength(2)
    expect(ended).toEqual([])
  })

  test('the pauses grow while nobody answers, and begin anew after a welcome', async () => {
    const { pauses, greet, drop } = wire()
    await drop()
    await drop()
    await drop()
    greet()
    await drop()
    expect(pauses).toEqual([50, 100, 200, 50])
  })

  test('closed by us, it stays closed', async () => {
    const { live, sockets, last, greet, drop } = wire()
    greet()
    live.close()
    await drop(1000)
    expect(last().closedWith).toBe(1000)
    expect(sockets).toHaveLength(1)
  })
})

describe('the line', () => {
  test('is up once the server has said for whom, and down while it is tried again', async () => {
    const { lines, greet, drop } = wire()
    expect(lines).toEqual([])
    greet()
    await drop()
    await drop()
    greet()
    expect(lines).toEqual(['up for head', 'down', 'down', 'up for head'])
  })

  test('is not down but over when the server says so', async () => {
    const { lines, ended, greet, drop } = wire()
    greet()
    await drop(CLOSE.signedOut)
    expect([lines, ended]).toEqual([['up for head'], [CLOSE.signedOut]])
  })
})

describe('a session that ended while there was no connection', () => {
  test('is found out, and no more attempts are made, although a refused socket says not why', async () => {
    const answers = [false, true]
    const { greet, drop, ended, sockets } = wire(async () => answers.shift() ?? true)
    greet()
    await drop()
    expect([answers.length, ended]).toEqual([2, []])
    await drop()
    expect([answers.length, ended]).toEqual([1, []])
    await drop()
    expect(ended).toEqual([CLOSE.signedOut])
    const made = sockets.length
    await drop()
    expect([sockets.length, ended]).toEqual([made, [CLOSE.signedOut]])
  })

  test('holds up no attempt while nobody answers, and is asked for once at a time', async () => {
    let asked = 0
    const { greet, drop, ended, sockets } = wire(() => {
      asked += 1
      return new Promise(() => {})
    })
    for (let times = 0; times < 5; times += 1) await drop()
    expect([asked, sockets.length, ended]).toEqual([1, 6, []])
    greet()
  })
})
