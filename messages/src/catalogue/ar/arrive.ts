import type { enArrive } from '../en/arrive.ts'

export const arArrive = {} as const satisfies Record<keyof typeof enArrive, string>
