import type { DialogueView } from '@parley/client/parley-client'
import { decideConvening, type ConveneMeeting } from '@parley/domain/dialogue/convening'
import type { Dialogue } from '@parley/domain/dialogue/state'
import type { Mode } from '@parley/domain/meeting/convening'
import type { Refusal } from '@parley/domain/refusal'
import type { Instant } from '@parley/domain/words/identity'
import type { Lack } from './filled.ts'
import { problemsIn, wordingOf, type WordingForm } from './wording-form.ts'
import { instantOf, type LocalTime } from './zoned-time.ts'

export const MODES: readonly Mode[] = ['video', 'in-person', 'hybrid']

/** The next meeting as it is entered. */
export type ConveningForm = {
  /** As written; empty for the next number. */
  readonly number: string
  /** Empty for the host whose turn it is. */
  readonly host: string
  readonly theme: WordingForm
  readonly mode: Mode
  readonly starts: LocalTime
  readonly languages: readonly string[]
  readonly rulePack: string
}

export const emptyConvening = ({ languages, rulePack }: DialogueView): ConveningForm => ({
  number: '',
  host: '',
  theme: {},
  mode: 'video',
  starts: { day: '', time: '10:00' },
  languages,
  rulePack,
})

export type Convened =
  | { readonly ok: true; readonly command: ConveneMeeting }
  | { readonly ok: false; readonly lacks: Lack }

/** The act a form stands for. `timeZone`: by whose clocks the time was entered. */
export const convening = (view: DialogueView, form: ConveningForm, timeZone: string): Convened => {
  const theme = wordingOf(form.theme)
  if (theme === undefined) return { ok: false, lacks: 'wording' }
  if (Object.keys(problemsIn(form.theme, 'one')).length > 0) return { ok: false, lacks: 'wrong' }
  const startsAt = instantOf(form.starts, timeZone)
  if (startsAt === undefined) return { ok: false, lacks: 'time' }
  if (form.languages.length === 0) return { ok: false, lacks: 'languages' }
  const number = numberIn(form)
  if (number === 'wrong') return { ok: false, lacks: 'number' }
  const command: ConveneMeeting = {
    type: 'ConveneMeeting',
    meeting: 'x',
    ...(number === undefined ? {} : { number }),
    ...(form.host === '' ? {} : { host: form.host }),
    theme,
    mode: form.mode,
    startsAt,
    languages: view.languages.filter((language) => form.languages.includes(language)),
    rulePack: form.rulePack,
  }
  return { ok: true, command: { ...command, meeting: meetingId(view, number) } }
}

const numberIn = ({ number }: ConveningForm): number | undefined | 'wrong' => {
  if (number.trim() === '') return undefined
  const given = Number(number)
  return Number.isInteger(given) && given >= 1 && given <= 9999 ? given : 'wrong'
}

/** Called after its number: `meeting-9`. */
const meetingId = (view: DialogueView, number: number | undefined): string => {
  const taken = new Set(view.meetings.map(({ meeting }) => meeting))
  const next = number ?? Math.max(0, ...view.meetings.map((one) => one.number)) + 1
  const free = (suffix: number): string => {
    const id = suffix === 1 ? `meeting-${next}` : `meeting-${next}-${suffix}`
    return taken.has(id) ? free(suffix + 1) : id
  }
  return free(1)
}

/** What the rules say to convening by this seat: the number and the host they would give, or their refusal. */
export const proposedBy = (
  view: DialogueView,
  seat: string,
  form: ConveningForm,
  at: Instant,
):
  | { readonly ok: true; readonly number: number; readonly host: string }
  | { readonly ok: false; readonly refusal: Refusal } => {
  const number = numberIn(form)
  const decision = decideConvening(dialogueOf(view), {
    by: { seat },
    at,
    command: {
      type: 'ConveneMeeting',
      meeting: meetingId(view, undefined),
      ...(number === undefined || number === 'wrong' ? {} : { number }),
      theme: { en: 'x' },
      mode: form.mode,
      startsAt: at,
    },
  })
  if (!decision.ok) return decision
  const numbered = decision.dialogue.find((event) => event.type === 'MeetingNumbered')
  if (numbered === undefined) throw new Error('a meeting convened without a number')
  return { ok: true, number: numbered.number, host: numbered.host }
}

const dialogueOf = ({
  dialogue,
  name,
  parties,
  languages,
  rulePack,
  secretariats,
  meetings,
}: DialogueView): Dialogue => ({
  founded: true,
  dialogue,
  name,
  parties,
  languages,
  rulePack,
  secretariats,
  meetings,
})
