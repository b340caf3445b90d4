export const enPrepare = {} as const
