import type { enMedia } from '../en/media.ts'

export const arMedia = {} as const satisfies Record<keyof typeof enMedia, string>
