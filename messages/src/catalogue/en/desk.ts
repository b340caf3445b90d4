export const enDesk = {} as const
