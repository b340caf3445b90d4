import { actDrawer } from './act-drawer.ts'
import { createActDesk, type ActDesk } from './act-desk.ts'
import { createCell, type Cell } from './cell.ts'
import { enterChamber, type ChamberLine } from './chamber-line.ts'
import { meetingLog, type ConnectionState, type Place, type RoomConnection } from './connection.ts'
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
  /** Enters the closed room of one's own delegation. */
  readonly enterChamber: (delegation: string) => ChamberLine
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
    enterChamber: (delegation) => enterChamber(connection, place, delegation),
  }
}
