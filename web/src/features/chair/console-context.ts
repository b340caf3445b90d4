import type { ProceedingsCommand } from '@parley/domain/proceedings/events'
import { createContext, useContext } from 'react'
import type { ChairActId } from './chair-acts.ts'

/** What the chair has been asked about and has not answered yet: an act, or a form that makes one. */
export type Asked =
  | { readonly kind: 'act'; readonly id: ChairActId; readonly about: string }
  | { readonly kind: 'command'; readonly question: Question }
  | { readonly kind: 'form'; readonly form: FormId }

/** A question about one command, with the reason it takes. */
export type Question = {
  readonly words: string
  readonly command: ProceedingsCommand
  /** The command with the reason that was given. */
  readonly withReason?: ((reason: string) => ProceedingsCommand) | undefined
  readonly needsReason?: boolean | undefined
}

/** Acts that need more than a yes. */
export type FormId = 'roll-call' | 'call-somebody' | 'note' | 'limit' | 'suspend' | 'silence'

/** What the parts of the console call to do something. */
export type Console = {
  readonly press: (id: ChairActId) => void
  readonly ask: (question: Question) => void
  readonly open: (form: FormId) => void
  /** The act that has its own primary button now. */
  readonly dueId: ChairActId | undefined
}

export const ConsoleContext = createContext<Console | undefined>(undefined)

export const useConsole = (): Console => {
  const console = useContext(ConsoleContext)
  if (console === undefined) throw new Error('no console above')
  return console
}
