import { describe, expect, it } from 'vitest'
import { zonesOf } from './zones.ts'

const SUMMER = Date.UTC(2026, 6, 1)
const party = (city: string, timeZone: string) => ({ city: { en: city }, timeZone })
const told = (own: string, ...parties: readonly ReturnType<typeof party>[]) =>
  zonesOf(SUMMER, parties, own).map(({ city, timeZone }) => city?.en ?? `own ${timeZone}`)

describe('the clocks a meeting’s time is told by', () => {
  it('are the capitals’, and the reader’s own where it shows another time', () => {
    const capitals = [party('East', 'Asia/Shanghai'), party('West', 'Europe/Moscow')]
    expect(told('America/New_York', ...capitals)).toEqual(['East', 'West', 'own America/New_York'])
  })

  it('leave the reader’s own out where a capital’s clocks show the same', () => {
    expect(told('Asia/Singapore', party('East', 'Asia/Shanghai'))).toEqual(['East'])
  })

  it('are told once where capitals share a zone', () => {
    expect(told('Asia/Shanghai', party('East', 'Asia/Shanghai'), party('Port', 'Asia/Shanghai'))).toEqual([
      'East',
    ])
  })
})
