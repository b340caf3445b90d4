import { AssertionError } from 'node:assert'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { KeyStore } from './key-store.ts'

/** What every key store must do. `open` gives an empty one; `dispose` follows each test. */
export const keyStoreContract = (
  name: string,
  open: () => KeyStore,
  dispose: () => void = () => undefined,
): void => {
  describe(`${name} as a key store`, () => {
    let store: KeyStore
    beforeEach(() => {
      store = open()
    })
    afterEach(dispose)

    it('has no secret that was not saved', async () => {
      await store.save('log', 'secret')
      expect(await store.load('witness')).toBeUndefined()
    })

    it.each(['PRIVATE+KEY+parley.example+aGVsbG8=', '', 'две\nстроки\n'])(
      'gives back %j as saved',
      async (secret) => {
        expect(await store.save('log', secret)).toBe('saved')
        expect(await store.load('log')).toBe(secret)
      },
    )

    it('never replaces a secret', async () => {
      await store.save('log', 'first')
      expect(await store.save('log', 'second')).toBe('exists')
      expect(await store.load('log')).toBe('first')
    })

    it('lets one of many through that save at the same time, whole', async () => {
      const secrets = Array.from({ length: 8 }, (_, index) => `${index}`.repeat(1000))
      const outcomes = await Promise.all(secrets.map((secret) => store.save('log', secret)))
      expect(outcomes.filter((outcome) => outcome === 'saved')).toHaveLength(1)
      expect(await store.load('log')).toBe(secrets[outcomes.indexOf('saved')])
    })

    it.each(['', '../log', 'a/b', '.', 'Log', 'log.key', '-log', 'a'.repeat(65)])(
      'takes the name %j for a bug',
      async (keyName) => {
        await expect(store.save(keyName, 'secret')).rejects.toBeInstanceOf(AssertionError)
        await expect(store.load(keyName)).rejects.toBeInstanceOf(AssertionError)
      },
    )
  })
}
