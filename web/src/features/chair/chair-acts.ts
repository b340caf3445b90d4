import { currentItem, packOf } from '@parley/domain/meeting/seats'
import { messagesToRead } from '@parley/domain/meeting/messages'
import { motionsByPrecedence } from '@parley/domain/meeting/decide/motions'
import { nextSpeakers } from '@parley/domain/meeting/speakers'
import type { Meeting } from '@parley/domain/meeting/state'
import type { Speech } from '@parley/domain/meeting/things'
import type { Proceedings } from '@parley/domain/proceedings'
import type { ProceedingsCommand } from '@parley/domain/proceedings/events'
import type { Refusal } from '@parley/domain/refusal'
import { agreedRoot } from '@parley/domain/text/views/standing'
import type { Instant } from '@parley/domain/words/identity'
import { refusalOf } from '../../app/permission.ts'
import { textBefore } from '../../app/text-before.ts'

/** What a chair can do with one key or one button. */
export type ChairActId =
  | 'open'
  | 'resume'
  | 'suspend-break'
  | 'suspend-consultation'
  | 'suspend-technical'
  | 'adjourn'
  | 'take-up'
  | 'conclude'
  | 'call-next'
  | 'call-message'
  | 'pause-interpretation'
  | 'pause-technical'
  | 'pause-question'
  | 'resume-floor'
  | 'extend'
  | 'end-turn'
  | 'open-list'
  | 'close-list'
  | 'rule-upheld'
  | 'rule-rejected'
  | 'rule-noted'
  | 'decide-appeal'
  | 'decide-motion'
  | 'put'
  | 'declare'
  | 'take-back'
  | 'close-silence'
  | 'order-recording'
  | 'end-recording'

export type ChairAct = {
  readonly id: ChairActId
  readonly command: ProceedingsCommand
  /** Why it cannot be done now. */
  readonly refusal: Refusal | undefined
}

const EXTENSION_SECONDS = 60

/**
 * What an act is about, so that a question can tell whether it is still the same one. A command names its target where
 * it can; the others are about whatever holds the floor, waits for a ruling or is taken up.
 */
export const aboutOf = ({ meeting }: Proceedings, command: ProceedingsCommand): string => {
  const { turn, pointOfOrder, appeal, current } = meeting
  return JSON.stringify([command, turn?.turn, pointOfOrder?.point, appeal?.point, current])
}

/** An act of the chair as it would be done now, whether it may or not; nothing where there is nothing it could be about. */
export const chairAct = (
  proceedings: Proceedings,
  seat: string,
  id: ChairActId,
  at: Instant,
): ChairAct | undefined => {
  const command = commandOf(proceedings, id)
  return command && { id, command, refusal: refusalOf(proceedings, seat, command, at) }
}

const commandOf = (proceedings: Proceedings, id: ChairActId): ProceedingsCommand | undefined => {
  const { meeting } = proceedings
  switch (id) {
    case 'open':
      return { type: 'OpenMeeting' }
    case 'resume':
      return { type: 'ResumeMeeting' }
    case 'suspend-break':
      return { type: 'SuspendMeeting', cause: 'break' }
    case 'suspend-consultation':
      return { type: 'SuspendMeeting', cause: 'consultation' }
    case 'suspend-technical':
      return { type: 'SuspendMeeting', cause: 'technical' }
    case 'adjourn':
      return { type: 'AdjournMeeting' }
    case 'take-up': {
      const next = itemAhead(meeting)
      return next === undefined ? undefined : { type: 'TakeUpItem', item: next }
    }
    case 'conclude':
      return { type: 'ConcludeItem' }
    case 'call-next': {
      const next = nextSpeakers(meeting)[0]
      return { type: 'GiveFloor', ...(next === undefined ? {} : { seat: next.seat, kind: next.kind }) }
    }
    case 'call-message': {
      const next = messagesToRead(meeting)[0]?.message.id
      return { type: 'CallMessage', ...(next === undefined ? {} : { message: next }) }
    }
    case 'pause-interpretation':
      return { type: 'PauseFloor', cause: 'interpretation' }
    case 'pause-technical':
      return { type: 'PauseFloor', cause: 'technical' }
    case 'pause-question':
      return { type: 'PauseFloor', cause: 'question' }
    case 'resume-floor':
      return { type: 'ResumeFloor' }
    case 'extend':
      return { type: 'ExtendTime', bySeconds: EXTENSION_SECONDS }
    case 'end-turn':
      return { type: 'EndTurn' }
    case 'open-list':
      return { type: 'OpenList' }
    case 'close-list':
      return { type: 'CloseList' }
    case 'rule-upheld':
      return { type: 'RulePointOfOrder', ruling: 'upheld' }
    case 'rule-rejected':
      return { type: 'RulePointOfOrder', ruling: 'rejected' }
    case 'rule-noted':
      return { type: 'RulePointOfOrder', ruling: 'noted' }
    case 'decide-appeal':
      return { type: 'DecideAppeal' }
    case 'decide-motion': {
      const first = motionsByPrecedence(meeting)[0]
      return { type: 'DecideMotion', ...(first === undefined ? {} : { motion: first.motion }) }
    }
    case 'order-recording':
      return { type: 'OrderRecording' }
    case 'end-recording':
      return { type: 'EndRecording' }
    case 'put':
    case 'declare':
    case 'take-back':
    case 'close-silence':
      return textCommandOf(proceedings, id)
  }
}

const textCommandOf = (
  proceedings: Proceedings,
  id: 'put' | 'declare' | 'take-back' | 'close-silence',
): ProceedingsCommand | undefined => {
  const text = textBefore(proceedings)
  if (text === undefined) return undefined
  switch (id) {
    case 'put':
      return { type: 'PutText', text: text.text, root: agreedRoot(text, proceedings.meeting) }
    case 'declare':
      return text.put && { type: 'DeclareAdopted', text: text.text, root: text.put.root }
    case 'take-back':
      return { type: 'TakeTextBack', text: text.text }
    case 'close-silence':
      return text.silence && { type: 'CloseSilence', text: text.text, root: text.silence.root }
  }
}

/** What is due from the chair next, the most pressing first; the first the rules allow. */
const DUE: readonly ChairActId[] = [
  'resume',
  'open',
  'decide-appeal',
  'decide-motion',
  'call-message',
  'call-next',
  'close-silence',
  'declare',
  'put',
  'conclude',
  'take-up',
  'adjourn',
]

/**
 * What the chair's one primary button does. Nothing while a point of order waits, for the ruling is the chair's own to
 * choose, and nothing while somebody speaks.
 */
export const dueAct = (proceedings: Proceedings, seat: string, at: Instant): ChairAct | undefined => {
  const { meeting } = proceedings
  if (meeting.pointOfOrder !== undefined || meeting.turn !== undefined) return undefined
  return DUE.map((id) => chairAct(proceedings, seat, id, at)).find(
    (act) => act !== undefined && act.refusal === undefined && isTimely(proceedings, act.id),
  )
}

/** The rules allow to put a text or to end a meeting long before anybody would. */
const isTimely = (proceedings: Proceedings, id: ChairActId): boolean => {
  const { meeting } = proceedings
  // A text that is put is declared adopted or taken back before the meeting goes on; which, the chair chooses.
  if (textBefore(proceedings)?.put !== undefined && id === 'conclude') return false
  const kind = currentItem(meeting)?.item.kind
  if (id === 'put' || id === 'declare') return kind === 'adoption' || kind === 'text'
  return id !== 'adjourn' || (meeting.phase === 'open' && itemAhead(meeting) === undefined)
}

const itemAhead = (meeting: Meeting): string | undefined =>
  meeting.agenda.find(({ status }) => status === 'ahead')?.item.id

/** Whom the chair calls next, for how long, and to do what; messages are read before anybody speaks. */
export const nextCalled = (
  meeting: Meeting,
):
  | {
      readonly seat: string
      readonly kind: Speech
      readonly limitSeconds: number
      readonly message: string | undefined
    }
  | undefined => {
  const item = currentItem(meeting)
  if (item === undefined) return undefined
  const called =
    item.item.kind === 'messages'
      ? messagesToRead(meeting).map(({ message }) => ({
          seat: message.reader,
          kind: 'message' as const,
          message: message.id,
        }))[0]
      : nextSpeakers(meeting).map(({ seat, kind }) => ({ seat, kind, message: undefined }))[0]
  if (called === undefined) return undefined
  return { ...called, limitSeconds: limitOf(meeting, called.kind) }
}

/** How long a turn of this kind is given under the item taken up. */
export const limitOf = (meeting: Meeting, kind: Speech): number =>
  currentItem(meeting)?.limitSeconds[kind] ?? packOf(meeting).limitSeconds[kind]

/**
 * Acts that are done at a press of a labelled button; all others ask first, and every act asks when a key did it, or
 * when the button has only just come to mean it.
 */
const LIGHT: ReadonlySet<ChairActId> = new Set([
  'pause-interpretation',
  'pause-technical',
  'pause-question',
  'resume-floor',
  'extend',
  'call-next',
  'call-message',
  'open-list',
  'close-list',
])

export const asksFirst = (id: ChairActId, by: 'key' | 'button', isFresh = false): boolean =>
  by === 'key' || isFresh || !LIGHT.has(id)
