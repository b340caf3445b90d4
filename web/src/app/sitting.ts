import { ChamberEvent, evolveChamber, initialChamber, type Chamber } from '@parley/domain/chamber'
import { Author } from '@parley/domain/words/identity'
import type { LeafOnWire } from '@parley/client/parley-client'
import { actDrawer } from './act-drawer.ts'
import { createActDesk, type ActDesk } from './act-desk.ts'
import { createCell, type Cell } from './cell.ts'
import {
  chamberLog,
  meetingLog,
  type ConnectionState,
  type Place,
  type RoomConnection,
} from './connection.ts'
import { createProceedingsStore, type ProceedingsStore } from './proceedings-store.ts'
import { serverClock, type ServerClock } from './server-clock.ts'

/** One person at one meeting, as this page has it: what is recorded, what was asked, what time it is, how the line is. */
export type Sitting = {
  readonly place: Place
  readonly seat: string
  readonly store: ProceedingsStore
  readonly desk: ActDesk
  readonly clock: ServerClock
  readonly connection: Cell<ConnectionState>
  /** Begins to follow the meeting. Returns what stops it. */
  readonly follow: () => () => void
  /** Follows the closed room of one's own delegation. Returns what stops it. */
  readonly followChamber: (delegation: string, chamber: Cell<Chamber>) => () => void
}

export const createSitting = (connection: RoomConnection, place: Place, seat: string): Sitting => {
  const store = createProceedingsStore()
  const clock = serverClock()
  const state = createCell<ConnectionState>('opening')
  const desk = createActDesk(
    connection.act,
    undefined,
    globalThis.sessionStorage && actDrawer(sessionStorage, `parley.acts.${meetingLog(place)}.${seat}`),
  )
  return {
    place,
    seat,
    store,
    desk,
    clock,
    connection: state,
    follow: () => {
      void connection.summary(place).then((summary) => {
        if (summary.ok) clock.setBy(summary.value.now)
      })
      return connection.follow(meetingLog(place), {
        onLeaf: store.add,
        onCaughtUp: () => {
          store.caughtUp()
          void desk.connected()
        },
        onState: state.set,
      })
    },
    followChamber: (delegation, chamber) => {
      let next = 0
      return connection.follow(chamberLog(place, delegation), {
        onLeaf: (leaf) => {
          if (leaf.seq < next) return
          next = leaf.seq + 1
          chamber.set(evolveChamber(chamber.read(), recordedInChamber(leaf)))
        },
        onCaughtUp: () => {},
        // The meeting's own line says how the connection is; a chamber that is not ours stays empty.
        onState: () => {},
      })
    },
  }
}

export const emptyChamber = (): Cell<Chamber> => createCell(initialChamber)

const recordedInChamber = ({ seq, at, by, type, data }: LeafOnWire) => ({
  seq,
  at,
  by: Author.parse(by),
  event: ChamberEvent.parse({ ...data, type }),
})
