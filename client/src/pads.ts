import type { ClientMessage, ServerMessage } from '@parley/protocol/live'
import { MAX_UPDATE_BYTES, type PadCompany, type PadCursor } from '@parley/protocol/pads'
import { bytesOfBase64, base64OfBytes } from './base64.ts'
import type { Trouble } from './result.ts'

export { MAX_UPDATE_BYTES }
export type { PadCompany, PadCursor }

/** Somebody's cursor in a pad; `hand` tells apart the screens of one seat. Without a cursor it points nowhere now. */
export type PadHand = { readonly hand: number; readonly seat: string; readonly cursor: PadCursor | null }

/** Who writes in a pad and is told of it. All bytes are Yjs's own. */
export type PadWriter = {
  /** The state vector of what this end has; asked each time the pad is joined, after a drop too. */
  readonly vector: () => Uint8Array
  /** What the pad held beyond that vector, and the vector of what it holds now: what it lacks is to be sent. */
  readonly onJoined: (update: Uint8Array, vector: Uint8Array) => void
  readonly onEdited: (update: Uint8Array) => void
  readonly onPointed: (hand: PadHand) => void
  /** The connection broke; the pad is joined again as soon as there is one, and nobody's cursor is known until then. */
  readonly onLost: () => void
  /** The draft was tabled or dropped. */
  readonly onClosed: () => void
  readonly onRefused: (problem: Trouble) => void
}

export type PadLine = {
  /** Lost where there is no connection: joining again brings both ends together. */
  readonly edit: (update: Uint8Array) => void
  readonly point: (cursor: PadCursor | null) => void
  readonly join: () => void
  readonly leave: () => void
}

type PadMessage = Extract<ServerMessage, { readonly pad: string }>

/** The pads of one connection. */
export const createPads = (say: (message: ClientMessage) => void) => {
  const writers = new Map<string, { readonly join: () => void; readonly writer: PadWriter }>()

  const tell = (message: PadMessage, writer: PadWriter): void => {
    switch (message.type) {
      case 'pad':
        return writer.onJoined(bytesOfBase64(message.update), bytesOfBase64(message.vector))
      case 'pad-edited':
        return writer.onEdited(bytesOfBase64(message.update))
      case 'pad-pointed': {
        const { hand, seat, cursor } = message
        return writer.onPointed({ hand, seat, cursor })
      }
      case 'pad-closed':
        return writer.onClosed()
      case 'pad-refused':
        return writer.onRefused(message.problem)
    }
  }

  return {
    open: (log: string, pad: string, writer: PadWriter): PadLine => {
      const named = { log, pad }
      const join = (): void => say({ type: 'join-pad', ...named, vector: base64OfBytes(writer.vector()) })
      writers.set(keyOf(named), { join, writer })
      join()
      return {
        edit: (update) => say({ type: 'edit-pad', ...named, update: base64OfBytes(update) }),
        point: (cursor) => say({ type: 'point-in-pad', ...named, cursor }),
        join,
        leave: () => {
          writers.delete(keyOf(named))
          say({ type: 'leave-pad', ...named })
        },
      }
    },
    hear: (message: PadMessage): void => {
      const known = writers.get(keyOf(message))
      if (known !== undefined) tell(message, known.writer)
    },
    welcomed: (): void => {
      for (const { join } of writers.values()) join()
    },
    lost: (): void => {
      for (const { writer } of writers.values()) writer.onLost()
    },
  }
}

const keyOf = ({ log, pad }: { readonly log: string; readonly pad: string }): string => `${log} ${pad}`
