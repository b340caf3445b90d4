import { ChamberAct, DialogueAct, MeetingAct, type ActDone } from '@parley/protocol/acts'
import { parseLogName, type LogAddress } from '@parley/protocol/address'
import { ClientMessage, CLOSE, LIVE_VERSION } from '@parley/protocol/live'
import { parseWire } from '@parley/protocol/malformations'
import { problem, type Problem } from '@parley/protocol/problem'
import type * as z from 'zod'
import { type Answer, deny } from '../application/answer.ts'
import type { Caller } from '../application/caller.ts'
import { JsonRefused, parseJsonText } from '../application/json-text.ts'
import type { Parley } from '../application/parley.ts'
import { Fault } from '../ports/fault.ts'
import type { Connection } from './connection.ts'
import type { Feeds } from './feeds.ts'
import { createFollowing } from './following.ts'
import { createPadJoining } from './pad-joining.ts'
import type { PadRooms } from './pad-rooms.ts'
import type { Presence } from './presence.ts'

type Seat = Extract<Caller, { kind: 'seat' }>
type Message<Type extends ClientMessage['type']> = Extract<ClientMessage, { type: Type }>

/** What one client asked for on one socket, from hello to goodbye. */
export type ClientSession = {
  /** Takes one message; those of one socket are done one after the other. */
  readonly receive: (text: string) => Promise<void>
  readonly hasSaidHello: () => boolean
  /** Stops everything sent on the socket's own account. */
  readonly end: () => void
}

export type ClientSessionDeps = {
  readonly parley: Parley
  readonly feeds: Feeds
  readonly presence: Presence
  readonly pads: PadRooms
  readonly connection: Connection
  readonly caller: Seat
  /** Takes note of a fault and says what the client is told of it. */
  readonly told: (fault: Fault) => Problem
}

export const createClientSession = (deps: ClientSessionDeps): ClientSession => {
  const { parley, feeds, presence, connection, caller } = deps
  const following = createFollowing(parley, feeds, connection, caller)
  const joining = createPadJoining(deps.pads, connection, caller, deps.told)
  const rooms = new Set<string>()
  let greeted = false
  let over = false

  const appear = async ({ log, state }: Message<'presence'>): Promise<void> => {
    const address = parseLogName(log)
    if (address === undefined || address.kind === 'dialogue')
      return connection.refuse(problem('malformed'), { log })
    const opened = await parley.window(caller, address)
    if (!opened.ok) return connection.refuse(opened.problem, { log })
    if (over) return
    rooms.add(log)
    presence.set(log, connection, caller.principal.seat, state)
  }

  const leave = (log: string): void => {
    rooms.delete(log)
    presence.leave(log, connection)
  }

  const greet = ({ principal }: Seat): void => {
    greeted = true
    connection.send({ type: 'welcome', version: LIVE_VERSION, principal, now: parley.clock.now() })
  }

  const perform = async (message: ClientMessage): Promise<void> => {
    if ('pad' in message) return joining.take(message)
    switch (message.type) {
      case 'hello':
        return greet(caller)
      case 'follow':
        return following.follow(message)
      case 'unfollow':
        leave(message.log)
        return following.unfollow(message.log)
      case 'act':
        return act(deps, message)
      case 'presence':
        return appear(message)
      case 'ping':
        return connection.send({ type: 'pong', n: message.n, now: parley.clock.now() })
    }
  }

  return {
    receive: async (text) => {
      if (over) return
      const message = parseMessage(text)
      if (!message.ok) {
        connection.refuse(message.problem)
        if (!greeted) connection.close(CLOSE.protocolError)
        return
      }
      if (!greeted && message.value.type !== 'hello') return connection.close(CLOSE.protocolError)
      await perform(message.value)
    },
    hasSaidHello: () => greeted,
    end: () => {
      over = true
      following.end()
      joining.end()
      for (const log of rooms) leave(log)
    },
  }
}

const act = async (deps: ClientSessionDeps, message: Message<'act'>): Promise<void> => {
  const { connection } = deps
  const { id } = message
  const address = parseLogName(message.log)
  const answer = address === undefined ? deny('malformed') : await attempt(deps, address, message)
  if (answer.ok) connection.send({ type: 'done', id, done: answer.value })
  else connection.refuse(answer.problem, { id })
}

const parseMessage = (text: string): Answer<ClientMessage> => {
  let input: unknown
  try {
    input = parseJsonText(text)
  } catch (cause) {
    if (!(cause instanceof JsonRefused)) throw cause
    if (cause.code === 'json-malformed') return deny('not-json')
    return deny('malformed', { malformations: [{ path: '', code: cause.code }] })
  }
  if (isHelloOfAnotherVersion(input)) return deny('version-unknown')
  const parsed = parseWire(ClientMessage, input)
  return parsed.ok ? parsed : deny('malformed', { malformations: parsed.malformations })
}

const isHelloOfAnotherVersion = (input: unknown): boolean =>
  typeof input === 'object' &&
  input !== null &&
  'type' in input &&
  input.type === 'hello' &&
  'version' in input &&
  typeof input.version === 'number' &&
  input.version !== LIVE_VERSION

/** An act the disk would not take is refused; the socket goes on, and so does what is read on it. */
const attempt = async (
  { parley, caller, told }: ClientSessionDeps,
  address: LogAddress,
  message: Message<'act'>,
): Promise<Answer<ActDone>> => {
  try {
    return await actOn(parley, caller, address, message)
  } catch (cause) {
    if (cause instanceof Fault) return { ok: false, problem: told(cause) }
    throw cause
  }
}

const actOn = async (
  { acts }: Parley,
  caller: Seat,
  address: LogAddress,
  { id, expectedSize, command }: Message<'act'>,
): Promise<Answer<ActDone>> => {
  const input = { id, command, ...(expectedSize === undefined ? {} : { expectedSize }) }
  const { dialogue } = address
  switch (address.kind) {
    case 'dialogue':
      return withParsed(DialogueAct, input, (act) => acts.inDialogue(caller, dialogue, act))
    case 'meeting':
      return withParsed(MeetingAct, input, (act) => acts.inMeeting(caller, dialogue, address.meeting, act))
    case 'chamber':
      return withParsed(ChamberAct, input, (act) => acts.inChamber(caller, address, act))
  }
}

const withParsed = async <Act>(
  schema: z.ZodType<Act>,
  input: object,
  perform: (act: Act) => Promise<Answer<ActDone>>,
): Promise<Answer<ActDone>> => {
  const parsed = parseWire(schema, input)
  return parsed.ok ? perform(parsed.value) : deny('malformed', { malformations: parsed.malformations })
}
