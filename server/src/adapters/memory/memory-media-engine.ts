import type { MediaGrant, MediaSource } from '@parley/domain/media/grants'
import { Fault } from '../../ports/fault.ts'
import type { Connected, MediaEngine, Pass } from '../../ports/media-engine.ts'

/** A media server without media: rooms and connections only, for tests. */
export type MemoryMediaEngine = MediaEngine & {
  /** Comes in with a pass, as a browser would; answers whether it was let in. */
  readonly connect: (token: string) => boolean
  /** Sends, where permitted; answers whether it was. */
  readonly publish: (room: string, identity: string, source: MediaSource) => boolean
  readonly stop: (room: string, identity: string, source: MediaSource) => void
  /** While down, every method rejects; rooms and connections are gone afterwards, as after a crash. */
  readonly setDown: (down: boolean) => void
  /** What was asked for since last read: `permit` and `remove` with their identity, `close` with the room. */
  readonly takeOrders: () => readonly string[]
  /** From now on says of each room something happens in, as an engine does over HTTP. */
  readonly tellTo: (hear: (body: string, authorization: string) => void) => void
  /** Resolves as soon as something holds; looked at whenever something was asked of the engine. */
  readonly until: (holds: () => boolean) => Promise<void>
}

type Connection = { may: MediaGrant; readonly publishes: Set<MediaSource> }

export const memoryMediaEngine = (): MemoryMediaEngine => {
  const rooms = new Map<string, Map<string, Connection>>()
  let down = false
  const orders = createOrders()
  const up = (): void => {
    // Whoever waits looks once this has been carried out.
    queueMicrotask(orders.look)
    if (down) throw new Fault('media-unreachable', { retryable: true })
  }
  let tell: ((body: string, authorization: string) => void) | undefined
  const news = (room: string): void => tell?.(room, 'genuine')
  const at = (room: string, identity: string): Connection | undefined => rooms.get(room)?.get(identity)

  return {
    url: '/media',
    inside: () => (down ? undefined : 'ws://127.0.0.1:9'),
    admit: async (pass) => {
      up()
      if (!rooms.has(pass.room)) rooms.set(pass.room, new Map())
      return JSON.stringify(pass)
    },
    rooms: async () => {
      up()
      return [...rooms.keys()]
    },
    connected: async (room) => {
      up()
      return [...(rooms.get(room) ?? [])].map(connectedOf)
    },
    permit: async (room, identity, grant) => {
      up()
      orders.note(`permit ${identity}`)
      const connection = at(room, identity)
      if (connection === undefined) return
      connection.may = grant
      for (const source of connection.publishes)
        if (!grant.publish.includes(source)) connection.publishes.delete(source)
    },
    remove: async (room, identity) => {
      up()
      orders.note(`remove ${identity}`)
      if (rooms.get(room)?.delete(identity) === true) news(room)
    },
    closeRoom: async (room) => {
      up()
      orders.note(`close ${room}`)
      rooms.delete(room)
    },
    hear: async (body, authorization) => (authorization === 'genuine' ? body : undefined),
    ...comingsAndGoings(rooms, () => down, news),
    tellTo: (hear) => {
      tell = hear
    },
    setDown: (next) => {
      down = next
      if (down) rooms.clear()
    },
    until: orders.until,
    takeOrders: orders.take,
  }
}

/** What people do of themselves. */
const comingsAndGoings = (
  rooms: ReadonlyMap<string, Map<string, Connection>>,
  isDown: () => boolean,
  news: (room: string) => void,
): Pick<MemoryMediaEngine, 'connect' | 'publish' | 'stop'> => ({
  connect: (token) => {
    const { room, identity, grant }: Pass = JSON.parse(token)
    const found = rooms.get(room)
    if (isDown() || found === undefined) return false
    found.set(identity, { may: grant, publishes: new Set() })
    news(room)
    return true
  },
  publish: (room, identity, source) => {
    const connection = rooms.get(room)?.get(identity)
    if (isDown() || connection?.may.publish.includes(source) !== true) return false
    connection.publishes.add(source)
    news(room)
    return true
  },
  stop: (room, identity, source) => {
    if (rooms.get(room)?.get(identity)?.publishes.delete(source) === true) news(room)
  },
})

const connectedOf = ([identity, { may, publishes }]: readonly [string, Connection]): Connected => ({
  identity,
  may,
  publishes: [...publishes],
})

/** What was asked for, and who waits for something to hold. */
const createOrders = () => {
  let noted: string[] = []
  const waiting = new Set<{ readonly holds: () => boolean; readonly resolve: () => void }>()
  const look = (): void => {
    for (const one of waiting) {
      if (!one.holds()) continue
      waiting.delete(one)
      one.resolve()
    }
  }
  return {
    look,
    note: (order: string): void => {
      noted.push(order)
    },
    take: (): readonly string[] => {
      const taken = noted
      noted = []
      return taken
    },
    until: (holds: () => boolean): Promise<void> =>
      new Promise((resolve) => {
        waiting.add({ holds, resolve })
        look()
      }),
  }
}
