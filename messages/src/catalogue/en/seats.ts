export const enSeats = {} as const
