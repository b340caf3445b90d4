import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import type { Browser, BrowserContext, Page } from 'playwright-core'

const SERVER = resolve(import.meta.dirname, '../../server/src/main.ts')
const DIALOGUE = '/api/dialogues/river'
const MEETING = `${DIALOGUE}/meetings/first`

/**
 * A server of its own with one meeting in session between two invented delegations, which can be killed, be started
 * again where it was, and run out of disk.
 */
export type MeetingOfTwo = {
  readonly origin: string
  /** The server’s process. */
  readonly pid: () => number
  /** Ends the server as a power cut would. */
  readonly kill: () => Promise<void>
  /** Starts it again on the same port and data; with `fileBlocks`, with files of no more than so many times 512 bytes. */
  readonly start: (fileBlocks?: number) => Promise<void>
  /** An act of a seat from outside the browser; its HTTP status. */
  readonly act: (seat: string, command: object) => Promise<number>
  readonly revoke: (seat: string) => Promise<void>
  /** How many facts of a type the record holds. */
  readonly count: (type: string) => Promise<number>
  /** A browser of a person's own, signed in; with `dialogue`, to a seat of the dialogue. */
  readonly signIn: (browser: Browser, seat: string, of?: 'dialogue') => Promise<BrowserContext>
  readonly end: () => Promise<void>
}

const words = (text: string) => ({ zh: text, ru: text, en: text })
const party = (id: string) => ({
  id,
  name: words(`The ${id} party`),
  city: words(`${id} city`),
  timeZone: 'Asia/Shanghai',
  language: 'zh',
})

/**
 * With `media`, the embedded media server runs beside it; otherwise nobody sees or hears anybody. `settings` are the
 * server’s own (docs/operate/configuration.md).
 */
export const meetingOfTwo = async (
  media: 'embedded' | 'none' = 'none',
  settings: Readonly<Record<string, string>> = {},
): Promise<MeetingOfTwo> => {
  const data = await mkdtemp(join(tmpdir(), 'parley-trouble-'))
  let server = await launch({ data, media, port: '0', settings })
  const { origin } = server
  const operator = (await readFile(join(data, 'operator.token'), 'utf8')).trim()
  const outside = outsideOf(origin, operator)
  await convene(outside)
  return {
    origin,
    act: outside.act,
    pid: () => server.child.pid ?? 0,
    kill: () => kill(server.child),
    start: async (fileBlocks) => {
      server = await launch({ data, media, port: new URL(origin).port, settings, fileBlocks })
    },
    revoke: async (seat) => {
      await outside.post(`${MEETING}/revocations`, operator, { seat })
    },
    count: async (type) => {
      const answer = await fetch(`${origin}${MEETING}/events?from=0&limit=1000`, {
        headers: { authorization: `Bearer ${operator}` },
      })
      const { leaves }: { readonly leaves: readonly { readonly type: string }[] } = await answer.json()
      return leaves.filter((leaf) => leaf.type === type).length
    },
    signIn: async (browser, seat, of) => {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en' })
      const page = await context.newPage()
      await page.goto(`${origin}/room/-/nowhere`)
      await page.evaluate(
        async (invitation) =>
          fetch('/api/sessions', {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ invitation }),
          }).then(({ status }) => status),
        await outside.invite(of === 'dialogue' ? DIALOGUE : MEETING, seat),
      )
      await page.close()
      return context
    },
    end: async () => {
      await kill(server.child)
      await rm(data, { recursive: true, force: true })
    },
  }
}

/** The API from outside the browser, with a token for each seat that has come in. */
const outsideOf = (origin: string, operator: string) => {
  const tokens = new Map<string, string>()
  let acts = 0
  const post = (path: string, token: string, body: object): Promise<Response> =>
    fetch(`${origin}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const send = async (path: string, token: string, command: object): Promise<number> => {
    acts += 1
    return (await post(path, token, { id: `from-outside-${acts}`, command })).status
  }
  const invite = async (at: string, seat: string): Promise<string> => {
    const answer = await post(`${at}/invitations`, operator, { seat })
    const { token }: { readonly token: string } = await answer.json()
    return token
  }
  return {
    post,
    invite,
    found: (command: object) => send('/api/dialogues', operator, command),
    actOnDialogue: (seat: string, command: object) =>
      send(`${DIALOGUE}/acts`, tokens.get(seat) ?? '', command),
    act: (seat: string, command: object) => send(`${MEETING}/acts`, tokens.get(seat) ?? '', command),
    enter: async (at: string, seat: string): Promise<void> => {
      const opened = await post('/api/sessions', '', { invitation: await invite(at, seat) })
      const { token }: { readonly token: string } = await opened.json()
      tokens.set(seat, token)
    },
  }
}

/** Founds, convenes, accredits, and opens the meeting; its two items lie ahead. */
const convene = async ({ found, enter, act, actOnDialogue }: ReturnType<typeof outsideOf>): Promise<void> => {
  await found(FOUNDING)
  await enter(DIALOGUE, 'north-desk')
  await enter(DIALOGUE, 'south-desk')
  await actOnDialogue('north-desk', {
    type: 'ConveneMeeting',
    meeting: 'first',
    theme: words('Water'),
    mode: 'video',
    startsAt: 1_900_000_000_000,
  })
  for (const [seat, role, delegation] of PEOPLE) {
    const person = { name: words(seat) }
    await act(`${delegation ?? 'north'}-desk`, { type: 'AccreditPerson', seat, role, person, delegation })
  }
  await act('north-desk', { type: 'AppointChair', seats: ['officer'] })
  for (const id of ['rivers', 'lakes']) {
    await act('north-desk', { type: 'PlaceItem', item: { id, kind: 'topic', title: words(id) } })
  }
  await enter(MEETING, 'officer')
  await act('officer', { type: 'OpenMeeting' })
}

/** Opens the room of the meeting. */
export const openRoom = async (context: BrowserContext, { origin }: MeetingOfTwo): Promise<Page> => {
  const page = await context.newPage()
  await page.goto(`${origin}/room/river/first?lang=en`)
  await page.getByText('Connected', { exact: true }).waitFor({ state: 'attached' })
  return page
}

const FOUNDING = {
  type: 'FoundDialogue',
  dialogue: 'river',
  name: words('The river forum'),
  parties: [party('north'), party('south')],
  languages: ['zh', 'ru', 'en'],
  rulePack: 'bilateral/1',
  secretariats: ['north', 'south'].map((id) => ({
    seat: `${id}-desk`,
    party: id,
    person: { name: words(`${id} desk`) },
  })),
}

const PEOPLE = [
  ['north-head', 'head', 'north'],
  ['south-head', 'head', 'south'],
  ['north-delegate', 'delegate', 'north'],
  ['south-delegate', 'delegate', 'south'],
  ['officer', 'officer', undefined],
] as const

const launch = async ({
  data,
  media,
  port,
  settings,
  fileBlocks = 'unlimited',
}: {
  readonly data: string
  readonly media: 'embedded' | 'none'
  readonly port: string
  readonly settings: Readonly<Record<string, string>>
  readonly fileBlocks?: number | 'unlimited' | undefined
}): Promise<{ readonly child: ChildProcess; readonly origin: string }> => {
  const child = spawn(
    '/bin/sh',
    ['-c', `ulimit -f ${fileBlocks}; exec "$0" "$1"`, process.execPath, SERVER],
    {
      env: { PATH: process.env['PATH'], PORT: port, PARLEY_DATA: data, PARLEY_MEDIA: media, ...settings },
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  )
  for await (const line of createInterface(child.stdout)) {
    const origin = /^Parley is ready at (\S+)$/.exec(line)?.[1]
    if (origin !== undefined) {
      child.stdout.resume()
      return { child, origin }
    }
  }
  throw new Error('the server never got ready')
}

const kill = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}
