import { DelegateRoom } from './delegate-room.tsx'

export const ObserverRoom = () => <DelegateRoom />
