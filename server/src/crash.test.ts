import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { ActDone } from '@parley/protocol/acts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { temporaryFolder } from './adapters/file/temporary-folder.ts'
import { convening, DIALOGUE, foundingOf, MEETING, words } from './fictional-server.ts'

const KILLS = 12
const ACTS = 150
const script = fileURLToPath(new URL('main.ts', import.meta.url))

let folder: string
let remove: () => void
let child: ChildProcess | undefined
beforeEach(() => {
  ;({ path: folder, remove } = temporaryFolder())
})
afterEach(async () => {
  if (child !== undefined) await kill(child, 'SIGKILL')
  remove()
})

const start = async (): Promise<string> => {
  child = spawn(process.execPath, [script], {
    env: { PATH: process.env['PATH'], PORT: '0', PARLEY_DATA: folder, PARLEY_LOG: 'silent' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (child.stdout === null) throw new Error('the server says nothing')
  for await (const line of createInterface(child.stdout)) {
    const url = /^Parley is ready at (\S+)$/.exec(line)?.[1]
    if (url !== undefined) return url
  }
  throw new Error('the server never got ready')
}

const kill = async (victim: ChildProcess, signal: NodeJS.Signals): Promise<number | null> => {
  if (victim.exitCode !== null || victim.signalCode !== null) return victim.exitCode
  const gone = new Promise<number | null>((resolve) => victim.once('exit', resolve))
  victim.kill(signal)
  return gone
}

const Events = z.object({ size: z.int(), leaves: z.array(z.object({ seq: z.int(), data: z.unknown() })) })
const Opened = z.object({ token: z.string() })

describe('a server killed at any moment of a meeting', () => {
  it(
    'has lost no acknowledged act and done none twice, when its clients retry',
    { timeout: 120_000 },
    async () => {
      let origin = await start()
      const operator = readFileSync(join(folder, 'operator.token'), 'utf8').trim()
      const post = async (token: string, path: string, body: object): Promise<unknown> => {
        const response = await fetch(`${origin}/api${path}`, {
          method: 'POST',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          body: JSON.stringify(body),
        })
        expect([response.status, path]).toEqual([response.status < 300 ? response.status : 200, path])
        return response.json()
      }
      await post(operator, '/dialogues', { id: 'found-river', command: foundingOf('river') })
      const invited = Opened.parse(await post(operator, `${DIALOGUE}/invitations`, { seat: 'north-desk' }))
      const session = Opened.parse(await post('', '/sessions', { invitation: invited.token }))
      await post(session.token, `${DIALOGUE}/acts`, { id: 'convene-1', command: convening })

      const done = new Map<string, ActDone>()
      const random = seededRandom(8)
      let kills = 0
      for (let act = 0; act < ACTS; act += 1) {
        const body = {
          id: `theme-act-${act}`,
          command: { type: 'RewordTheme', theme: words(`Theme ${act}`) },
        }
        const attempt = (): Promise<unknown> => post(session.token, `${MEETING}/acts`, body)
        const isKilled = kills < KILLS && random() < (2 * KILLS) / ACTS
        const sent = attempt().catch(() => undefined)
        if (isKilled && child !== undefined) {
          kills += 1
          if (random() < 0.5) await sent
          await kill(child, 'SIGKILL')
          origin = await start()
        }
        const answer = (await sent) ?? (await attempt())
        done.set(body.id, ActDone.parse(answer))
      }
      expect(kills).toBe(KILLS)

      const response = await fetch(`${origin}/api${MEETING}/events?from=1&limit=1000`, {
        headers: { authorization: `Bearer ${session.token}` },
      })
      const { size, leaves } = Events.parse(await response.json())
      expect(size).toBe(1 + ACTS)
      expect(leaves.map(({ data }) => data)).toEqual(
        Array.from({ length: ACTS }, (_, act) => ({ theme: words(`Theme ${act}`) })),
      )
      expect([...done.values()].map(({ firstSeq }) => firstSeq)).toEqual(leaves.map(({ seq }) => seq))
    },
  )

  it(
    'stops cleanly when asked to, and a second one on its folder is refused',
    { timeout: 30_000 },
    async () => {
      await start()
      const first = child
      const second = spawn(process.execPath, [script], {
        env: { PATH: process.env['PATH'], PORT: '0', PARLEY_DATA: folder },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      let said = ''
      second.stderr.on('data', (chunk) => {
        said += String(chunk)
      })
      const code = await new Promise((resolve) => second.once('close', resolve))
      expect([code, said]).toEqual([1, `Another Parley serves from ${folder} already.\n`])
      expect(first && (await kill(first, 'SIGTERM'))).toBe(0)
    },
  )
})

const seededRandom = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}
