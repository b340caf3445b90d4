import type { Present } from '@parley/protocol/live'
import type { Connection } from './connection.ts'

/** Who is at the screens of each log's room. Held in memory only; told to those in the same room and to nobody else. */
export type Presence = {
  readonly set: (log: string, connection: Connection, seat: string, state: Present['state']) => void
  readonly leave: (log: string, connection: Connection) => void
}

type Room = Map<Connection, { readonly seat: string; readonly state: Present['state'] }>

export const createPresence = (): Presence => {
  const rooms = new Map<string, Room>()
  const changed = new Set<string>()

  /** However many come and go in one turn of the loop, a room is told once. */
  const tell = (log: string): void => {
    if (changed.size === 0) setImmediate(tellChanged)
    changed.add(log)
  }
  const tellChanged = (): void => {
    for (const log of changed) {
      const room = rooms.get(log)
      if (room === undefined) continue
      const present = presentIn(room)
      for (const connection of room.keys()) connection.send({ type: 'presence', log, present })
    }
    changed.clear()
  }

  return {
    set: (log, connection, seat, state) => {
      const room: Room = rooms.get(log) ?? new Map()
      rooms.set(log, room.set(connection, { seat, state }))
      tell(log)
    },
    leave: (log, connection) => {
      const room = rooms.get(log)
      if (room?.delete(connection) !== true) return
      if (room.size === 0) rooms.delete(log)
      else tell(log)
    },
  }
}

/** Each seat once, in the order of their names; `here` when any of its connections is. */
const presentIn = (room: Room): Present[] => {
  const seats = new Map<string, Present>()
  for (const { seat, state } of room.values()) {
    const known = seats.get(seat)
    seats.set(seat, {
      seat,
      state: known?.state === 'here' ? 'here' : state,
      connections: (known?.connections ?? 0) + 1,
    })
  }
  return [...seats.values()].toSorted((one, other) => (one.seat < other.seat ? -1 : 1))
}
