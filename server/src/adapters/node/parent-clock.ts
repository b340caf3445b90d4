import * as z from 'zod'
import type { Clock } from '../../ports/clock.ts'

/** A child process's end of the channel to the process that started it, as Node's `process` has it. */
export type ParentChannel = {
  readonly on: (event: 'message', listener: (message: unknown) => void) => unknown
  readonly send?: ((message: ClockMoved) => unknown) | undefined
}

/** What the parent sends: how many milliseconds the clock is to go forward at once. */
const AdvanceClock = z.strictObject({ advanceMs: z.int().min(0) })

/** What the parent is answered when the clock has moved: how far it is ahead of the machine's by now. */
export type ClockMoved = { readonly aheadMs: number }

/**
 * The machine's clock plus everything the parent process has moved it forward by; it never goes back. For rehearsals: what
 * it tells is not the time of day. Throws on a message that is no `AdvanceClock`.
 */
export const parentClock = (channel: ParentChannel, machine: Clock): Clock => {
  let aheadMs = 0
  let latestMs = 0
  channel.on('message', (message) => {
    aheadMs += AdvanceClock.parse(message).advanceMs
    channel.send?.({ aheadMs })
  })
  return {
    now: () => {
      latestMs = Math.max(latestMs, machine.now() + aheadMs)
      return latestMs
    },
  }
}
