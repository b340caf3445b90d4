import type { FastifyBaseLogger } from 'fastify'
import type { PadKey, PadStore } from '../ports/pad-store.ts'

/** Does something once, that much later; returns what calls it off. */
export type Schedule = (afterMs: number, work: () => void) => () => void

/** What was typed and is not yet on disk is at most this old: what a killed process loses. */
const SAVE_WITHIN_MS = 1000

/** Keeps one pad's state in the store, a little behind the typing. */
export type PadSaving = {
  readonly edited: () => void
  /** Saves what is not saved yet. A failing disk is noted, and tried again later. */
  readonly save: () => Promise<void>
  readonly isSaved: () => boolean
  /** Nothing is saved any more. */
  readonly stop: () => void
}

export type PadSavingDeps = {
  readonly store: PadStore
  readonly log: FastifyBaseLogger
  readonly schedule: Schedule
}

/** `onSaved` is called after each save. */
export const createPadSaving = (
  key: PadKey,
  state: () => Uint8Array,
  { store, log, schedule }: PadSavingDeps,
  onSaved: () => void,
): PadSaving => {
  /** How often the pad was edited, and how many of these edits are on disk: typing goes on while a save is under way. */
  let edits = 0
  let saved = 0
  let stopped = false
  let callOff: (() => void) | undefined

  const save = async (): Promise<void> => {
    callOff?.()
    callOff = undefined
    const upTo = edits
    if (stopped || saved === upTo) return
    try {
      await store.save(key, state())
      saved = upTo
      onSaved()
    } catch (cause) {
      log.error({ err: cause }, 'pad not saved')
      soon()
    }
  }
  const soon = (): void => {
    callOff ??= schedule(SAVE_WITHIN_MS, () => {
      callOff = undefined
      void save()
    })
  }
  return {
    edited: () => {
      edits += 1
      soon()
    },
    save,
    isSaved: () => saved === edits,
    stop: () => {
      stopped = true
      callOff?.()
    },
  }
}
