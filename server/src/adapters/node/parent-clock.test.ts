import { EventEmitter } from 'node:events'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ZodError } from 'zod'
import { clockContract } from '../../ports/clock.contract.ts'
import { settableClock } from '../memory/settable-clock.ts'
import { type ClockMoved, parentClock } from './parent-clock.ts'
import { systemClock } from './system-clock.ts'

const START_MS = Date.UTC(2031, 4, 14)

/** Both ends of a channel, and a machine whose clock stands still. */
const started = () => {
  const parent = new EventEmitter()
  const answers: ClockMoved[] = []
  const machine = settableClock(START_MS)
  const channel = {
    on: (event: 'message', listener: (message: unknown) => void) => parent.on(event, listener),
    send: (message: ClockMoved) => answers.push(message),
  }
  const clock = parentClock(channel, machine)
  return { clock, machine, answers, say: (message: unknown) => parent.emit('message', message) }
}

clockContract('a clock its parent moves', () => parentClock(new EventEmitter(), systemClock()))

describe('a clock its parent moves', () => {
  it('is the machine’s until it is moved, and stays ahead by all it was moved', () => {
    const { clock, machine, say } = started()
    expect(clock.now()).toBe(START_MS)
    say({ advanceMs: 1000 })
    say({ advanceMs: 500 })
    expect(clock.now()).toBe(START_MS + 1500)
    machine.advance(7)
    expect(clock.now()).toBe(START_MS + 1507)
  })

  it('answers every move, when it has moved', () => {
    const { answers, say } = started()
    say({ advanceMs: 1000 })
    say({ advanceMs: 0 })
    expect(answers).toEqual([{ aheadMs: 1000 }, { aheadMs: 1000 }])
  })

  it('never goes back, whatever the machine’s clock does', () => {
    const step = fc.oneof(
      fc.record({ advanceMs: fc.nat(1e9) }),
      fc.record({ machineMs: fc.integer({ min: -1e9, max: 1e9 }) }),
    )
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const { clock, machine, say } = started()
        let beforeMs = clock.now()
        for (const one of steps) {
          if ('advanceMs' in one) say(one)
          else machine.advance(one.machineMs)
          expect(clock.now()).toBeGreaterThanOrEqual(beforeMs)
          beforeMs = clock.now()
        }
      }),
    )
  })

  it.each([{ advanceMs: -1 }, { advanceMs: 0.5 }, { advanceMs: '1' }, { advanceMs: 1, by: 'me' }, {}, 'now'])(
    'is not moved by %j',
    (message) => {
      const { clock, answers, say } = started()
      expect(() => say(message)).toThrow(ZodError)
      expect(clock.now()).toBe(START_MS)
      expect(answers).toEqual([])
    },
  )
})
