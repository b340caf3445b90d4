import { DelegateRoom } from './delegate-room.tsx'

export const InterpreterRoom = () => <DelegateRoom />
