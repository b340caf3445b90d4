import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PadStore } from './pad-store.ts'

/** What every pad store must do. `open` gives an empty one; `dispose` follows each test. */
export const padStoreContract = (
  name: string,
  open: () => PadStore,
  dispose: () => Promise<void> = async () => undefined,
): void => {
  describe(`${name} as a pad store`, () => {
    let store: PadStore
    beforeEach(() => {
      store = open()
    })
    afterEach(dispose)
    const north = { chamber: 'chamber/river/first/north', pad: 'draft/one' }
    const south = { chamber: 'chamber/river/first/south', pad: 'draft/one' }

    it('has nothing of a pad that was not saved', async () => {
      await store.save(north, Uint8Array.of(1))
      expect(await store.load(south)).toBeUndefined()
      expect(await store.load({ ...north, pad: 'notes' })).toBeUndefined()
    })

    it.each([[[]], [[0]], [Array.from({ length: 100_000 }, (_, index) => index % 256)]])(
      'gives back the bytes that were saved last',
      async (bytes) => {
        await store.save(north, Uint8Array.of(9, 9, 9))
        await store.save(north, Uint8Array.from(bytes))
        expect(await store.load(north)).toEqual(Uint8Array.from(bytes))
      },
    )

    it('is not changed by whoever goes on writing in what was handed in', async () => {
      const state = Uint8Array.of(1, 2, 3)
      await store.save(north, state)
      state.fill(0)
      expect(await store.load(north)).toEqual(Uint8Array.of(1, 2, 3))
    })

    it('lists the pads of one chamber and of no other', async () => {
      await store.save(south, Uint8Array.of(1))
      await store.save(north, Uint8Array.of(1))
      await store.save({ ...north, pad: 'notes' }, Uint8Array.of(1))
      await store.save({ chamber: `${north.chamber}-west`, pad: 'notes' }, Uint8Array.of(1))
      expect(await store.pads(north.chamber)).toEqual(['draft/one', 'notes'])
      expect(await store.pads('chamber/river/first')).toEqual([])
    })

    it('removes one pad, and takes it calmly when it is not there', async () => {
      await store.save(north, Uint8Array.of(1))
      await store.save(south, Uint8Array.of(2))
      await store.remove(north)
      await store.remove(north)
      expect(await store.load(north)).toBeUndefined()
      expect(await store.load(south)).toEqual(Uint8Array.of(2))
      expect(await store.pads(north.chamber)).toEqual([])
    })
  })
}
