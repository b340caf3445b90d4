import { openDraft } from '@parley/domain/chamber/state'
import { parseLogName } from '@parley/protocol/address'
import { parsePadName, type PadAddress } from '@parley/protocol/pads'
import type { FastifyBaseLogger } from 'fastify'
import { type Caller, principalName } from '../application/caller.ts'
import type { Parley } from '../application/parley.ts'
import type { PadStore } from '../ports/pad-store.ts'
import { createPadRoom, type PadRoom } from './pad-room.ts'
import type { Schedule } from './pad-saving.ts'
import { createTokenBucket, type TokenBucket } from './token-bucket.ts'

type Seat = Extract<Caller, { kind: 'seat' }>

/**
 * What costs the server more than passing on: joining, and updates that are refused. Counted for all sockets of a seat
 * together; more than somebody needs who comes back on several devices.
 */
export const PAD_LABOURS = { atOnce: 64, perSecond: 8 } as const

/** The pads of all chambers that somebody has open. */
export type PadRooms = {
  /**
   * The room of a pad, for a caller who may follow its chamber's log; `undefined` to everybody else, and where there is
   * no such pad.
   */
  readonly enter: (
    caller: Caller,
    asked: { readonly log: string; readonly pad: string },
  ) => Promise<PadRoom | undefined>
  /** What a seat may still ask of us that costs us much. */
  readonly laboursOf: (caller: Seat) => TokenBucket
  /** Somebody came or went: tells all who are in any pad of the chamber who is in which. */
  readonly moved: (chamber: string) => void
  /** Saves what is not saved yet; the sockets are gone by then. */
  readonly close: () => Promise<void>
}

export type PadRoomsDeps = {
  readonly parley: Parley
  readonly store: PadStore
  readonly log: FastifyBaseLogger
  readonly schedule: Schedule
}

export const createPadRooms = (deps: PadRoomsDeps): PadRooms => {
  const { parley, log } = deps
  const { chambers } = parley.logs
  const rooms = new Map<string, Promise<PadRoom>>()
  // Never forgotten: whoever closed all sockets and came again would have all of it anew. There are no more than seats.
  const labours = new Map<string, TokenBucket>()
  const openRooms = async (chamber?: string): Promise<readonly PadRoom[]> =>
    (await Promise.allSettled(rooms.values()))
      .flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
      .filter((room) => chamber === undefined || room.chamber === chamber)
  const noted = (cause: unknown): void => log.error({ err: cause }, 'pads')
  const moved = createRollCall(openRooms, noted)
  const watch = createWatch(deps, openRooms, moved, noted)

  /** The wording a pad begins with where nothing was saved of it; `undefined` where there is no such pad. */
  const wordingOf = async (
    chamber: string,
    pad: PadAddress,
  ): Promise<Readonly<Record<string, string>> | undefined> =>
    pad.kind === 'notes' ? {} : openDraft((await chambers.load(chamber)).state, pad.draft)?.body

  const open = (chamber: string, pad: string, address: PadAddress): Promise<PadRoom> => {
    const key = `${chamber} ${pad}`
    const known = rooms.get(key)
    if (known !== undefined) return known
    const wording = async () => (await wordingOf(chamber, address)) ?? {}
    const opened = createPadRoom({ chamber, pad }, wording, { ...deps, onGone: () => rooms.delete(key) })
    rooms.set(key, opened)
    // What could not be opened is tried anew by the next who asks.
    opened.catch(() => rooms.delete(key))
    return opened
  }

  return {
    enter: async (caller, { log: chamber, pad: name }) => {
      const address = parseLogName(chamber)
      const pad = parsePadName(name)
      if (address?.kind !== 'chamber' || pad === undefined) return undefined
      const window = await parley.window(caller, address)
      if (!window.ok) return undefined
      await watch.begin(chamber)
      return (await wordingOf(chamber, pad)) === undefined ? undefined : open(chamber, name, pad)
    },
    laboursOf: ({ principal }) => {
      const name = principalName(principal)
      const own = labours.get(name) ?? createTokenBucket(PAD_LABOURS.atOnce, PAD_LABOURS.perSecond)
      labours.set(name, own)
      return own
    },
    moved,
    close: async () => {
      watch.end()
      for (const room of await openRooms()) await room.save()
    },
  }
}

type OpenRooms = (chamber?: string) => Promise<readonly PadRoom[]>

/** Follows the chambers whose pads are open, and lets go of pads whose draft was tabled or dropped. */
const createWatch = (
  { parley, store }: PadRoomsDeps,
  openRooms: OpenRooms,
  moved: (chamber: string) => void,
  noted: (cause: unknown) => void,
) => {
  const watched = new Map<string, () => void>()
  const events = parley.logs.store

  /** From the screens, and from what is kept. */
  const sweep = async (chamber: string): Promise<void> => {
    const { state } = await parley.logs.chambers.load(chamber)
    const isOver = (name: string): boolean => {
      const pad = parsePadName(name)
      return pad?.kind === 'draft' && openDraft(state, pad.draft) === undefined
    }
    for (const room of await openRooms(chamber)) if (isOver(room.pad)) room.end()
    moved(chamber)
    for (const pad of await store.pads(chamber)) if (isOver(pad)) await store.remove({ chamber, pad })
  }

  return {
    begin: async (chamber: string): Promise<void> => {
      if (watched.has(chamber)) return
      watched.set(chamber, () => undefined)
      const onLeaves = (): void => void sweep(chamber).catch(noted)
      const onFault = (fault: unknown): void => {
        watched.delete(chamber)
        noted(fault)
      }
      watched.set(chamber, events.follow(chamber, await events.size(chamber), onLeaves, onFault))
      await sweep(chamber)
    },
    end: (): void => {
      for (const stop of watched.values()) stop()
    },
  }
}

/** However many come and go in one turn of the loop, a chamber is told once. */
const createRollCall = (openRooms: OpenRooms, noted: (cause: unknown) => void) => {
  const changed = new Set<string>()
  const tell = async (): Promise<void> => {
    const told = [...changed]
    changed.clear()
    for (const chamber of told) {
      const rooms = (await openRooms(chamber)).filter((room) => room.seats().length > 0)
      const pads = rooms.map((room) => ({ pad: room.pad, seats: [...room.seats()] }))
      const everybody = new Set(rooms.flatMap((room) => room.connections()))
      for (const connection of everybody) connection.send({ type: 'pad-company', log: chamber, pads })
    }
  }
  return (chamber: string): void => {
    if (changed.size === 0) setImmediate(() => void tell().catch(noted))
    changed.add(chamber)
  }
}
