import type { enDrafting } from '../en/drafting.ts'

export const zhDrafting = {} as const satisfies Record<keyof typeof enDrafting, string>
