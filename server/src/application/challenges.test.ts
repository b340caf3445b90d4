import { describe, expect, it } from 'vitest'
import { settableClock } from '../adapters/memory/settable-clock.ts'
import { ANYBODY, CHALLENGE_MINUTES, createChallenges } from './challenges.ts'

describe('a challenge', () => {
  it('is good once, for its holder, for its time', () => {
    const clock = settableClock(1000)
    const challenges = createChallenges(clock)
    for (const challenge of ['a', 'b', 'c']) challenges.issue(challenge, 'head')
    expect([challenges.take('a', 'head'), challenges.take('a', 'head')]).toEqual([true, false])
    expect([challenges.take('b', 'other'), challenges.take('b', 'head')]).toEqual([false, false])
    clock.advance(CHALLENGE_MINUTES * 60_000)
    expect(challenges.take('c', 'head')).toBe(false)
    expect(challenges.take('never issued', ANYBODY)).toBe(false)
  })

  it('is not pushed out by others who ask without end', () => {
    const challenges = createChallenges(settableClock(1000))
    challenges.issue('own', 'head')
    for (let count = 0; count < 20_000; count += 1) {
      challenges.issue(`anybody ${count}`, ANYBODY)
      challenges.issue(`other ${count}`, 'other')
    }
    expect(challenges.take('own', 'head')).toBe(true)
    expect(challenges.take('anybody 0', ANYBODY)).toBe(true)
    expect([challenges.take('other 0', 'other'), challenges.take('other 19999', 'other')]).toEqual([
      false,
      true,
    ])
  })
})
