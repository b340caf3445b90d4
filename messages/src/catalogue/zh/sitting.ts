import type { enSitting } from '../en/sitting.ts'

export const zhSitting = {} as const satisfies Record<keyof typeof enSitting, string>
