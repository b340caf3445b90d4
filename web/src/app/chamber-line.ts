import type { Live, Present } from '@parley/client/live'
import { ChamberEvent, evolveChamber, initialChamber, type Chamber } from '@parley/domain/chamber'
import { Author } from '@parley/domain/words/identity'
import type { LeafOnWire } from '@parley/client/parley-client'
import type { PadCompany, PadLine, PadWriter } from '@parley/client/pads'
import { createCell, type Cell } from './cell.ts'
import { chamberLog, type ConnectionState, type Place, type RoomConnection } from './connection.ts'

/** The closed room of one's own delegation, as this page has it. */
export type ChamberLine = {
  readonly log: string
  readonly delegation: string
  readonly chamber: Cell<Chamber>
  /** Whether everything recorded before this page was opened has arrived. */
  readonly caughtUp: Cell<boolean>
  readonly state: Cell<ConnectionState>
  /** Who of the delegation is at a screen now. */
  readonly present: Cell<readonly Present[]>
  /** Who is in which pad now, known while this page is in one. */
  readonly company: Cell<PadCompany>
  readonly openPad: (pad: string, writer: PadWriter) => PadLine
  readonly close: () => void
}

/** Enters the chamber: follows its log, and says that this seat is here, or away while the page is hidden. */
export const enterChamber = (connection: RoomConnection, place: Place, delegation: string): ChamberLine => {
  const log = chamberLog(place, delegation)
  const chamber = createCell<Chamber>(initialChamber)
  const caughtUp = createCell(false)
  const state = createCell<ConnectionState>('opening')
  const present = createCell<readonly Present[]>([])
  const company = createCell<PadCompany>([])
  const live = connection.open(state.set)
  live.follow(log, 0, {
    onLeaf: (leaf) => chamber.set(evolveChamber(chamber.read(), recordedInChamber(leaf))),
    onCaughtUp: () => {
      state.set('live')
      caughtUp.set(true)
    },
  })
  const leave = attend(live, log, present.set)
  const stopWatching = live.watchPads(log, company.set)
  return {
    log,
    delegation,
    chamber,
    caughtUp,
    state,
    present,
    company,
    openPad: (pad, writer) => live.openPad(log, pad, writer),
    close: () => {
      stopWatching()
      leave()
      live.close()
    },
  }
}

const attend = (live: Live, log: string, onPresent: (present: readonly Present[]) => void): (() => void) => {
  const appear = (): void => {
    live.attend(log, document.visibilityState === 'hidden' ? 'away' : 'here', onPresent)
  }
  appear()
  document.addEventListener('visibilitychange', appear)
  return () => document.removeEventListener('visibilitychange', appear)
}

const recordedInChamber = ({ seq, at, by, type, data }: LeafOnWire) => ({
  seq,
  at,
  by: Author.parse(by),
  event: ChamberEvent.parse({ ...data, type }),
})
