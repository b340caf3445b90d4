import type { enNegotiation } from '../en/negotiation.ts'

export const zhNegotiation = {} as const satisfies Record<keyof typeof enNegotiation, string>
