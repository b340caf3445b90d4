export const enNegotiation = {} as const
