import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { ActDone } from '@parley/protocol/acts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { temporaryFolder } from './adapters/file/temporary-folder.ts'
import { convening, DIALOGUE, foundingOf, MEETING, MEETING_LOG, words } from './fictional-server.ts'
import { connect } from './live/fictional-client.ts'

const script = fileURLToPath(new URL('main.ts', import.meta.url))

let folder: string
let remove: () => void
let child: ChildProcess | undefined
beforeEach(() => {
  ;({ path: folder, remove } = temporaryFolder())
})
afterEach(async () => {
  if (child !== undefined) await kill(child)
  remove()
})

const kill = async (victim: ChildProcess): Promise<void> => {
  if (victim.exitCode !== null || victim.signalCode !== null) return
  const gone = new Promise((resolve) => victim.once('exit', resolve))
  victim.kill('SIGKILL')
  await gone
}

type Started = { readonly origin: string; readonly said: () => string }

/** Starts the real server, with files of no more than `fileBlocks` times 512 bytes, as a full disk would have it. */
const start = async (fileBlocks: number | 'unlimited'): Promise<Started> => {
  const server = spawn(
    '/bin/sh',
    ['-c', `ulimit -f ${fileBlocks}; exec "$0" "$1"`, process.execPath, script],
    {
      env: { PATH: process.env['PATH'], PORT: '0', PARLEY_DATA: folder },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  child = server
  let said = ''
  server.stderr.on('data', (chunk) => {
    said += String(chunk)
  })
  for await (const line of createInterface(server.stdout)) {
    const origin = /^Parley is ready at (\S+)$/.exec(line)?.[1]
    if (origin !== undefined) return { origin, said: () => said }
  }
  throw new Error('the server never got ready')
}

const Opened = z.object({ token: z.string() })
const Refused = z.object({ code: z.string() })
const Events = z.object({
  leaves: z.array(z.object({ seq: z.int(), data: z.object({ theme: z.unknown() }) })),
})

const post = async (origin: string, token: string, path: string, body: object) => {
  const response = await fetch(`${origin}/api${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const answer: unknown = await response.json()
  return { status: response.status, answer }
}

const themesIn = async (origin: string, token: string): Promise<readonly unknown[]> => {
  const response = await fetch(`${origin}/api${MEETING}/events?from=1&limit=1000`, {
    headers: { authorization: `Bearer ${token}` },
  })
  expect(response.status).toBe(200)
  return Events.parse(await response.json()).leaves.map(({ data }) => data.theme)
}

const theme = (count: number) => words(`${count} ${'水'.repeat(400)}`)
const rewording = (count: number) => ({
  id: `theme-act-${count}`,
  command: { type: 'RewordTheme', theme: theme(count) },
})

describe('a server whose disk is full', () => {
  it('acknowledges nothing more, goes on reading, says what to do, and after a restart has all it acknowledged', async () => {
    const full = await start(1500)
    const operator = readFileSync(join(folder, 'operator.token'), 'utf8').trim()
    await post(full.origin, operator, '/dialogues', { id: 'found-river', command: foundingOf('river') })
    const invited = await post(full.origin, operator, `${DIALOGUE}/invitations`, { seat: 'north-desk' })
    const invitation = Opened.parse(invited.answer).token
    const { token } = Opened.parse((await post(full.origin, '', '/sessions', { invitation })).answer)
    await post(full.origin, token, `${DIALOGUE}/acts`, { id: 'convene-1', command: convening })

    let acknowledged = 0
    let last = await post(full.origin, token, `${MEETING}/acts`, rewording(acknowledged))
    while (last.status === 200 && acknowledged < 900) {
      acknowledged += 1
      last = await post(full.origin, token, `${MEETING}/acts`, rewording(acknowledged))
    }
    expect(acknowledged).toBeGreaterThan(10)
    for (let more = 0; more < 3; more += 1) {
      expect([last.status, Refused.parse(last.answer).code]).toEqual([503, 'disk-fault'])
      last = await post(full.origin, token, `${MEETING}/acts`, rewording(acknowledged + more))
    }
    const expected = Array.from({ length: acknowledged }, (_, count) => theme(count))
    expect(await themesIn(full.origin, token)).toEqual(expected)
    expect(full.said()).toContain('make room on the disk, then restart Parley')
    const client = await connect(full.origin, token)
    client.send(
      { type: 'follow', log: MEETING_LOG, from: 0 },
      { type: 'act', log: MEETING_LOG, id: 'on-a-socket', command: rewording(0).command },
      { type: 'ping', n: 1 },
    )
    await client.heard('pong')
    expect(await client.heard('"type":"refused"')).toContain(
      '"id":"on-a-socket","problem":{"type":"urn:parley:problem:disk-fault"',
    )
    await client.heard(`"caught-up","log":"${MEETING_LOG}"`)
    expect(client.leaves()).toHaveLength(1 + acknowledged)
    await client.drop()
    if (child !== undefined) await kill(child)

    const roomy = await start('unlimited')
    expect((await themesIn(roomy.origin, token)).slice(0, acknowledged)).toEqual(expected)
    const again = await post(roomy.origin, token, `${MEETING}/acts`, rewording(acknowledged))
    expect(ActDone.parse(again.answer).firstSeq).toBe(1 + acknowledged)
    expect(await themesIn(roomy.origin, token)).toEqual([...expected, theme(acknowledged)])
  }, 60_000)
})
