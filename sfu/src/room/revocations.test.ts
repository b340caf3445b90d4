import { describe, expect, it } from 'vitest'
import { Revocations } from './revocations.ts'

describe('a revoked token', () => {
  it('is worth nothing, and a newer one is', () => {
    const revocations = new Revocations()
    revocations.revoke('room', 'alba', 100, 0)
    expect([99, 100, 101].map((issued) => revocations.covers('room', 'alba', issued))).toEqual([
      true,
      true,
      false,
    ])
    expect(revocations.covers('room', 'boro', 99)).toBe(false)
    expect(revocations.covers('other', 'alba', 99)).toBe(false)
  })

  it('cannot be mistaken for another by the way names are put together', () => {
    const revocations = new Revocations()
    revocations.revoke('a","b', 'c', 100, 0)
    expect(revocations.covers('a', 'b","c', 1)).toBe(false)
  })

  it('is remembered for a day', () => {
    const revocations = new Revocations()
    revocations.revoke('room', 'alba', 100, 0)
    revocations.forgetOld(86_400_000)
    expect(revocations.covers('room', 'alba', 1)).toBe(true)
    revocations.forgetOld(86_400_001)
    expect(revocations.covers('room', 'alba', 1)).toBe(false)
  })
})
