import type { enPrepare } from '../en/prepare.ts'

export const zhPrepare = {} as const satisfies Record<keyof typeof enPrepare, string>
