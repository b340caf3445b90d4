import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Takedown, TakedownStore } from './takedown-store.ts'

/** What every takedown store must do. `open` gives an empty one; `dispose` follows each test. */
export const takedownStoreContract = (
  name: string,
  open: () => TakedownStore,
  dispose: () => Promise<void> = async () => undefined,
): void => {
  describe(`${name} as a takedown store`, () => {
    let store: TakedownStore
    beforeEach(() => {
      store = open()
    })
    afterEach(dispose)

    it('lists what was submitted, as it was submitted, by arrival', async () => {
      await store.submit(request({ id: 'b', receivedAtMs: 2000 }))
      await store.submit(request({ id: 'c', receivedAtMs: 1000 }))
      await store.submit(request({ id: 'a', receivedAtMs: 2000 }))
      expect(await store.list()).toEqual([
        { ...request({ id: 'c', receivedAtMs: 1000 }), state: { kind: 'received' } },
        { ...request({ id: 'a', receivedAtMs: 2000 }), state: { kind: 'received' } },
        { ...request({ id: 'b', receivedAtMs: 2000 }), state: { kind: 'received' } },
      ])
    })

    it('keeps the first of two requests with one id', async () => {
      await store.submit(request())
      await store.submit(request({ explanation: 'sent again' }))
      expect(await store.list()).toEqual([{ ...request(), state: { kind: 'received' } }])
    })

    it('settles a request once', async () => {
      await store.submit(request())
      const decision = {
        outcome: 'media-removed',
        atMs: 3000,
        reason: { zh: '照片已撤下。', ru: '' },
      } as const
      expect(await store.settle('r-1', decision)).toEqual({ kind: 'settled' })
      expect(await store.settle('r-1', { outcome: 'refused', atMs: 4000, reason: {} })).toEqual({
        kind: 'already-settled',
        ...decision,
      })
      expect(await store.list()).toMatchObject([{ state: { kind: 'settled', ...decision } }])
    })

    it('settles no request that was not submitted', async () => {
      expect(await store.settle('r-1', { outcome: 'refused', atMs: 3000, reason: {} })).toEqual({
        kind: 'unknown',
      })
      expect(await store.list()).toEqual([])
    })

    it('shows the public nothing of the requester and nothing they wrote', async () => {
      await store.submit(request())
      await store.submit(request({ id: 'r-2', receivedAtMs: 2000 }))
      await store.settle('r-2', { outcome: 'refused', atMs: 3000, reason: { en: 'No.' } })
      const line = { pageUrl: request().pageUrl, claim: 'copyright' }
      expect(await store.register()).toEqual([
        { ...line, id: 'r-1', receivedAtMs: 1000, state: { kind: 'received' } },
        {
          ...line,
          id: 'r-2',
          receivedAtMs: 2000,
          state: { kind: 'settled', outcome: 'refused', atMs: 3000, reason: { en: 'No.' } },
        },
      ])
    })
  })
}

const request = (changes: Partial<Takedown> = {}): Takedown => ({
  id: 'r-1',
  receivedAtMs: 1000,
  pageUrl: 'https://portal.example/zh/releases/8',
  claim: 'copyright',
  requester: { name: '摄影者', contact: 'photographer@agency.example' },
  explanation: "The picture is the agency's; '; drop table takedown; --",
  language: 'zh-Hans',
  ...changes,
})
