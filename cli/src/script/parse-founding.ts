import * as z from 'zod'
import { checkDialogue } from './check-dialogue.ts'
import { Checker } from './checker.ts'
import { readBy } from './expected.ts'
import { type DialogueOutline, ScriptOutline } from './outline.ts'
import type { ScriptProblem } from './script-problem.ts'
import { readSource } from './source.ts'

export type ParsedFounding =
  | { readonly ok: true; readonly dialogue: DialogueOutline }
  | { readonly ok: false; readonly problems: readonly ScriptProblem[] }

/** The `meetings` of a whole script may stand there; they are not looked at. */
const FoundingOutline = ScriptOutline.extend({ meetings: z.unknown().optional() })

/** Understands the `dialogue` of a script, or says what is wrong with it, at its place. */
export const parseFounding = (text: string): ParsedFounding => {
  const read = readSource(text)
  if (!read.ok) return read
  const outline = readBy(FoundingOutline, read.source.value, read.source, [])
  if (!outline.ok) return outline
  const checker = new Checker(read.source)
  checkDialogue({ ...outline.value, meetings: [] }, checker)
  if (checker.problems.length > 0) return { ok: false, problems: checker.problems }
  return { ok: true, dialogue: outline.value.dialogue }
}
