import { AssertionError } from 'node:assert'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { createEventStoreModel } from './event-store-model.ts'
import type { EventStore, KeyedAct, LogId, Portion } from './event-store.ts'
import type { Fault } from './fault.ts'

/** What every event store must do. `open` gives an empty one, which the suite closes; `dispose` follows each test. */
export const eventStoreContract = (
  name: string,
  open: () => EventStore,
  dispose: () => Promise<void> = async () => undefined,
): void => {
  describe(`${name} as an event store`, () => {
    let store: EventStore
    beforeEach(() => {
      store = open()
    })
    afterEach(async () => {
      await store.close()
      await dispose()
    })

    appending(() => store)
    retrying(() => store)
    reading(() => store)
    following(() => store)
    closing(() => store)
  })
}

const appending = (store: () => EventStore): void => {
  it('gives back the bytes it was given, whatever they are', async () => {
    const leaves = [
      Uint8Array.from({ length: 256 }, (_, index) => index),
      new Uint8Array(0),
      new Uint8Array(65_536).fill(0xff),
      utf8('{"topic":"治理体系与效能"}\0'),
    ]
    await store().append([{ log: 'a', expectedSize: 0, leaves }])
    expect(await store().read('a', 0, 10)).toEqual(leaves)
  })

  it('says where the leaves stand', async () => {
    await store().append([portion('a', 0, 'zero', 'one')])
    expect(await store().append([portion('b', 0, 'first'), portion('a', 2, 'two', 'three')])).toEqual({
      kind: 'appended',
      receipt: {
        portions: [
          { log: 'b', firstSeq: 0, count: 1 },
          { log: 'a', firstSeq: 2, count: 2 },
        ],
      },
    })
  })

  it.each([0, 1, 3])(
    'writes nothing at size 2 for a decider that had seen %i leaves',
    async (expectedSize) => {
      await store().append([portion('a', 0, 'zero', 'one')])
      const outcome = await store().append([portion('a', expectedSize, 'other')])
      expect(outcome).toEqual({ kind: 'stale', log: 'a', size: 2 })
      expect(await texts(store(), 'a')).toEqual(['zero', 'one'])
    },
  )

  it('writes all portions or none', async () => {
    await store().append([portion('b', 0, 'taken')])
    const outcome = await store().append([
      portion('a', 0, 'lost'),
      portion('b', 0, 'lost'),
      portion('c', 0, 'lost'),
    ])
    expect(outcome).toEqual({ kind: 'stale', log: 'b', size: 1 })
    expect(await store().logs('')).toEqual(['b'])
    expect(await store().size('a')).toBe(0)
  })

  it('lets exactly one of many through that decided at the same size', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, index) => store().append([portion('a', 0, `from ${index}`)])),
    )
    const [winner, ...others] = outcomes.toSorted((a, b) => a.kind.localeCompare(b.kind))
    expect(winner?.kind).toBe('appended')
    expect(others).toEqual(Array.from({ length: 19 }, () => ({ kind: 'stale', log: 'a', size: 1 })))
    expect(await store().size('a')).toBe(1)
  })

  it('fails an act that comes too late without failing those that came with it', async () => {
    await store().append([portion('a', 0, 'zero')])
    const outcomes = await Promise.all([
      store().append([portion('b', 0, 'zero')]),
      store().append([portion('a', 0, 'late'), portion('c', 0, 'late')]),
      store().append([portion('a', 1, 'one')]),
      store().append([portion('c', 0, 'zero')]),
    ])
    expect(outcomes.map(({ kind }) => kind)).toEqual(['appended', 'stale', 'appended', 'appended'])
    expect(await texts(store(), 'a')).toEqual(['zero', 'one'])
    expect(await texts(store(), 'c')).toEqual(['zero'])
  })

  it.each<[string, Portion[], KeyedAct?]>([
    ['no portion', []],
    ['a portion without leaves', [portion('a', 0)]],
    ['the same log twice', [portion('a', 0, 'x'), portion('a', 1, 'y')]],
    ['a log without a name', [portion('', 0, 'x')]],
    ['a log named outside ASCII', [portion('会', 0, 'x')]],
    ['a log named with a space', [portion('a b', 0, 'x')]],
    ['a negative size', [portion('a', -1, 'x')]],
    ['half a size', [portion('a', 0.5, 'x')]],
    ['an act without an id', [portion('a', 0, 'x')], { scope: 's', id: '', fingerprint: 'f' }],
  ])('takes an append with %s for a bug', async (_, portions, act) => {
    await expect(store().append(portions, act)).rejects.toBeInstanceOf(AssertionError)
    expect(await store().logs('')).toEqual([])
  })

  it('behaves, for any appends however they coincide, as if they had come one after the other', async () => {
    const log = fc.constantFrom('a', 'b', 'c')
    const portionOf = fc.record({ log, expectedSize: fc.nat(4), count: fc.integer({ min: 1, max: 2 }) })
    const append = fc.record({
      portions: fc.uniqueArray(portionOf, { minLength: 1, maxLength: 3, selector: (one) => one.log }),
      actId: fc.option(fc.constantFrom('1', '2', '3'), { nil: undefined }),
    })
    let run = 0
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(append, { maxLength: 5 }), { maxLength: 6 }), async (bursts) => {
        const prefix = `run-${run++}/`
        const model = createEventStoreModel()
        for (const burst of bursts) {
          const asked = burst.map(({ portions, actId }, index): [Portion[], KeyedAct | undefined] => [
            portions.map(({ log, expectedSize, count }) =>
              portion(
                prefix + log,
                expectedSize,
                ...Array.from({ length: count }, (_, n) => `${index}.${n}`),
              ),
            ),
            actId === undefined ? undefined : { scope: prefix, id: actId, fingerprint: `${index}` },
          ])
          const outcomes = await Promise.all(asked.map(([portions, act]) => store().append(portions, act)))
          expect(outcomes).toEqual(asked.map(([portions, act]) => model.append(portions, act)))
        }
        expect(await store().logs(prefix)).toEqual([...model.logs.keys()].toSorted())
        for (const [log, leaves] of model.logs) expect(await store().read(log, 0, 100)).toEqual(leaves)
      }),
      { numRuns: 40 },
    )
  })
}

const retrying = (store: () => EventStore): void => {
  const act = { scope: 'delegation-a', id: 'act-1', fingerprint: 'f' }
  const receipt = { portions: [{ log: 'a', firstSeq: 0, count: 1 }] }

  it('answers a repeated act with the first receipt and fingerprint and writes nothing', async () => {
    await store().append([portion('a', 0, 'zero')], act)
    await store().append([portion('a', 1, 'one')])
    const again = await store().append([portion('a', 2, 'two')], { ...act, fingerprint: 'another' })
    expect(again).toEqual({ kind: 'repeated', receipt, fingerprint: 'f' })
    expect(await store().size('a')).toBe(2)
  })

  it('recognises a retry although the size its decider saw is gone', async () => {
    await store().append([portion('a', 0, 'zero')], act)
    expect((await store().append([portion('a', 0, 'zero')], act)).kind).toBe('repeated')
  })

  it('appends an act once when it is sent twice at the same time', async () => {
    const outcomes = await Promise.all([
      store().append([portion('a', 0, 'zero')], act),
      store().append([portion('a', 0, 'zero')], act),
    ])
    expect(outcomes.map(({ kind }) => kind)).toEqual(['appended', 'repeated'])
  })

  it('tells acts of different principals apart, whatever their ids look like', async () => {
    await store().append([portion('a', 0, 'zero')], { scope: 'x', id: 'yz', fingerprint: 'f' })
    const other = await store().append([portion('a', 1, 'one')], { scope: 'xy', id: 'z', fingerprint: 'f' })
    expect(other.kind).toBe('appended')
  })

  it('finds what an act led to, and nothing for an act that never was', async () => {
    await store().append([portion('a', 0, 'zero')], act)
    expect(await store().find(act)).toEqual({ receipt, fingerprint: 'f' })
    expect(await store().find({ scope: 'delegation-b', id: 'act-1' })).toBeUndefined()
  })

  it('does not remember an act that came too late, so that it can be decided again', async () => {
    await store().append([portion('a', 0, 'zero')])
    expect((await store().append([portion('a', 0, 'mine')], act)).kind).toBe('stale')
    expect(await store().find(act)).toBeUndefined()
    expect((await store().append([portion('a', 1, 'mine')], act)).kind).toBe('appended')
  })
}

const reading = (store: () => EventStore): void => {
  it('reads any range of a log', async () => {
    await store().append([portion('a', 0, '0', '1', '2', '3', '4')])
    await store().append([portion('ab', 0, 'other')])
    expect(await texts(store(), 'a', 1, 3)).toEqual(['1', '2', '3'])
    expect(await texts(store(), 'a', 3, 100)).toEqual(['3', '4'])
    expect(await texts(store(), 'a', 5, 100)).toEqual([])
    expect(await texts(store(), 'a', 99, 100)).toEqual([])
    expect(await texts(store(), 'a', 0, 0)).toEqual([])
  })

  it('has nothing in a log that does not exist', async () => {
    expect(await store().read('nowhere', 0, 10)).toEqual([])
    expect(await store().size('nowhere')).toBe(0)
  })

  it('lists logs by prefix, sorted, taking every character for itself', async () => {
    const logs = ['m/10', 'm/2', 'm/%', 'm', 'm_x', 'M/1', 'm/~', 'n/1']
    for (const log of logs) await store().append([portion(log, 0, 'x')])
    expect(await store().logs('m/')).toEqual(['m/%', 'm/10', 'm/2', 'm/~'])
    expect(await store().logs('m_')).toEqual(['m_x'])
    expect(await store().logs('')).toEqual(logs.toSorted())
    expect(await store().logs('z')).toEqual([])
  })

  it.each([
    [-1, 1],
    [0.5, 1],
    [0, -1],
    [0, Number.NaN],
  ])('takes reading from %d at most %d leaves for a bug', async (fromSeq, limit) => {
    await expect(store().read('a', fromSeq, limit)).rejects.toBeInstanceOf(AssertionError)
  })
}

const following = (store: () => EventStore): void => {
  it('tells what was there and what comes, in order, from any point, while appends go on', async () => {
    const total = 1500
    const expected = Array.from({ length: total }, (_, seq) => `${seq}`)
    const hearing: Promise<string[]>[] = []
    for (let size = 0; size < total; size += 30) {
      hearing.push(hear(store(), 'a', size === 0 ? 0 : size - 7, total))
      await store().append([portion('a', size, ...expected.slice(size, size + 30))])
    }
    const heard = await Promise.all(hearing)
    expect(heard).toEqual(hearing.map((_, index) => expected.slice(index === 0 ? 0 : index * 30 - 7)))
  })

  it('tells only what comes to a follower who starts ahead of the log', async () => {
    const hearing = hear(store(), 'a', 3, 5)
    await store().append([portion('a', 0, '0')])
    await nextTurn()
    await store().append([portion('a', 1, '1', '2', '3')])
    await store().append([portion('a', 4, '4')])
    expect(await hearing).toEqual(['3', '4'])
  })

  it('tells nothing before it can be read', async () => {
    const { promise, resolve } = Promise.withResolvers<readonly Uint8Array[]>()
    store().follow('a', 0, () => resolve(store().read('a', 0, 10)), unexpected)
    await nextTurn()
    await store().append([portion('a', 0, 'zero')])
    expect(await promise).toEqual([utf8('zero')])
  })

  it('tells nothing before follow has returned', async () => {
    await store().append([portion('a', 0, 'zero')])
    let returned = false
    const { promise, resolve } = Promise.withResolvers<boolean>()
    store().follow('a', 0, () => resolve(returned), unexpected)
    returned = true
    expect(await promise).toBe(true)
  })

  it('keeps logs apart', async () => {
    const hearing = hear(store(), 'b', 0, 1)
    await store().append([portion('a', 0, 'of a'), portion('b', 0, 'of b')])
    expect(await hearing).toEqual(['of b'])
  })

  it('tells nothing to a follower who has stopped, be it from within', async () => {
    const heard: number[] = []
    const stop = store().follow(
      'a',
      0,
      (firstSeq) => {
        heard.push(firstSeq)
        stop()
      },
      unexpected,
    )
    const never = store().follow('a', 0, unexpected, unexpected)
    never()
    await store().append([portion('a', 0, '0')])
    await hear(store(), 'a', 0, 1)
    await store().append([portion('a', 1, '1')])
    await hear(store(), 'a', 1, 2)
    expect(heard).toEqual([0])
  })

  it('ends a follower who throws, says so once, and goes on telling the others', async () => {
    const bug = new Error('listener')
    const faults: Fault[] = []
    let calls = 0
    const failing = (): void => {
      calls += 1
      throw bug
    }
    store().follow('a', 0, failing, (fault) => faults.push(fault))
    const hearing = hear(store(), 'a', 0, 2)
    await nextTurn()
    expect((await store().append([portion('a', 0, '0')])).kind).toBe('appended')
    await store().append([portion('a', 1, '1')])
    expect(await hearing).toEqual(['0', '1'])
    expect(calls).toBe(1)
    expect(faults).toMatchObject([{ code: 'follower-failed', retryable: false, cause: bug }])
  })
}

const closing = (store: () => EventStore): void => {
  it('finishes what was handed in before it closes', async () => {
    const appending = store().append([portion('a', 0, 'zero')])
    await store().close()
    expect((await appending).kind).toBe('appended')
  })

  it('refuses appends once it is closed', async () => {
    await store().close()
    await expect(store().append([portion('a', 0, 'zero')])).rejects.toMatchObject({
      name: 'Fault',
      code: 'store-closed',
    })
  })

  it('may be closed twice', async () => {
    await store().close()
    await expect(store().close()).resolves.toBeUndefined()
  })
}

/** The leaves of a log from `fromSeq` until it has `size` of them, as a follower hears them; each exactly once. */
const hear = async (store: EventStore, log: LogId, fromSeq: number, size: number): Promise<string[]> => {
  const { promise, resolve, reject } = Promise.withResolvers<string[]>()
  const heard: string[] = []
  const stop = store.follow(
    log,
    fromSeq,
    (firstSeq, leaves) => {
      if (firstSeq !== fromSeq + heard.length) reject(new Error(`heard ${firstSeq} after ${heard.length}`))
      heard.push(...leaves.map((leaf) => text(leaf)))
      if (fromSeq + heard.length >= size) resolve(heard)
    },
    reject,
  )
  try {
    return await promise
  } finally {
    stop()
  }
}

const portion = (log: LogId, expectedSize: number, ...leaves: readonly string[]): Portion => ({
  log,
  expectedSize,
  leaves: leaves.map((leaf) => utf8(leaf)),
})

const texts = async (store: EventStore, log: LogId, fromSeq = 0, limit = 100): Promise<string[]> =>
  (await store.read(log, fromSeq, limit)).map((leaf) => text(leaf))

const utf8 = (value: string): Uint8Array => new TextEncoder().encode(value)
const text = (leaf: Uint8Array): string => new TextDecoder().decode(leaf)

const unexpected = (): never => {
  throw new Error('should not have been called')
}
