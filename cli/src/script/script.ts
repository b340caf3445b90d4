import type { Role } from '@parley/domain/meeting/things'
import type { Localized } from '@parley/domain/words/language'
import type { ScriptCommand } from './commands.ts'
import type { DialogueOutline, MeetingOutline, PersonOutline } from './outline.ts'
import type { Adopt, Agree, Expect, Hands, Hear, Publish, Read, Speak } from './steps.ts'
import type { Place } from './script-problem.ts'

/** An act by a seat. */
export type ActStep = {
  readonly word: 'act'
  readonly seat: string
  readonly command: ScriptCommand
  /** Acts only if the log has exactly this many leaves. */
  readonly seen?: number | undefined
  /** The delegation in whose chamber a chamber's command is given; the seat's own unless named. */
  readonly chamber?: string | undefined
}

/** An act that must be refused. */
export type RefusedStep = Omit<ActStep, 'word'> & {
  readonly word: 'refused'
  readonly code: string
  readonly details: Readonly<Record<string, unknown>>
}

/** A step in one form, however it was written. `at` is the path of its fields in the script. */
export type Step = { readonly place: Place; readonly at: readonly PropertyKey[] } & (
  | ActStep
  | RefusedStep
  | { readonly word: 'label'; readonly label: string }
  | { readonly word: 'wait'; readonly seconds: number }
  | { readonly word: 'item'; readonly take: string; readonly chair?: string | undefined }
  | ({ readonly word: 'hear' } & Hear)
  | ({ readonly word: 'speak' } & Speak)
  | ({ readonly word: 'read'; readonly all: boolean } & Read)
  | ({ readonly word: 'agree' } & Agree)
  | ({ readonly word: 'adopt' } & Adopt)
  | ({ readonly word: 'initial' } & Hands)
  | ({ readonly word: 'sign' } & Hands)
  | ({ readonly word: 'publish' } & Publish)
  | { readonly word: 'expect'; readonly expected: Expect }
)
export type StepOf<Word extends Step['word']> = Extract<Step, { word: Word }>

/** Someone with everything `like` stood for in its place. */
export type ScriptPerson = Omit<PersonOutline, 'like' | 'role' | 'name'> & {
  readonly role: Role
  readonly name: Localized
  readonly place: Place
}

export type ScriptMeeting = Omit<MeetingOutline, 'like' | 'people' | 'steps'> & {
  readonly place: Place
  readonly people: readonly ScriptPerson[]
  readonly steps: readonly Step[]
}

/** A script that has been understood: nothing in it is known to be wrong. */
export type Script = { readonly dialogue: DialogueOutline; readonly meetings: readonly ScriptMeeting[] }
