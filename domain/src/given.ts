import type { Act, Decider, Decision, Recorded } from './decider.ts'
import type { Author, Instant } from './words/identity.ts'

/** A fact already on the log: the bare event, or the event with who recorded it and when. */
export type Fact<Event> = Event | { readonly event: Event; readonly by?: Author; readonly at?: Instant }

/** What can be asked of a log that stands as told. */
export type Situation<State, Command, Event, Refusal> = {
  readonly state: State
  /** Acts that must be allowed, one after the other; what they led to is now on the log. */
  readonly after: (...acts: readonly Act<Command>[]) => Situation<State, Command, Event, Refusal>
  readonly when: (act: Act<Command>) => Outcome<Event, Refusal>
}

/** What an act led to; both throw, with `expected` and `actual`, when it was otherwise. */
export type Outcome<Event, Refusal> = {
  readonly records: (...events: readonly Event[]) => void
  readonly refuses: (refusal: Refusal) => void
  readonly decision: Decision<Event, Refusal>
}

/**
 * A rule as a sentence: `given(decider, ...facts).when(act).records(...events)` or `.refuses(refusal)`.
 * Bare facts are recorded by the reactor `given`, one millisecond apart, the first at 1; an act that names no
 * earlier moment than its facts is the test's own care.
 */
export const given = <State, Command, Event extends object, Refusal>(
  decider: Decider<State, Command, Event, Refusal>,
  ...facts: readonly Fact<Event>[]
): Situation<State, Command, Event, Refusal> => {
  let state = decider.initial
  for (const [seq, fact] of facts.entries()) state = decider.evolve(state, recordedFrom(fact, seq))
  return situation(decider, state, facts.length)
}

const situation = <State, Command, Event extends object, Refusal>(
  decider: Decider<State, Command, Event, Refusal>,
  state: State,
  size: number,
): Situation<State, Command, Event, Refusal> => ({
  state,
  after: (...acts) => {
    let current = state
    let seq = size
    for (const act of acts) {
      const decision = decider.decide(current, act)
      if (!decision.ok) throw mismatch('the act was to be allowed', act.command, decision.refusal)
      for (const event of decision.events) {
        current = decider.evolve(current, { seq, at: act.at, by: act.by, event })
        seq += 1
      }
    }
    return situation(decider, current, seq)
  },
  when: (act) => outcome(decider.decide(state, act)),
})

const outcome = <Event, Refusal>(decision: Decision<Event, Refusal>): Outcome<Event, Refusal> => ({
  decision,
  records: (...events) => {
    const actual = decision.ok ? decision.events : decision.refusal
    if (!alike(actual, events)) throw mismatch('the act records other facts', events, actual)
  },
  refuses: (refusal) => {
    const actual = decision.ok ? decision.events : decision.refusal
    if (decision.ok || !alike(actual, refusal)) {
      throw mismatch('the act is not refused this way', refusal, actual)
    }
  },
})

const recordedFrom = <Event extends object>(fact: Fact<Event>, seq: number): Recorded<Event> => {
  const by: Author = { reactor: 'given' }
  if ('event' in fact) return { seq, at: fact.at ?? seq + 1, by: fact.by ?? by, event: fact.event }
  return { seq, at: seq + 1, by, event: fact }
}

/** Facts and refusals are JSON: alike when their values are, whatever the order of keys; an absent value is no value. */
const alike = (one: unknown, other: unknown): boolean => sorted(one) === sorted(other)

const sorted = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )

const mismatch = (what: string, expected: unknown, actual: unknown): Error =>
  Object.assign(new Error(`${what}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`), {
    expected,
    actual,
  })
