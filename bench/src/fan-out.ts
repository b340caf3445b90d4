import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, openSession, type ParleyClient } from '@parley/client/parley-client'
import type { Result } from '@parley/client/result'
import { WebSocket } from 'ws'
import type { Pair, Round } from './pair.ts'
import { start, type Started } from './started.ts'

const FOLLOWERS = 1000
const SEATS = 20
const ACTS_PER_ROUND = 10
const MEETING = 'meeting/bench/first'

const must = <Value>(result: Result<Value>): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result.value
}

const named = (name: string) => ({ name: { zh: name, ru: name } })

/** Lets a command be written out where only its type is asked for. */
const command = <Command extends { readonly type: string }>(written: Command): Command => written

/** A meeting convened through the API, with observers to follow it; gives the secretariat's client and the observers' tokens. */
const convene = async (origin: string, operatorToken: string) => {
  const operator = connect({ origin, token: operatorToken })
  const party = (id: string, timeZone: string) => ({
    id,
    ...named(id),
    city: { zh: id, ru: id },
    timeZone,
    language: 'zh',
  })
  must(
    await operator.found(
      command({
        type: 'FoundDialogue',
        dialogue: 'bench',
        ...named('测量'),
        parties: [party('north', 'Asia/Shanghai'), party('south', 'Europe/Moscow')],
        languages: ['zh', 'ru'],
        rulePack: 'bilateral/1',
        secretariats: [{ seat: 'office', person: named('秘书处') }],
      }),
    ),
  )
  const invited = must(await operator.invite({ dialogue: 'bench', seat: 'office' }))
  const session = must(await openSession(origin, invited.token))
  const office = connect({ origin, token: session.token })
  must(
    await office.act(
      'dialogue/bench',
      command({
        type: 'ConveneMeeting',
        meeting: 'first',
        theme: { zh: '测量', ru: 'Измерение' },
        mode: 'video',
        startsAt: 1_930_000_000_000,
      }),
    ),
  )
  const observers: string[] = []
  for (let n = 0; n < SEATS; n++) {
    const seat = `observer-${n}`
    must(
      await office.act(
        MEETING,
        command({ type: 'AccreditPerson', seat, role: 'observer', person: named(seat) }),
      ),
    )
    const link = must(await office.invite({ dialogue: 'bench', meeting: 'first', seat }))
    observers.push(must(await openSession(origin, link.token)).token)
  }
  return { office, observers }
}

type Followers = {
  readonly heard: () => Promise<string>
  readonly first: WebSocket
  readonly close: () => void
}

/** Opens the sockets; `heard` resolves when each has received one more message that `counts`. */
const openFollowers = async (
  url: string,
  headersOf: (index: number) => Record<string, string>,
  greet: (socket: WebSocket) => void,
  isReady: (text: string) => boolean,
  counts: (text: string) => boolean,
): Promise<Followers> => {
  let waiting = 0
  let resolveHeard: ((text: string) => void) | undefined
  const open = (index: number) =>
    new Promise<WebSocket>((resolve, reject) => {
      const socket = new WebSocket(url, { headers: headersOf(index), perMessageDeflate: false })
      socket.on('error', reject)
      socket.on('open', () => {
        greet(socket)
        if (isReady('')) resolve(socket)
      })
      socket.on('message', (data: Buffer) => {
        const text = data.toString()
        if (counts(text)) {
          if (--waiting === 0) resolveHeard?.(text)
        } else if (isReady(text)) resolve(socket)
      })
    })
  const sockets: WebSocket[] = []
  for (let from = 0; from < FOLLOWERS; from += 50) {
    sockets.push(...(await Promise.all(Array.from({ length: 50 }, (_, n) => open(from + n)))))
  }
  const [first] = sockets
  if (first === undefined) throw new Error('no follower')
  return {
    first,
    heard: () => {
      waiting = FOLLOWERS
      return new Promise((resolve) => (resolveHeard = resolve))
    },
    close: () => {
      for (const socket of sockets) socket.terminate()
    },
  }
}

const title = { zh: '文件', ru: 'Документ' }
const body = { zh: '流域水文观测数据。'.repeat(12), ru: 'Данные наблюдений. '.repeat(12).trim() }
let count = 0

/** From the moment an act is sent to the moment the last of 1,000 followers has its event, durable append included. */
const ourRound = async (
  office: ParleyClient,
  followers: Followers,
  sample: { bytes: string },
): Promise<Round> => {
  let ms = 0
  for (let n = 0; n < ACTS_PER_ROUND; n++) {
    const heard = followers.heard()
    const began = performance.now()
    const done = office.act(
      MEETING,
      command({ type: 'DepositDocument', document: { id: `document-${count++}`, title, body } }),
    )
    sample.bytes = await Promise.race([heard, done.then((result) => (must(result), heard))])
    ms += performance.now() - began
  }
  return { operations: ACTS_PER_ROUND, ms }
}

const bareRound = async (followers: Followers, text: string): Promise<Round> => {
  let ms = 0
  for (let n = 0; n < ACTS_PER_ROUND; n++) {
    const heard = followers.heard()
    const began = performance.now()
    followers.first.send(text)
    await heard
    ms += performance.now() - began
  }
  return { operations: ACTS_PER_ROUND, ms }
}

export const fanningOut = async (): Promise<readonly Pair[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'))
  const server: Started = await start('server/src/main.ts', { PORT: '0', PARLEY_DATA: folder })
  const bareServer = await start('bench/src/bare-broadcast.ts')
  const operatorToken = readFileSync(join(folder, 'operator.token'), 'utf8').trim()
  const { office, observers } = await convene(server.origin, operatorToken)
  const from = must(await office.events(MEETING, 0, 1)).size
  const ours = await openFollowers(
    `${server.origin.replace('http', 'ws')}/api/live`,
    (index) => ({ authorization: `Bearer ${observers[index % SEATS]}` }),
    (socket) => {
      socket.send(JSON.stringify({ type: 'hello', version: 1 }))
      socket.send(JSON.stringify({ type: 'follow', log: MEETING, from }))
    },
    (text) => text.includes('"caught-up"'),
    (text) => text.includes('"DocumentDeposited"'),
  )
  const bare = await openFollowers(
    bareServer.origin.replace('http', 'ws'),
    () => ({}),
    () => {},
    () => true,
    () => true,
  )
  const sample = { bytes: '' }
  return [
    {
      name: `an act to the last of ${FOLLOWERS} followers`,
      peer: 'bare ws broadcast of the same bytes',
      aim: 2,
      rounds: 9,
      ours: () => ourRound(office, ours, sample),
      bare: () => bareRound(bare, sample.bytes),
      close: async () => {
        ours.close()
        bare.close()
        await server.stop()
        await bareServer.stop()
        rmSync(folder, { recursive: true })
      },
    },
  ]
}
