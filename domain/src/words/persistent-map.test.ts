import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PersistentMap } from './persistent-map.ts'

const keys = fc.string({ minLength: 1, maxLength: 3 })

describe('a persistent map', () => {
  it('holds what a Map would hold after the same settings', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(keys, fc.integer()), { maxLength: 200 }), (settings) => {
        const map = PersistentMap.of(...settings)
        const peer = new Map(settings)
        expect(map.size).toBe(peer.size)
        expect(new Map(map)).toEqual(peer)
        for (const [key, value] of peer) expect(map.get(key)).toBe(value)
      }),
    )
  })

  it('holds what a Map would hold after keys were taken out again', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(keys, fc.boolean()), { maxLength: 200 }), (steps) => {
        let map = PersistentMap.of<number>()
        const peer = new Map<string, number>()
        for (const [index, [key, put]] of steps.entries()) {
          map = put ? map.with(key, index) : map.without(key)
          if (put) peer.set(key, index)
          else peer.delete(key)
        }
        expect(map.size).toBe(peer.size)
        expect(new Map(map)).toEqual(peer)
      }),
    )
  })

  it('leaves every earlier version as it was', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(keys, fc.integer()), { maxLength: 60 }), keys, (settings, key) => {
        const earlier = PersistentMap.of(...settings)
        const before = [...earlier]
        const later = earlier.with(key, -1)
        expect([...earlier]).toEqual(before)
        expect(later.get(key)).toBe(-1)
      }),
    )
  })

  it('holds 20,000 keys, and nothing under a key that every object inherits', () => {
    const entries = Array.from({ length: 20_000 }, (_, index): readonly [string, number] => [
      `b${index}`,
      index,
    ])
    const map = PersistentMap.of(...entries)
    expect(map.size).toBe(20_000)
    expect(map.values().reduce((sum, value) => sum + value, 0)).toBe(199_990_000)
    expect(map.get('b19999')).toBe(19_999)
    expect(map.get('constructor')).toBeUndefined()
    expect(map.has('constructor')).toBe(false)
  })

  it('keeps keys apart whose hashes collide', () => {
    // Two pairs that FNV-1a maps to one 32-bit value each, with more keys around them than a leaf holds.
    const colliding = ['costarring', 'liquid', 'declinate', 'macallums']
    const crowd = Array.from({ length: 40 }, (_, index) => `k${index}`)
    const map = PersistentMap.of(...[...crowd, ...colliding].map((key): [string, string] => [key, key]))
    for (const key of [...crowd, ...colliding]) expect(map.get(key)).toBe(key)
  })

  it('is written as a plain object', () => {
    expect(JSON.stringify(PersistentMap.of(['a', 1]))).toBe('{"a":1}')
  })
})
