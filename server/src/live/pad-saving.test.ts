import fastify from 'fastify'
import { describe, expect, it } from 'vitest'
import { memoryPadStore } from '../adapters/memory/memory-pad-store.ts'
import { Fault } from '../ports/fault.ts'
import type { PadStore } from '../ports/pad-store.ts'
import { createPadSaving } from './pad-saving.ts'

const key = { chamber: 'chamber/river/first/north', pad: 'notes' }
const { log } = fastify({ logger: false })

/** A pad whose state is the number of its edits, and time that passes when it is told to. */
const saving = (store: PadStore) => {
  let state = 0
  let due: (() => void)[] = []
  const made = createPadSaving(
    key,
    () => Uint8Array.of(state),
    {
      store,
      log,
      schedule: (_afterMs, work) => {
        due.push(work)
        return () => {
          due = due.filter((one) => one !== work)
        }
      },
    },
    () => undefined,
  )
  return {
    ...made,
    edit: () => {
      state += 1
      made.edited()
    },
    scheduled: () => due.length,
    pass: async () => {
      const now = due
      due = []
      for (const work of now) work()
      await new Promise((resolve) => setImmediate(resolve))
    },
  }
}

describe('what is typed', () => {
  it('is saved once for many edits, as it then stands', async () => {
    const store = memoryPadStore()
    const pad = saving(store)
    for (let count = 0; count < 5; count += 1) pad.edit()
    expect([pad.scheduled(), pad.isSaved(), await store.load(key)]).toEqual([1, false, undefined])
    await pad.pass()
    expect([pad.scheduled(), pad.isSaved(), await store.load(key)]).toEqual([0, true, Uint8Array.of(5)])
  })

  it('is saved at once when the pad is closed, and not again later', async () => {
    const store = memoryPadStore()
    const pad = saving(store)
    pad.edit()
    await pad.save()
    expect([pad.scheduled(), await store.load(key)]).toEqual([0, Uint8Array.of(1)])
    await store.remove(key)
    await pad.save()
    expect(await store.load(key)).toBeUndefined()
  })

  it('is tried again while the disk fails, and not lost', async () => {
    let failing = true
    const memory = memoryPadStore()
    const pad = saving({
      ...memory,
      save: async (...args) => {
        if (failing) throw new Fault('disk-full', { retryable: true })
        return memory.save(...args)
      },
    })
    pad.edit()
    await pad.pass()
    expect([pad.scheduled(), pad.isSaved()]).toEqual([1, false])
    failing = false
    await pad.pass()
    expect([pad.isSaved(), await memory.load(key)]).toEqual([true, Uint8Array.of(1)])
  })

  it('is not saved any more once its draft is no more', async () => {
    const store = memoryPadStore()
    const pad = saving(store)
    pad.edit()
    pad.stop()
    await pad.pass()
    await pad.save()
    expect(await store.load(key)).toBeUndefined()
  })
})
