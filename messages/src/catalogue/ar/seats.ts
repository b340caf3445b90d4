import type { enSeats } from '../en/seats.ts'

export const arSeats = {} as const satisfies Record<keyof typeof enSeats, string>
