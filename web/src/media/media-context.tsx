import { createContext, useContext, useEffect, useSyncExternalStore, type ReactNode } from 'react'
import { createCell, type Cell } from '../app/cell.ts'
import { CLOSED, type Attendee, type MediaView, type Tile } from './media-room.ts'
import type { MediaSession } from './media-session.ts'
import { toggled } from './shown-large.ts'
import { createWatching, type Watching } from './watching.ts'

/** A media room as the parts of a page share it. */
export type MediaPart = {
  readonly session: MediaSession
  readonly watching: Watching
  /** What this person keeps large, in the order of choosing, by `pinOf`. */
  readonly pinned: Cell<readonly string[]>
}

const MediaContext = createContext<MediaPart | undefined>(undefined)

export const mediaPart = (session: MediaSession): MediaPart => ({
  session,
  watching: createWatching(session.watch),
  pinned: createCell<readonly string[]>([]),
})

/** Goes in while it is on the screen. Without a part, a page has no sound and pictures, and says nothing of them. */
export const MediaProvider = ({
  part,
  children,
}: {
  readonly part: MediaPart | undefined
  readonly children: ReactNode
}) => {
  useEffect(() => {
    if (part === undefined) return undefined
    const { session } = part
    session.join()
    window.addEventListener('online', session.hurry)
    return () => {
      window.removeEventListener('online', session.hurry)
      session.leave()
    }
  }, [part])
  return <MediaContext value={part}>{children}</MediaContext>
}

export const useMediaPart = (): MediaPart | undefined => useContext(MediaContext)

const never = () => () => {}
const closed = (): MediaView => CLOSED

export const useMediaView = (): MediaView => {
  const part = useMediaPart()
  return useSyncExternalStore(part?.session.subscribe ?? never, part?.session.read ?? closed)
}

const none: readonly string[] = []
const noPins = (): readonly string[] => none

/** What is kept large, and what keeps something large or lets it go. */
export const usePins = (): {
  readonly pinned: readonly string[]
  readonly toggle: (pin: string) => void
} => {
  const cell = useMediaPart()?.pinned
  const pinned = useSyncExternalStore(cell?.subscribe ?? never, cell?.read ?? noPins)
  return { pinned, toggle: (pin) => cell?.set(toggled(cell.read(), pin)) }
}

/** The face of a seat, where there is a picture of it: of several devices the first. */
export const useFaceOf = (seat: string | undefined): Tile | undefined =>
  useMediaView().tiles.find((tile) => tile.source === 'camera' && tile.seat === seat)

export const useAttendee = (seat: string): Attendee | undefined =>
  useMediaView().attendees.find((one) => one.seat === seat)
