import { problem } from '@parley/protocol/problem'
import { describe, expect, test } from 'vitest'
import { done, failed, type Result } from './result.ts'
import { persist } from './retry.ts'

const unreachable = failed({ status: 0, code: 'unreachable', cause: 'refused' })

/** Answers with these results, the last one for ever; notes every pause. */
const scripted = (...results: readonly Result<string>[]) => {
  const pauses: number[] = []
  let attempts = 0
  const attempt = async (): Promise<Result<string>> => {
    const result = results[Math.min(attempts, results.length - 1)]
    attempts += 1
    return result ?? unreachable
  }
  const run = () =>
    persist(attempt, async (ms) => {
      pauses.push(ms)
    })
  return { run, pauses, attempts: () => attempts }
}

describe('persisting', () => {
  test('what succeeds is asked once', async () => {
    const { run, attempts } = scripted(done('yes'))
    expect(await run()).toEqual(done('yes'))
    expect(attempts()).toBe(1)
  })

  test.each([
    unreachable,
    failed(problem('disk-fault')),
    failed(problem('closing')),
    failed(problem('too-many')),
  ])('trouble that passes is outlived: %j', async (trouble) => {
    const { run, attempts } = scripted(trouble, trouble, done('yes'))
    expect(await run()).toEqual(done('yes'))
    expect(attempts()).toBe(3)
  })

  test.each(['malformed', 'not-found', 'stale', 'not-signed-in', 'bug'] as const)(
    'a %s stays one, and is not asked for again',
    async (code) => {
      const { run, attempts } = scripted(failed(problem(code)), done('yes'))
      expect(await run()).toEqual(failed(problem(code)))
      expect(attempts()).toBe(1)
    },
  )

  test('the pauses grow, and end: trouble that stays is told', async () => {
    const { run, pauses, attempts } = scripted(unreachable)
    expect(await run()).toEqual(unreachable)
    expect(pauses).toEqual(pauses.toSorted((one, other) => one - other))
    expect(attempts()).toBe(pauses.length + 1)
  })

  test('a server that says when to come back is heeded, within reason', async () => {
    const asked = scripted(failed(problem('too-many', { retryAfterSeconds: 7 })), done('yes'))
    await asked.run()
    expect(asked.pauses).toEqual([7000])
    const absurd = scripted(failed(problem('too-many', { retryAfterSeconds: 1e9 })), done('yes'))
    await absurd.run()
    expect(absurd.pauses).toEqual([60_000])
  })
})
