import { describe, expect, it } from 'vitest'
import { accessStoreContract } from '../../ports/access-store.contract.ts'
import { clockContract } from '../../ports/clock.contract.ts'
import { keyStoreContract } from '../../ports/key-store.contract.ts'
import { padStoreContract } from '../../ports/pad-store.contract.ts'
import { takedownStoreContract } from '../../ports/takedown-store.contract.ts'
import { passkeyStoreContract } from '../../ports/passkey-store.contract.ts'
import { tokensContract } from '../../ports/tokens.contract.ts'
import { memoryAccessStore } from './memory-access-store.ts'
import { memoryKeyStore } from './memory-key-store.ts'
import { memoryPadStore } from './memory-pad-store.ts'
import { memoryPasskeyStore } from './memory-passkey-store.ts'
import { memoryTakedownStore } from './memory-takedown-store.ts'
import { seededTokens } from './seeded-tokens.ts'
import { settableClock } from './settable-clock.ts'

accessStoreContract('memory', memoryAccessStore)
passkeyStoreContract('memory', memoryPasskeyStore)
takedownStoreContract('memory', memoryTakedownStore)
padStoreContract('memory', memoryPadStore)
keyStoreContract('memory', memoryKeyStore)
tokensContract('a seed', () => seededTokens('seed'))
clockContract('a settable clock', () => settableClock(Date.UTC(2020, 6, 23)))

describe('the fakes', () => {
  it('make the same tokens for the same seed and others for another', () => {
    const [one, same, other] = ['a', 'a', 'b'].map((seed) => seededTokens(seed).fresh())
    expect(same).toBe(one)
    expect(other).not.toBe(one)
  })

  it('keep time still until it is set or advanced', () => {
    const clock = settableClock(1000)
    expect([clock.now(), clock.now()]).toEqual([1000, 1000])
    clock.advance(500)
    expect(clock.now()).toBe(1500)
    clock.set(10)
    expect(clock.now()).toBe(10)
  })
})
