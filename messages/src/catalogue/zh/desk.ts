import type { enDesk } from '../en/desk.ts'

export const zhDesk = {} as const satisfies Record<keyof typeof enDesk, string>
