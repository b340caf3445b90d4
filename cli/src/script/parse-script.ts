import { Checker } from './checker.ts'
import { checkDialogue } from './check-dialogue.ts'
import { checkMeeting } from './check-meeting.ts'
import { checkSteps } from './check-steps.ts'
import { readBy } from './expected.ts'
import { Likes } from './like.ts'
import { namesOf } from './names.ts'
import { ScriptOutline } from './outline.ts'
import { StepReader } from './read-step.ts'
import type { Script, ScriptMeeting } from './script.ts'
import { PROBLEMS_LIMIT, type ScriptProblem } from './script-problem.ts'
import { readSource } from './source.ts'

export type ParsedScript =
  | { readonly ok: true; readonly script: Script }
  /** In the order of their places; at most `PROBLEMS_LIMIT`. */
  | { readonly ok: false; readonly problems: readonly ScriptProblem[] }

/**
 * Understands a script, or says everything that is wrong with it, at its place. What is understood is whole: every name it
 * uses is given somewhere, every command has the fields the domain asks for.
 */
export const parseScript = (text: string): ParsedScript => {
  const read = readSource(text)
  if (!read.ok) return wrong(read.problems)
  const { source } = read
  const outline = readBy(ScriptOutline, source.value, source, [])
  if (!outline.ok) return wrong(outline.problems)
  const { dialogue } = outline.value
  const likes = new Likes(outline.value, source)
  const checker = new Checker(source)
  const problems: ScriptProblem[] = []
  checkDialogue(outline.value, checker)
  const meetings = outline.value.meetings.flatMap((_, index): readonly ScriptMeeting[] => {
    const meeting = likes.meeting(index)
    if (meeting === undefined) return []
    const path = ['meetings', index]
    const completed = { ...meeting, people: likes.people(index) }
    const names = namesOf(outline.value, completed)
    checkMeeting(dialogue, completed, names, path, checker)
    const reader = new StepReader(source, names.seats)
    const steps = (meeting.steps ?? []).flatMap((step, place) => reader.read(step, [...path, 'steps', place]))
    problems.push(...reader.problems)
    checkSteps(steps, names, checker)
    return [{ ...completed, steps, place: source.placeOf(path) }]
  })
  problems.push(...likes.problems, ...checker.problems)
  return problems.length > 0 ? wrong(problems) : { ok: true, script: { dialogue, meetings } }
}

const wrong = (problems: readonly ScriptProblem[]): ParsedScript => ({
  ok: false,
  problems: problems
    .toSorted((one, other) => one.line - other.line || one.column - other.column)
    .slice(0, PROBLEMS_LIMIT),
})
