export const enMedia = {} as const
