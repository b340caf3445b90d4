import type { enSeats } from '../en/seats.ts'

export const ruSeats = {} as const satisfies Record<keyof typeof enSeats, string>
