import type { enSitting } from '../en/sitting.ts'

export const arSitting = {} as const satisfies Record<keyof typeof enSitting, string>
