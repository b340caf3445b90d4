import { useEffect, useState } from 'react'
import { merged, standingOf, type Draft, type Standing } from './draft.ts'

/** A value being written, beside what is on record of it. */
export type DraftInHand<Value> = {
  readonly value: Value
  readonly set: (value: Value) => void
  readonly standing: Standing
  /** Gives up what was written for what is on record now. */
  readonly takeTheirs: () => void
  /** Goes on with what was written, knowing what is on record now. */
  readonly keepMine: () => void
}

/**
 * Keeps what a person writes until it is on record or given up. What the other side changes meanwhile shows in the fields
 * nobody has touched here, and never takes the place of what was written.
 */
export const useDraft = <Value>(onRecord: Value): DraftInHand<Value> => {
  const [draft, setDraft] = useState<Draft<Value>>({ base: onRecord, mine: onRecord })
  const standing = standingOf(draft, onRecord)
  const value = merged(draft, onRecord)
  const isChanged = standing !== 'unchanged'
  useEffect(() => {
    if (!isChanged) return undefined
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isChanged])
  return {
    value,
    // What collides keeps its base until the person has decided; everything else goes on from the record as it stands.
    set: (mine) => setDraft({ base: standing === 'overtaken' ? draft.base : onRecord, mine }),
    standing,
    takeTheirs: () => setDraft({ base: onRecord, mine: onRecord }),
    keepMine: () => setDraft({ base: onRecord, mine: value }),
  }
}
