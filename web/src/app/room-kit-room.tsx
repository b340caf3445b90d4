import { DelegateRoom } from './delegate-room.tsx'

export const RoomKitRoom = () => <DelegateRoom />
