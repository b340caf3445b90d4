import type { PadCursor } from '@parley/protocol/pads'
import { problem, type ProtocolCode } from '@parley/protocol/problem'
import type { PadKey } from '../ports/pad-store.ts'
import type { Connection } from './connection.ts'
import { newPadDocument, storedPadDocument, type PadDocument } from './pad-document.ts'
import { createPadSaving, type PadSavingDeps } from './pad-saving.ts'

/** One pad that somebody has open, and all who are in it. */
export type PadRoom = PadKey & {
  /**
   * Lets a connection in, or brings one that is in already up to date, with what it lacks. False when the room has been
   * given up meanwhile, and has to be entered anew.
   */
  readonly join: (connection: Connection, seat: string, vector: Uint8Array) => boolean
  /** Whether the update was taken; if not, its sender is told why. */
  readonly edit: (connection: Connection, update: Uint8Array) => boolean
  readonly point: (connection: Connection, cursor: PadCursor | null) => void
  readonly leave: (connection: Connection) => void
  /** Each seat once. */
  readonly seats: () => readonly string[]
  readonly connections: () => readonly Connection[]
  /** The draft is no more: everybody is told and out, and nothing is saved again. */
  readonly end: () => void
  readonly save: () => Promise<void>
}

export type PadRoomDeps = PadSavingDeps & {
  /** The room is given up: nobody is in it and all is saved, or its draft is no more. */
  readonly onGone: () => void
}

/** Opens a pad as it was saved, or with the wording it is to begin with. */
export const createPadRoom = async (
  key: PadKey,
  wording: () => Promise<Readonly<Record<string, string>>>,
  deps: PadRoomDeps,
): Promise<PadRoom> => {
  const stored = await deps.store.load(key)
  const document = stored === undefined ? undefined : readable(stored, deps)
  return padRoom(key, document ?? newPadDocument(await wording()), deps)
}

/** A state that is damaged on disk must not keep a delegation out of its room: the pad begins anew from what was kept. */
const readable = (stored: Uint8Array, { log }: PadRoomDeps): PadDocument | undefined => {
  try {
    return storedPadDocument(stored)
  } catch (cause) {
    log.error({ err: cause }, 'pad damaged')
    return undefined
  }
}

const padRoom = (key: PadKey, document: PadDocument, deps: PadRoomDeps): PadRoom => {
  const hands = createHands(key)
  let gone = false

  const giveUp = (): void => {
    if (gone) return
    gone = true
    deps.onGone()
  }
  const giveUpIfEmpty = (): void => {
    if (hands.connections().length === 0 && saving.isSaved()) giveUp()
  }
  const saving = createPadSaving(key, document.state, deps, giveUpIfEmpty)

  return {
    ...key,
    join: (connection, seat, vector) => {
      if (gone) return false
      const update = document.since(vector)
      if (update === undefined) hands.refuse(connection, 'malformed')
      else hands.add(connection, seat, { update: base64(update), vector: base64(document.vector()) })
      return true
    },
    edit: (connection, update) => {
      const outcome = hands.has(connection) ? document.take(update) : 'not-found'
      switch (outcome) {
        case 'not-found':
        case 'malformed':
        case 'too-large':
          hands.refuse(connection, outcome)
          return false
        case 'incomplete':
          hands.refuse(connection, 'stale')
          return false
        case 'taken':
          saving.edited()
          hands.tellOthers(connection, base64(update))
          return true
      }
    },
    point: (connection, cursor) => {
      if (!hands.point(connection, cursor)) hands.refuse(connection, 'not-found')
    },
    leave: (connection) => {
      hands.remove(connection)
      if (hands.connections().length === 0) void saving.save().then(giveUpIfEmpty)
    },
    seats: hands.seats,
    connections: hands.connections,
    end: () => {
      saving.stop()
      hands.removeAll()
      giveUp()
    },
    save: saving.save,
  }
}

type Hand = { readonly hand: number; readonly seat: string; cursor: PadCursor | null }

/** Who is in a pad, where each one's cursor stands, and what they are told. */
const createHands = ({ chamber, pad }: PadKey) => {
  const named = { log: chamber, pad }
  const hands = new Map<Connection, Hand>()
  let next = 1

  const pointed = ({ hand, seat, cursor }: Hand) =>
    ({ type: 'pad-pointed', ...named, hand, seat, cursor }) as const
  const toOthers = (connection: Connection, message: Parameters<Connection['send']>[0]): void => {
    for (const other of hands.keys()) if (other !== connection) other.send(message)
  }
  return {
    has: (connection: Connection): boolean => hands.has(connection),
    /** Sends what the newcomer lacks and where the others point. */
    add: (connection: Connection, seat: string, lacking: { update: string; vector: string }): void => {
      if (!hands.has(connection)) {
        hands.set(connection, { hand: next, seat, cursor: null })
        next += 1
      }
      connection.send({ type: 'pad', ...named, ...lacking })
      for (const [other, hand] of hands) {
        if (other !== connection && hand.cursor !== null) connection.send(pointed(hand))
      }
    },
    tellOthers: (connection: Connection, update: string): void =>
      toOthers(connection, { type: 'pad-edited', ...named, update }),
    point: (connection: Connection, cursor: PadCursor | null): boolean => {
      const hand = hands.get(connection)
      if (hand === undefined) return false
      hand.cursor = cursor
      toOthers(connection, pointed(hand))
      return true
    },
    remove: (connection: Connection): void => {
      const hand = hands.get(connection)
      hands.delete(connection)
      if (hand !== undefined && hand.cursor !== null) {
        toOthers(connection, pointed({ ...hand, cursor: null }))
      }
    },
    removeAll: (): void => {
      for (const connection of hands.keys()) connection.send({ type: 'pad-closed', ...named })
      hands.clear()
    },
    seats: (): readonly string[] => [...new Set([...hands.values()].map(({ seat }) => seat))].toSorted(),
    connections: (): readonly Connection[] => [...hands.keys()],
    refuse: (connection: Connection, code: ProtocolCode): void =>
      connection.send({ type: 'pad-refused', ...named, problem: problem(code) }),
  }
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
