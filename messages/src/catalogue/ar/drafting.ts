import type { enDrafting } from '../en/drafting.ts'

export const arDrafting = {} as const satisfies Record<keyof typeof enDrafting, string>
