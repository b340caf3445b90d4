import type { enPrepare } from '../en/prepare.ts'

export const ruPrepare = {} as const satisfies Record<keyof typeof enPrepare, string>
