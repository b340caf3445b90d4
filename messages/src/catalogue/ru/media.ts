import type { enMedia } from '../en/media.ts'

export const ruMedia = {} as const satisfies Record<keyof typeof enMedia, string>
