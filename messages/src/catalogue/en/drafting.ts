export const enDrafting = {} as const
