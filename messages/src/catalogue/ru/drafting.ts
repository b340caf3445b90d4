import type { enDrafting } from '../en/drafting.ts'

export const ruDrafting = {} as const satisfies Record<keyof typeof enDrafting, string>
