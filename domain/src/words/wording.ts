import * as z from 'zod'

/**
 * What a person may write into the record. Refused, never silently repaired: empty text, text not in Unicode
 * NFC, control characters, bidirectional overrides and isolates, zero-width and invisible characters
 * (U+200C and U+200D stay: Persian and Indic scripts need them), lone surrogates.
 */
const FORBIDDEN =
  /(?!\n)\p{Cc}|[\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/u
const ALL_FORBIDDEN = new RegExp(FORBIDDEN, 'gu')
const LONE_SURROGATE = /\p{Surrogate}/u

/** Why a wording was refused; each code has words in `messages/`. */
export type WordingProblem =
  | 'text-empty'
  | 'text-too-long'
  | 'text-several-lines'
  | 'text-control-character'
  | 'text-not-normalised'

export const wordingProblem = (
  text: string,
  limitCharacters: number,
  lines: 'one' | 'many',
): WordingProblem | undefined => {
  if (text.trim() === '') return 'text-empty'
  if (text.length > limitCharacters) return 'text-too-long'
  if (lines === 'one' && text.includes('\n')) return 'text-several-lines'
  if (FORBIDDEN.test(text) || LONE_SURROGATE.test(text)) return 'text-control-character'
  if (text.normalize('NFC') !== text) return 'text-not-normalised'
  return undefined
}

/**
 * What a stranger wrote who cannot be asked again, as those who read it may see it: the characters that would be refused
 * elsewhere left out, lines ended one way.
 */
export const readableWords = (text: string): string =>
  text.replaceAll(/\r\n?/g, '\n').toWellFormed().replaceAll(ALL_FORBIDDEN, '').normalize('NFC')

const wording = (limitCharacters: number, lines: 'one' | 'many') =>
  z.string().superRefine((text, context) => {
    const problem = wordingProblem(text, limitCharacters, lines)
    if (problem !== undefined) context.addIssue({ code: 'custom', message: problem })
  })

/** One line: a name, a title, a theme. 1 to 500 UTF-16 units. */
export const Line = wording(500, 'one').meta({ id: 'Line' })
export type Line = z.infer<typeof Line>

/** Several lines: a letter, a paragraph, a reason. 1 to 12,000 UTF-16 units. */
export const Passage = wording(12_000, 'many').meta({ id: 'Passage' })
export type Passage = z.infer<typeof Passage>
