import { CATALOGUES } from '@parley/messages/choose-catalogue'
import { holdWords } from '@parley/messages/words'
import { lazy, Suspense } from 'react'
import { DelegateRoom } from './delegate-room.tsx'
import { useLocale } from './locale.tsx'
import { NoticePage } from './notice-page.tsx'
import { useRoom } from './room-context.tsx'
import { seatPlace, type SeatPlace } from './seat-place.ts'

/** The room as this seat has it. Rooms that few people sit in are fetched when somebody does. */
export const SeatRoom = () => {
  const { meeting, seat } = useRoom()
  const { say } = useLocale()
  return (
    <Suspense fallback={<NoticePage title={say('room.loading')} />}>
      <RoomAt place={seatPlace(meeting, seat)} />
    </Suspense>
  )
}

const RoomAt = ({ place }: { readonly place: SeatPlace }) => {
  switch (place) {
    case 'chair':
      return <ChairRoom />
    case 'delegate':
      return <DelegateRoom />
    case 'interpreter':
      return <InterpreterRoom />
    case 'press':
      return <PressRoom />
    case 'observer':
      return <ObserverRoom />
  }
}

const ChairRoom = lazy(async () => ({ default: (await import('./chair-room.tsx')).ChairRoom }))
const InterpreterRoom = lazy(async () => {
  // A booth has two languages, and its glossary every one.
  const [{ InterpreterRoom: booth }] = await Promise.all([
    import('./interpreter-room.tsx'),
    holdWords(CATALOGUES),
  ])
  return { default: booth }
})
const PressRoom = lazy(async () => ({ default: (await import('./press-room.tsx')).PressRoom }))
const ObserverRoom = lazy(async () => ({ default: (await import('./observer-room.tsx')).ObserverRoom }))
