import type { Author, Instant } from './words/identity.ts'

/** A command as it reaches the rules: who acts, when (the server's clock), and what is asked. */
export type Act<Command> = { readonly by: Author; readonly at: Instant; readonly command: Command }

/** A fact as it stands in a log. `seq` counts from 0 within its log without gaps. */
export type Recorded<Event> = {
  readonly seq: number
  readonly at: Instant
  readonly by: Author
  readonly event: Event
}

/** What a command led to: facts to append, all or none, or the reason it was refused. */
export type Decision<Event, Refusal> =
  | { readonly ok: true; readonly events: readonly Event[] }
  | { readonly ok: false; readonly refusal: Refusal }

/**
 * The rules of one log: how it starts, how it changes, what it allows.
 * Both functions are pure: the same state and input always give the same answer, in server, browser, CLI and verifier.
 */
export type Decider<State, Command, Event, Refusal> = {
  readonly initial: State
  readonly evolve: (state: State, recorded: Recorded<Event>) => State
  readonly decide: (state: State, act: Act<Command>) => Decision<Event, Refusal>
}

/** The facts a command led to, in the order they happened. */
export const accept = <Event>(...events: readonly Event[]): Decision<Event, never> => ({ ok: true, events })

/** The reason a command changes nothing. */
export const refuse = <const Refusal>(refusal: Refusal): Decision<never, Refusal> => ({ ok: false, refusal })

/** Marks a case the types have ruled out; reaching it is a bug, not a refusal. */
export const unreachable = (value: never): never => {
  throw new Error(`unreachable: ${JSON.stringify(value)}`)
}
