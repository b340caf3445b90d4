import { describe, expect, it } from 'vitest'
import { Localized } from '../words/language.ts'
import { MotionKind, Speech } from '../meeting/things.ts'
import { RULE_PACKS, rulePack } from './index.ts'

describe('rule packs', () => {
  it('are found by their id, and only by it', () => {
    expect(rulePack('bilateral/1')?.id).toBe('bilateral/1')
    expect(rulePack('un-family/1')?.id).toBe('un-family/1')
    expect(rulePack('un-family/2')).toBeUndefined()
  })

  it('carry a versioned id of their own', () => {
    const ids = RULE_PACKS.map((pack) => pack.id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(id).toMatch(/^[a-z-]+\/[0-9]+$/)
  })

  it('are called by a name in Chinese, Russian, English and Arabic that can stand in a record', () => {
    for (const pack of RULE_PACKS) {
      expect(Localized.safeParse(pack.title).success).toBe(true)
      expect(Object.keys(pack.title).toSorted()).toEqual(['ar', 'en', 'ru', 'zh'])
    }
  })

  it('say where their rules come from', () => {
    for (const pack of RULE_PACKS) expect(pack.sources.some((source) => source.checked)).toBe(true)
  })

  it('limit every kind of turn, and a point of order to one minute', () => {
    for (const { limitSeconds, warningSeconds } of RULE_PACKS) {
      expect(Object.keys(limitSeconds).toSorted()).toEqual(Speech.options.toSorted())
      expect(Math.min(...Object.values(limitSeconds))).toBeGreaterThanOrEqual(60)
      expect(limitSeconds['point-of-order']).toBe(60)
      expect(warningSeconds).toBeLessThan(limitSeconds.statement)
    }
  })

  it('rank each motion once, suspension above adjournment above the end of debate', () => {
    for (const pack of RULE_PACKS) {
      const { order } = pack.motions
      expect(order).toEqual(MotionKind.options.filter((kind) => order.includes(kind)))
    }
  })

  it('leave points of order and rights of reply possible after the list is closed', () => {
    for (const { speakers } of RULE_PACKS) {
      expect(speakers.afterClosing).toEqual(expect.arrayContaining(['right-of-reply', 'point-of-order']))
    }
  })
})
