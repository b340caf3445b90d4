export const enArrive = {} as const
