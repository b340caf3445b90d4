import { describe, expect, it } from 'vitest'
import { createGroupCommit } from './group-commit.ts'

/** A group commit that answers each number with its double and keeps what it was given. */
const doubling = (): {
  readonly batches: (readonly number[])[]
  readonly heard: number[]
  readonly group: ReturnType<typeof createGroupCommit<number, number>>
} => {
  const batches: (readonly number[])[] = []
  const heard: number[] = []
  const group = createGroupCommit<number, number>(
    (batch) => {
      batches.push(batch)
      return batch.map((request) => 2 * request)
    },
    (request) => heard.push(request),
  )
  return { batches, heard, group }
}

describe('a group commit', () => {
  it('carries out in one batch, in order, what is asked in one turn', async () => {
    const { batches, group } = doubling()
    expect(await Promise.all([1, 2, 3].map((request) => group.submit(request)))).toEqual([2, 4, 6])
    expect(batches).toEqual([[1, 2, 3]])
  })

  it('starts the next batch with what comes after', async () => {
    const { batches, heard, group } = doubling()
    await group.submit(1)
    await group.submit(2)
    expect(batches).toEqual([[1], [2]])
    expect(heard).toEqual([1, 2])
  })

  it('splits more than 1024 requests, and answers them all in order', async () => {
    const { batches, group } = doubling()
    const requests = Array.from({ length: 2500 }, (_, index) => index)
    const outcomes = await Promise.all(requests.map((request) => group.submit(request)))
    expect(outcomes).toEqual(requests.map((request) => 2 * request))
    expect(batches.map(({ length }) => length)).toEqual([1024, 1024, 452])
  })

  it('fails all requests of a batch that fails, tells no listener, and goes on', async () => {
    const failure = new Error('disk')
    const heard: number[] = []
    const group = createGroupCommit<number, number>(
      (batch) => {
        if (batch.includes(13)) throw failure
        return batch
      },
      (request) => heard.push(request),
    )
    const outcomes = await Promise.allSettled([12, 13].map((request) => group.submit(request)))
    expect(outcomes.map((outcome) => outcome.status === 'rejected' && outcome.reason)).toEqual([
      failure,
      failure,
    ])
    expect(await group.submit(14)).toBe(14)
    expect(heard).toEqual([14])
  })

  it('carries out at once what waits when it is told to finish', () => {
    const { batches, group } = doubling()
    void group.submit(1)
    group.finish()
    expect(batches).toEqual([[1]])
    group.finish()
    expect(batches).toEqual([[1]])
  })
})
