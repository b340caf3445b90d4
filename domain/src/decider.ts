/** What a command led to: facts to append, or the reason it was refused. */
export type Decision<Event, Refusal> =
  | { readonly ok: true; readonly events: readonly Event[] }
  | { readonly ok: false; readonly refusal: Refusal }

/**
 * The rules of one stream: how it starts, how it changes, what it allows.
 * Both functions are pure: the same state and input always give the same answer, in server, browser, CLI and verifier.
 */
export type Decider<State, Act, Event, Refusal> = {
  readonly initial: State
  readonly evolve: (state: State, event: Event) => State
  readonly decide: (state: State, act: Act) => Decision<Event, Refusal>
}

/** The facts a command led to, in the order they happened. */
export const accept = <Event>(...events: readonly Event[]): Decision<Event, never> => ({ ok: true, events })

/** The reason a command changes nothing. */
export const refuse = <Refusal>(refusal: Refusal): Decision<never, Refusal> => ({ ok: false, refusal })

/** Marks a case the types have ruled out; reaching it is a bug, not a refusal. */
export const never = (value: never): never => {
  throw new Error(`unreachable: ${JSON.stringify(value)}`)
}
