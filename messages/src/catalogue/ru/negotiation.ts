import type { enNegotiation } from '../en/negotiation.ts'

export const ruNegotiation = {} as const satisfies Record<keyof typeof enNegotiation, string>
