import type { enPrepare } from '../en/prepare.ts'

export const arPrepare = {} as const satisfies Record<keyof typeof enPrepare, string>
