import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Passkey, PasskeyStore } from './passkey-store.ts'

/** What every passkey store must do. `open` gives an empty one; `dispose` follows each test. */
export const passkeyStoreContract = (
  name: string,
  open: () => PasskeyStore,
  dispose: () => Promise<void> = async () => undefined,
): void => {
  describe(`${name} as a passkey store`, () => {
    let store: PasskeyStore
    beforeEach(() => {
      store = open()
    })
    afterEach(dispose)

    it('gives back what it was given, to the byte', async () => {
      expect(await store.add(passkey())).toBe(true)
      expect(await store.find('one')).toEqual(passkey())
      expect(await store.find('another')).toBeUndefined()
    })

    it('keeps the first of two with the same id', async () => {
      await store.add(passkey())
      expect(await store.add(passkey({ principal: interpreter, label: 'Second' }))).toBe(false)
      expect(await store.find('one')).toEqual(passkey())
    })

    it('lists those of one principal, oldest first', async () => {
      await store.add(passkey({ id: 'new', createdAtMs: 2000 }))
      await store.add(passkey({ id: 'old', createdAtMs: 1000 }))
      await store.add(passkey({ id: 'other seat', principal: interpreter }))
      await store.add(passkey({ id: 'other meeting', principal: headElsewhere }))
      expect((await store.of(head)).map(({ id }) => id)).toEqual(['old', 'new'])
    })

    it('takes note of a sign-in', async () => {
      await store.add(passkey())
      await store.used('one', 7, 3000)
      expect(await store.find('one')).toEqual(passkey({ counter: 7, lastUsedAtMs: 3000 }))
    })

    it('brings nothing back with a sign-in that comes too late', async () => {
      await store.used('one', 7, 3000)
      expect(await store.find('one')).toBeUndefined()
    })

    it('removes one for its owner and for nobody else', async () => {
      await store.add(passkey())
      expect(await store.remove(interpreter, 'one')).toBe(false)
      expect(await store.remove(headElsewhere, 'one')).toBe(false)
      expect(await store.remove(head, 'one')).toBe(true)
      expect(await store.remove(head, 'one')).toBe(false)
      expect(await store.find('one')).toBeUndefined()
    })

    it('removes all of one principal and of nobody else', async () => {
      await store.add(passkey())
      await store.add(passkey({ id: 'two' }))
      await store.add(passkey({ id: 'elsewhere', principal: headElsewhere }))
      expect(await store.removeAll(head)).toBe(2)
      expect(await store.removeAll(head)).toBe(0)
      expect(await store.of(headElsewhere)).toHaveLength(1)
    })
  })
}

const head = { scope: 'meeting/8', seat: 'a/head' }
const interpreter = { scope: 'meeting/8', seat: 'a/interpreter' }
const headElsewhere = { scope: 'meeting/9', seat: 'a/head' }

const passkey = (changes: Partial<Passkey> = {}): Passkey => ({
  id: 'one',
  principal: head,
  publicKey: Uint8Array.of(0, 1, 128, 255),
  counter: 0,
  label: 'Ключ 钥匙',
  createdAtMs: 1000,
  ...changes,
})
