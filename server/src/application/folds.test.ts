import * as z from 'zod'
import { describe, expect, it } from 'vitest'
import { memoryEventStore } from '../adapters/memory/memory-event-store.ts'
import { createFolds } from './folds.ts'
import { kindsOf } from './kinds.ts'
import { leafOf } from './leaf.ts'
import { createQueue } from './queue.ts'

const Counted = z.discriminatedUnion('type', [z.strictObject({ type: z.literal('Counted'), n: z.int() })])
type Counted = z.infer<typeof Counted>
const by = { reactor: 'counter' } as const
const recorded = (seq: number, n: number) => ({
  seq,
  at: 1000 + seq,
  by,
  event: { type: 'Counted' as const, n },
})

const counting = (keep?: number) => {
  const store = memoryEventStore()
  let folded = 0
  const rules = {
    initial: 0,
    evolve: (sum: number, { event }: { event: Counted }) => {
      folded += 1
      return sum + event.n
    },
    kinds: kindsOf<Counted>(Counted),
  }
  const folds = createFolds<number, Counted>(store, rules, keep)
  const append = (log: string, seq: number, n: number) =>
    store.append([{ log, expectedSize: seq, leaves: [leafOf(log, recorded(seq, n))] }])
  return { folds, append, evolved: () => folded }
}

describe('a folded log', () => {
  it('is empty where there is none', async () => {
    expect(await counting().folds.load('none')).toEqual({ state: 0, size: 0, lastAt: 0 })
  })

  it('follows the store, reading each leaf once', async () => {
    const { folds, append, evolved } = counting()
    await append('a', 0, 1)
    await append('a', 1, 2)
    expect(await folds.load('a')).toEqual({ state: 3, size: 2, lastAt: 1001 })
    await append('a', 2, 4)
    expect(await folds.load('a')).toEqual({ state: 7, size: 3, lastAt: 1002 })
    expect(evolved()).toBe(3)
  })

  it('asked for by many at once for the first time is read once, and is whole for each', async () => {
    const { folds, append, evolved } = counting()
    for (let seq = 0; seq < 5; seq += 1) await append('log', seq, 1)
    const asked = Promise.all(Array.from({ length: 100 }, () => folds.load('log')))
    await append('log', 5, 1)
    const loaded = await asked
    expect(evolved()).toBeLessThan(5 + 100)
    for (const { state, size } of loaded) expect(state).toBe(size)
    expect((await folds.load('log')).size).toBe(6)
    expect(await Promise.all([folds.load('none'), folds.load('none')])).toEqual(
      Array.from({ length: 2 }, () => ({ state: 0, size: 0, lastAt: 0 })),
    )
  })

  it('takes leaves just appended without reading, and only the very next ones', async () => {
    const { folds, append } = counting()
    await append('a', 0, 1)
    await folds.load('a')
    await append('a', 1, 2)
    folds.grow('a', [recorded(5, 100)])
    folds.grow('a', [recorded(1, 2)])
    folds.grow('a', [recorded(1, 2)])
    expect(await folds.load('a')).toEqual({ state: 3, size: 2, lastAt: 1001 })
  })

  it('forgotten for want of room is read again', async () => {
    const { folds, append, evolved } = counting(1)
    await append('a', 0, 1)
    await append('b', 0, 2)
    await folds.load('a')
    await folds.load('b')
    expect((await folds.load('a')).state).toBe(1)
    expect(evolved()).toBe(3)
  })
})

describe('a queue', () => {
  it('runs what shares a name in the order asked, and the rest side by side', async () => {
    const queue = createQueue()
    const order: string[] = []
    let release: (() => void) | undefined
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const work = (name: string, wait?: Promise<void>) => async () => {
      await wait
      order.push(name)
    }
    const first = queue.run(['a', 'b'], work('first', held))
    const second = queue.run(['b', 'c'], work('second'))
    const third = queue.run(['c'], work('third'))
    await queue.run(['d'], work('beside'))
    release?.()
    await Promise.all([first, second, third])
    expect(order).toEqual(['beside', 'first', 'second', 'third'])
  })

  it('goes on after work that failed', async () => {
    const queue = createQueue()
    const failed = queue.run(['a'], () => Promise.reject(new Error('no')))
    const next = queue.run(['a'], async () => 'next')
    await expect(failed).rejects.toThrow('no')
    expect(await next).toBe('next')
  })
})
