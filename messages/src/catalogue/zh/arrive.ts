import type { enArrive } from '../en/arrive.ts'

export const zhArrive = {} as const satisfies Record<keyof typeof enArrive, string>
