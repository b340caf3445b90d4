/** The first wording no longer than the limit, in UTF-16 units; where all are longer, the last. */
export const firstFitting = (limit: number, wordings: readonly [string, ...string[]]): string =>
  wordings.find(({ length }) => length <= limit) ?? wordings.at(-1) ?? wordings[0]
