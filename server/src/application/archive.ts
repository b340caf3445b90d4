import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Clock } from '../ports/clock.ts'
import type { EventStore } from '../ports/event-store.ts'
import type { Fault } from '../ports/fault.ts'
import type { PublicDialogue, PublicMeeting, PublicRecord } from './archive/public-record.ts'
import { createShelf, type Shelf } from './archive/shelf.ts'
import { isDialogueEvent, isProceedingsEvent } from './kinds.ts'
import { recordedOf } from './leaf.ts'

/** The public projection of every dialogue, kept in step with the logs. */
export type Archive = {
  /** What the public may read now. The same object as before when nothing changed. */
  readonly now: () => PublicRecord
  /** Looks for dialogues founded since; resolves when all they had recorded by then is on the shelves. */
  readonly discover: () => Promise<void>
  readonly close: () => void
}

/** Follows every log; resolves when all that was recorded before the call is on the shelves. */
export const createArchive = async (
  store: EventStore,
  clock: Clock,
  onFault: (fault: Fault) => void = () => undefined,
): Promise<Archive> => {
  const shelves = new Map<string, Shelf>()
  const followed = new Map<string, () => void>()
  let changed = true
  let record: PublicRecord = { version: 0, changesAt: undefined, dialogues: [] }

  const follow = (log: string, take: (leaf: Uint8Array) => void): Promise<void> =>
    followToItsEnd(store, log, followed, take, onFault)

  const followMeeting = (log: string): Promise<void> => {
    const shelf = createShelf()
    shelves.set(log, shelf)
    return follow(log, (leaf) => {
      if (shelf.take(recordedOf(leaf, isProceedingsEvent), clock.now())) changed = true
    })
  }

  const look = async (): Promise<void> => {
    const meetings: Promise<void>[] = []
    const dialogues = (await store.logs('dialogue/')).filter((log) => !followed.has(log))
    const take = (dialogue: string, leaf: Uint8Array): void => {
      const { event } = recordedOf(leaf, isDialogueEvent)
      if (event.type === 'MeetingNumbered')
        meetings.push(followMeeting(`meeting/${dialogue}/${event.meeting}`))
    }
    await Promise.all(
      dialogues.map((log) => follow(log, (leaf) => take(log.slice('dialogue/'.length), leaf))),
    )
    await Promise.all(meetings)
  }

  // One look after the other: a second caller must not be told that the first one's finds are already read.
  let looking: Promise<void> = Promise.resolve()
  const discover = (): Promise<void> => {
    looking = looking.catch(() => undefined).then(look)
    return looking
  }

  await discover()
  return {
    now: () => {
      const at = clock.now()
      if (!changed && (record.changesAt === undefined || at < record.changesAt)) return record
      for (const shelf of shelves.values()) if (shelf.lift(at)) changed = true
      if (!changed) return record
      changed = false
      const meetings = [...shelves.values()].flatMap((shelf) => shelf.meeting() ?? [])
      const lifts = [...shelves.values()].flatMap((shelf) => shelf.nextLift() ?? [])
      record = {
        version: record.version + 1,
        changesAt: lifts.length === 0 ? undefined : Math.min(...lifts),
        dialogues: byDialogue(meetings),
      }
      return record
    },
    discover,
    close: () => {
      for (const end of followed.values()) end()
    },
  }
}

const followToItsEnd = async (
  store: EventStore,
  log: string,
  followed: Map<string, () => void>,
  take: (leaf: Uint8Array) => void,
  onFault: (fault: Fault) => void,
): Promise<void> => {
  if (followed.has(log)) return
  const caughtUp = Promise.withResolvers<void>()
  followed.set(log, () => undefined)
  const size = await store.size(log)
  const end = store.follow(
    log,
    0,
    (firstSeq, leaves) => {
      for (const leaf of leaves) take(leaf)
      if (firstSeq + leaves.length >= size) caughtUp.resolve()
    },
    (fault) => {
      onFault(fault)
      followed.delete(log)
      caughtUp.resolve()
    },
  )
  followed.set(log, end)
  if (size === 0) caughtUp.resolve()
  await caughtUp.promise
  await nextTurn()
}

const byDialogue = (meetings: readonly PublicMeeting[]): readonly PublicDialogue[] => {
  const grouped = Map.groupBy(meetings, (meeting) => meeting.dialogue)
  return [...grouped]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([dialogue, unordered]) => {
      const inOrder = unordered.toSorted((a, b) => b.number - a.number)
      const [latest] = inOrder
      if (latest === undefined) return []
      return [{ dialogue, name: latest.dialogueName, parties: latest.delegations, meetings: inOrder }]
    })
}
