import { describe, expect, it } from 'vitest'
import { memoryEventStore } from '../adapters/memory/memory-event-store.ts'
import type { EventStore } from '../ports/event-store.ts'
import { createQueue } from './queue.ts'
import { createTransact, type Plan, type Transaction } from './transact.ts'

const ignore = () => undefined

const counting = (store: EventStore, id: string, text = 'x'): Transaction => ({
  logs: ['meeting/a/b'],
  by: { seat: 'chair' },
  scope: 'a/b#chair',
  id,
  command: { type: 'Say', text },
  expectedSize: undefined,
  decide: async (): Promise<Plan> => ({
    ok: true,
    at: 1,
    shares: [
      {
        log: 'meeting/a/b',
        size: await store.size('meeting/a/b'),
        events: [{ type: 'Said', text } as { readonly type: string }],
        grow: ignore,
      },
    ],
  }),
})

const decideTwoLogs = async (): Promise<Plan> => ({
  ok: true,
  at: 1,
  shares: [
    { log: 'meeting/a/b', size: 0, events: [{ type: 'One' }], grow: ignore },
    { log: 'dialogue/a', size: 3, events: [{ type: 'Two' }], grow: ignore },
  ],
})

describe('a transaction', () => {
  it('is decided again when another server appended meanwhile', async () => {
    const store = memoryEventStore()
    const [one, other] = [createTransact(store, createQueue()), createTransact(store, createQueue())]
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        (index % 2 === 0 ? one : other)(counting(store, `act-${index}`)),
      ),
    )
    expect(answers.every(({ ok }) => ok)).toBe(true)
    expect(await store.size('meeting/a/b')).toBe(8)
  })

  it('gives up on a log that never stands still, and says how long it is', async () => {
    const store = memoryEventStore()
    const transact = createTransact(store, createQueue())
    const plan = counting(store, 'act-1')
    const decide = async (): Promise<Plan> => {
      const decided = await plan.decide()
      await store.append([
        { log: 'meeting/a/b', expectedSize: await store.size('meeting/a/b'), leaves: [Uint8Array.of(1)] },
      ])
      return decided
    }
    expect(await transact({ ...plan, decide })).toMatchObject({
      ok: false,
      problem: { code: 'stale', size: 8 },
    })
  })

  it('that leads to an event too large for a leaf writes nothing', async () => {
    const store = memoryEventStore()
    const transact = createTransact(store, createQueue())
    const answer = await transact(counting(store, 'act-1', 'x'.repeat(70_000)))
    expect(answer).toMatchObject({ ok: false, problem: { code: 'too-large' } })
    expect(await store.size('meeting/a/b')).toBe(0)
  })

  it('that leads to nothing is done and writes nothing', async () => {
    const store = memoryEventStore()
    const transact = createTransact(store, createQueue())
    const share = { log: 'meeting/a/b', size: 0, events: [], grow: ignore }
    const decide = async (): Promise<Plan> => ({ ok: true, at: 1, shares: [share] })
    expect(await transact({ ...counting(store, 'act-1'), decide })).toEqual({
      ok: true,
      value: { log: 'meeting/a/b', firstSeq: 0, count: 0, repeated: false },
    })
  })

  it('writes to all its logs or to none', async () => {
    const store = memoryEventStore()
    const transact = createTransact(store, createQueue())
    expect(await transact({ ...counting(store, 'act-1'), decide: decideTwoLogs })).toMatchObject({
      ok: false,
    })
    expect([await store.size('meeting/a/b'), await store.size('dialogue/a')]).toEqual([0, 0])
  })
})
