import { lazy, Suspense } from 'react'
import { ChairRoom } from './chair-room.tsx'
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

const InterpreterRoom = lazy(async () => ({
  default: (await import('./interpreter-room.tsx')).InterpreterRoom,
}))
const PressRoom = lazy(async () => ({ default: (await import('./press-room.tsx')).PressRoom }))
const ObserverRoom = lazy(async () => ({ default: (await import('./observer-room.tsx')).ObserverRoom }))
