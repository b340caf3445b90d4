import type { enDesk } from '../en/desk.ts'

export const arDesk = {} as const satisfies Record<keyof typeof enDesk, string>
