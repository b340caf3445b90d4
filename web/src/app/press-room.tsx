import { DelegateRoom } from './delegate-room.tsx'

export const PressRoom = () => <DelegateRoom />
