import type { enArrive } from '../en/arrive.ts'

export const ruArrive = {} as const satisfies Record<keyof typeof enArrive, string>
