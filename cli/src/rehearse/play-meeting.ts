import { headOf } from '@parley/domain/meeting'
import type { DialogueOutline } from '../script/outline.ts'
import type { ScriptMeeting, Step, StepOf } from '../script/script.ts'
import { unmet } from './expectations.ts'
import { convening, preparation } from './prepare.ts'
import type { Sitting } from './sitting.ts'
import { adopt, agree, hear, lendHands, publish, readOut, speak, takeItem } from './words.ts'

/** Told before each act of the outline and before each step, for whoever watches. */
export type OnProgress = (done: number, of: number) => void

/** After this many surprises the rest says nothing more. */
const SURPRISES_LIMIT = 20

/** Plays a meeting; answers the label or phase it stopped at, when `until` named one and it came there. */
export const playMeeting = async (
  sitting: Sitting,
  dialogue: DialogueOutline,
  lead: string,
  meeting: ScriptMeeting,
  { until, onProgress }: { readonly until?: string | undefined; readonly onProgress: OnProgress },
): Promise<string | undefined> => {
  const { place } = meeting
  const convene = convening(lead, meeting)
  const prepared = preparation(dialogue, lead, meeting)
  const total = prepared.length + meeting.steps.length + 1
  let played = 0
  const progress = (): void => onProgress((played += 1), total)

  if (convene !== undefined && !(await sitting.must(convene.seat, convene.command, place))) return undefined
  progress()
  // What a meeting convened by its own steps is prepared with comes when there is a meeting.
  let waiting = convene === undefined ? prepared : []
  for (const { seat, command } of convene === undefined ? [] : prepared) {
    await sitting.must(seat, command, place)
    progress()
    if (sitting.surprises.length >= SURPRISES_LIMIT) return undefined
  }
  for (const step of meeting.steps) {
    await playStep(sitting, step, dialogue, lead)
    progress()
    if (sitting.surprises.length >= SURPRISES_LIMIT) return undefined
    if (until !== undefined && (await isReached(sitting, step, until))) return until
    if (waiting.length > 0 && sitting.size > 0) {
      for (const { seat, command } of waiting) await sitting.must(seat, command, place)
      waiting = []
    }
  }
  return undefined
}

const playStep = async (
  sitting: Sitting,
  step: Step,
  dialogue: DialogueOutline,
  lead: string,
): Promise<void> => {
  switch (step.word) {
    case 'act':
      await sitting.must(step.seat, step.command, step.place, step)
      return
    case 'refused':
      return expectRefusal(sitting, step)
    case 'wait':
      return sitting.pace.wait(step.seconds)
    case 'item':
      return takeItem(sitting, step)
    case 'speak':
      return speak(sitting, step)
    case 'hear':
      return hear(sitting, step)
    case 'read':
      return readOut(sitting, step)
    case 'agree':
      return agree(sitting, step)
    case 'adopt':
      return adopt(sitting, step)
    case 'initial':
    case 'sign':
      return lendHands(sitting, step)
    case 'publish':
      return publish(sitting, step, dialogue, lead)
    case 'expect': {
      const differences = unmet(step.expected, await sitting.view())
      sitting.surprises.push(
        ...differences.map((one) => ({ place: step.place, kind: 'not-as-expected' as const, ...one })),
      )
      return
    }
    case 'label':
  }
}

const expectRefusal = async (sitting: Sitting, step: StepOf<'refused'>): Promise<void> => {
  const { seat, command, code, details, place } = step
  const answer = await sitting.act(seat, command, place, step)
  if (answer.ok) {
    sitting.surprises.push({ place, kind: 'done', code })
    return
  }
  const { problem } = answer
  const refusal: object = problem.code === 'unreachable' ? {} : (problem.refusal ?? {})
  const told = Object.entries(details).every(
    ([field, value]) => JSON.stringify(Reflect.get(refusal, field)) === JSON.stringify(value),
  )
  if (problem.code === code && told) sitting.refusalsAsScripted += 1
  else {
    const expected = Object.keys(details).length === 0 ? code : `${code} ${JSON.stringify(details)}`
    const actual = problem.code === code ? `${code} ${JSON.stringify(refusal)}` : problem.code
    sitting.surprises.push({ place, kind: 'refused-otherwise', expected, actual })
  }
}

/** The phases of a meeting that `--until` knows besides a script's own labels. */
export const PHASES = ['convened', 'opened', 'adopted', 'signed', 'adjourned', 'published'] as const
export type PhaseName = (typeof PHASES)[number]

const isPhase = (until: string): until is PhaseName => PHASES.some((phase) => phase === until)

const isReached = async (sitting: Sitting, step: Step, until: string): Promise<boolean> => {
  if (step.word === 'label' && step.label === until) return true
  if (!isPhase(until)) return false
  const { meeting, texts, releases } = await sitting.view()
  switch (until) {
    case 'convened':
      return meeting.phase !== 'none'
    case 'opened':
      return meeting.phase !== 'none' && meeting.phase !== 'convened'
    case 'adopted':
      return Object.values(texts.byId).some(({ adopted }) => adopted !== undefined)
    case 'signed':
      return Object.values(texts.byId).some(({ signed }) =>
        meeting.delegations.every(
          ({ id }) => headOf(meeting, id) !== undefined && signed.some((one) => one.delegation === id),
        ),
      )
    case 'adjourned':
      return meeting.phase === 'adjourned'
    case 'published':
      return Object.values(releases.versions).some(({ editions }) => editions.length > 0)
  }
}
