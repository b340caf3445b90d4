import type { ClientMessage } from '@parley/protocol/live'
import { problem, type Problem, type ProtocolCode } from '@parley/protocol/problem'
import type { Caller } from '../application/caller.ts'
import { Fault } from '../ports/fault.ts'
import type { Connection } from './connection.ts'
import type { PadRoom } from './pad-room.ts'
import type { PadRooms } from './pad-rooms.ts'
import { createTokenBucket } from './token-bucket.ts'

type Seat = Extract<Caller, { kind: 'seat' }>
export type PadMessage = Extract<ClientMessage, { readonly pad: string }>

export const MAX_PADS_JOINED = 32
/** An editor sends at most twenty updates a second, and as many cursors; more than this is no typing. */
export const PAD_MESSAGES = { atOnce: 400, perSecond: 80 } as const

/** The pads one socket is in. */
export type PadJoining = {
  readonly take: (message: PadMessage) => Promise<void>
  readonly end: () => void
}

export const createPadJoining = (
  rooms: PadRooms,
  connection: Connection,
  caller: Seat,
  told: (fault: Fault) => Problem,
): PadJoining => {
  const joined = new Map<string, PadRoom>()
  const bucket = createTokenBucket(PAD_MESSAGES.atOnce, PAD_MESSAGES.perSecond)
  const labours = rooms.laboursOf(caller)
  let over = false

  const refuse = ({ log, pad }: PadMessage, code: ProtocolCode): void =>
    connection.send({
      type: 'pad-refused',
      log,
      pad,
      problem: problem(code, code === 'too-many' ? { retryAfterSeconds: 1 } : {}),
    })

  const join = async (message: Extract<PadMessage, { type: 'join-pad' }>): Promise<void> => {
    const key = keyOf(message)
    if (!joined.has(key) && joined.size >= MAX_PADS_JOINED) return refuse(message, 'too-many')
    for (;;) {
      const room = await rooms.enter(caller, message)
      // The socket may have been closed, and its seat revoked, while the pad was being looked for.
      if (over) return
      if (room === undefined) return refuse(message, 'not-found')
      if (!room.join(connection, caller.principal.seat, bytesOf(message.vector))) continue
      joined.set(key, room)
      return rooms.moved(room.chamber)
    }
  }

  const leave = (key: string): void => {
    const room = joined.get(key)
    if (room === undefined) return
    joined.delete(key)
    room.leave(connection)
    rooms.moved(room.chamber)
  }

  return {
    take: async (message) => {
      if (message.type === 'leave-pad') return leave(keyOf(message))
      if (!bucket.take(performance.now())) return refuse(message, 'too-many')
      if (message.type === 'join-pad') {
        if (!labours.take(performance.now())) return refuse(message, 'too-many')
        try {
          return await join(message)
        } catch (cause) {
          // The disk under the pads is not the disk's word on the record; whatever else this socket does goes on.
          if (!(cause instanceof Fault)) throw cause
          return connection.send({
            type: 'pad-refused',
            log: message.log,
            pad: message.pad,
            problem: told(cause),
          })
        }
      }
      const room = joined.get(keyOf(message))
      if (room === undefined) return refuse(message, 'not-found')
      if (message.type === 'edit-pad') {
        if (!labours.has(performance.now())) return refuse(message, 'too-many')
        if (!room.edit(connection, bytesOf(message.update))) labours.take(performance.now())
        return
      }
      return room.point(connection, message.cursor)
    },
    end: () => {
      over = true
      for (const key of joined.keys()) leave(key)
    },
  }
}

const keyOf = ({ log, pad }: PadMessage): string => `${log} ${pad}`

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(Buffer.from(base64, 'base64'))
