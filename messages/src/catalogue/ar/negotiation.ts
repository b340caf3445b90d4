import type { enNegotiation } from '../en/negotiation.ts'

export const arNegotiation = {} as const satisfies Record<keyof typeof enNegotiation, string>
