import type { enSitting } from '../en/sitting.ts'

export const ruSitting = {} as const satisfies Record<keyof typeof enSitting, string>
