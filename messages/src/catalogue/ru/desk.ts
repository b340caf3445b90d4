import type { enDesk } from '../en/desk.ts'

export const ruDesk = {} as const satisfies Record<keyof typeof enDesk, string>
