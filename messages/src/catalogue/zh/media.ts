import type { enMedia } from '../en/media.ts'

export const zhMedia = {} as const satisfies Record<keyof typeof enMedia, string>
