import { Line, Passage } from '@parley/domain/words/wording'

/** What was typed per language as a wording, in composed letters and without empty ones; nothing where none is left. */
export const localizedFrom = (
  typed: Readonly<Record<string, string>>,
  kind: 'line' | 'passage',
): Readonly<Record<string, string>> | undefined => {
  const given = Object.entries(typed)
    .map(([language, text]) => [language, text.normalize('NFC').trim()] as const)
    .filter(([, text]) => (kind === 'line' ? Line : Passage).safeParse(text).success)
  return given.length === 0 ? undefined : Object.fromEntries(given)
}
