export const enSitting = {} as const
