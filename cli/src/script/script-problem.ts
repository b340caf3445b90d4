/** A place in a script; both count from 1, columns in characters. */
export type Place = { readonly line: number; readonly column: number }

/** Something in a script that is not as it must be, and what was expected in its place. */
export type ScriptProblem = Place & { readonly expected: string }

/** At most this many problems are told at once. */
export const PROBLEMS_LIMIT = 50

/** As compilers say it, so that editors find the place. */
export const problemLine = (file: string, { line, column, expected }: ScriptProblem): string =>
  `${file}:${line}:${column}: ${expected}`
