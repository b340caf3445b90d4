/** Does something once, that much later; returns what calls it off. */
export type Schedule = (afterMs: number, work: () => void) => () => void

/** The browser commits what was composed after it has said that composing is over. */
const AFTER_COMPOSING_MS = 60
/** However long somebody composes, the others are not kept waiting longer. */
const LONGEST_MS = 10_000

/**
 * Holds back traffic in both directions while an input method composes. What comes in between "sh" and "shen" would
 * break the composition, and what goes out would show the others half a syllable. Updates commute, so that holding them
 * back does no harm.
 */
export type TrafficGate = {
  /** Does it now, or when the gate opens. */
  readonly comeIn: (work: () => void) => void
  readonly goOut: (work: () => void) => void
  readonly isComposing: () => boolean
  readonly compositionStarted: () => void
  readonly compositionEnded: () => void
  /** Opens the gate at once: the editor has lost the focus, or the connection is gone. */
  readonly flush: () => void
}

export const createTrafficGate = (schedule: Schedule): TrafficGate => {
  let composing = false
  let holding = false
  let incoming: (() => void)[] = []
  let outgoing: (() => void)[] = []
  let callOff: (() => void) | undefined

  /** What came in goes first, so that what goes out is about the same text as the others have. */
  const letThrough = (): void => {
    const waiting = [...incoming, ...outgoing]
    incoming = []
    outgoing = []
    for (const work of waiting) work()
  }
  const holdOn = (): void => {
    callOff?.()
    callOff = schedule(LONGEST_MS, () => {
      letThrough()
      holdOn()
    })
  }
  const flush = (): void => {
    callOff?.()
    callOff = undefined
    composing = false
    holding = false
    letThrough()
  }
  return {
    comeIn: (work) => {
      if (holding) incoming.push(work)
      else work()
    },
    goOut: (work) => {
      if (holding) outgoing.push(work)
      else work()
    },
    isComposing: () => composing,
    compositionStarted: () => {
      composing = true
      holding = true
      holdOn()
    },
    compositionEnded: () => {
      composing = false
      callOff?.()
      callOff = schedule(AFTER_COMPOSING_MS, flush)
    },
    flush,
  }
}
