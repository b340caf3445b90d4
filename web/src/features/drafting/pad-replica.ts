import {
  MAX_UPDATE_BYTES,
  type PadCursor,
  type PadHand,
  type PadLine,
  type PadWriter,
} from '@parley/client/pads'
import type { Trouble } from '@parley/client/result'
import * as Y from 'yjs'
import { createCell, type Cell } from '../../app/cell.ts'
import { createTrafficGate, type Schedule, type TrafficGate } from './traffic-gate.ts'

/**
 * How one's own copy of a pad stands with the others'. `joining`: what they wrote is not there yet. `apart`: no
 * connection; writing goes on, and comes together later. `full`: it takes nothing more. `closed`: tabled or dropped.
 */
export type PadStanding = 'joining' | 'together' | 'apart' | 'full' | 'closed'

/** One's own copy of a pad, kept together with those of the others. */
export type PadReplica = {
  readonly doc: Y.Doc
  readonly gate: TrafficGate
  readonly standing: Cell<PadStanding>
  /** Where the others' cursors stand. */
  readonly hands: Cell<readonly PadHand[]>
  /** Tells that something of the others' is about to be shown. */
  readonly beforeOthers: (listener: () => void) => () => void
  /** Says where one's own cursor stands. */
  readonly point: (cursor: PadCursor | null) => void
  readonly leave: () => void
}

/** What is typed within this time goes out in one message. */
const GATHER_MS = 50
const REJOIN_AFTER_MS = 1000

/** Marks what came from the others, so that it is not sent back to them. */
const OTHERS = Symbol('others')

export const createPadReplica = (open: (writer: PadWriter) => PadLine, schedule: Schedule): PadReplica => {
  const doc = new Y.Doc({ gc: true })
  const gate = createTrafficGate(schedule)
  const standing = createCell<PadStanding>('joining')
  const hands = createCell<readonly PadHand[]>([])
  const listeners = new Set<() => void>()
  const comeIn = (work: () => void): void =>
    gate.comeIn(() => {
      for (const listener of listeners) listener()
      work()
    })
  const outbox = createOutbox(doc, schedule, () => (standing.read() === 'together' ? line : undefined))

  const onRefused = ({ code }: Trouble): void => {
    if (code === 'stale') return line.join()
    if (code === 'too-large') return standing.set('full')
    if (code === 'not-found') return standing.set('closed')
    // Too much at once, or the disk under the pads failed; nothing is lost by coming back.
    standing.set('joining')
    schedule(REJOIN_AFTER_MS, () => line.join())
  }

  const line = open({
    vector: () => Y.encodeStateVector(doc),
    onJoined: (update, vector) =>
      comeIn(() => {
        Y.applyUpdate(doc, update, OTHERS)
        standing.set('together')
        hands.set([])
        outbox.sendLacking(vector)
      }),
    onEdited: (update) => comeIn(() => Y.applyUpdate(doc, update, OTHERS)),
    onPointed: (hand) => comeIn(() => hands.set(withHand(hands.read(), hand))),
    onLost: () => {
      gate.flush()
      hands.set([])
      if (standing.read() !== 'closed') standing.set('apart')
    },
    onClosed: () => standing.set('closed'),
    onRefused,
  })
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== OTHERS) gate.goOut(() => outbox.put(update))
  })

  return {
    doc,
    gate,
    standing,
    hands,
    beforeOthers: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    point: (cursor) => gate.goOut(() => outbox.point(cursor)),
    leave: () => {
      gate.flush()
      outbox.sendNow()
      line.leave()
      doc.destroy()
    },
  }
}

const withHand = (hands: readonly PadHand[], hand: PadHand): readonly PadHand[] => {
  const others = hands.filter((other) => other.hand !== hand.hand)
  return hand.cursor === null ? others : [...others, hand]
}

/** What is to go out: gathered for a moment, and kept whole for a pad that lost it. */
const createOutbox = (doc: Y.Doc, schedule: Schedule, lineNow: () => PadLine | undefined) => {
  let waiting: Uint8Array[] = []
  let cursor: PadCursor | null | undefined
  let callOff: (() => void) | undefined
  /** All that was written here, for a pad that has to be told more than one message holds. */
  const own: Uint8Array[] = []

  const sendNow = (): void => {
    callOff?.()
    callOff = undefined
    const line = lineNow()
    // Without a line nothing is gathered: whatever the pad lacks is found out when it is joined again.
    const updates = waiting
    waiting = []
    if (line === undefined) return
    const merged = updates.length === 0 ? undefined : Y.mergeUpdates(updates)
    if (merged !== undefined && merged.length <= MAX_UPDATE_BYTES) line.edit(merged)
    else for (const update of updates) line.edit(update)
    if (cursor !== undefined) line.point(cursor)
    cursor = undefined
  }
  const soon = (): void => {
    callOff ??= schedule(GATHER_MS, () => {
      callOff = undefined
      sendNow()
    })
  }
  return {
    put: (update: Uint8Array): void => {
      own.push(update)
      waiting.push(update)
      soon()
    },
    point: (next: PadCursor | null): void => {
      cursor = next
      soon()
    },
    sendNow,
    sendLacking: (vector: Uint8Array): void => {
      waiting = []
      const whole = Y.encodeStateAsUpdate(doc, vector)
      const pieces =
        whole.length <= MAX_UPDATE_BYTES ? [whole] : own.map((update) => Y.diffUpdate(update, vector))
      for (const piece of pieces) if (!isEmpty(piece)) lineNow()?.edit(piece)
    },
  }
}

/** An update of no structs and no deletions is two zeros. */
const isEmpty = (update: Uint8Array): boolean => update.length <= 2
