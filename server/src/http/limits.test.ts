import { describe, expect, it } from 'vitest'
import { addressKey, createLimits, LIMITS } from '../application/limits.ts'
import { readerLanguages } from './reader-languages.ts'

describe('a limit', () => {
  it('lets through what it allows, then says when to come back', async () => {
    const limits = createLimits()
    for (let count = 0; count < LIMITS.stranger.points; count += 1) {
      expect(await limits.take('stranger', 'one')).toBeUndefined()
    }
    expect(await limits.take('stranger', 'one')).toBeGreaterThan(0)
    expect(await limits.take('stranger', 'other')).toBeUndefined()
  })

  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('counts %s under %s', (address, key) => {
    expect(addressKey(address)).toBe(key)
  })
})

describe('the languages of a reader', () => {
  it.each([
    [undefined, []],
    ['zh', ['zh']],
    ['en;q=0.5, ru, zh-Hant-TW;q=0.9', ['ru', 'zh-Hant-TW', 'en']],
    ['en;q=0, ru;q=1.0', ['ru']],
    ['*, <script>, en;q=x', []],
  ])('in %j are %j', (header, languages) => {
    expect(readerLanguages(header)).toEqual(languages)
  })
})
