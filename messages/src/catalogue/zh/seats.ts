import type { enSeats } from '../en/seats.ts'

export const zhSeats = {} as const satisfies Record<keyof typeof enSeats, string>
