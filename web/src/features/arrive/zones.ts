import type { Localized } from '@parley/domain/words/language'
import { zoneOffset } from '@parley/messages/dates'

/** By which clocks a time is told: each capital's, and, without a city, the reader's own where it shows another time. */
export type ZoneTold = { readonly city: Localized | undefined; readonly timeZone: string }

export const zonesOf = (
  at: number,
  parties: readonly { readonly city: Localized; readonly timeZone: string }[],
  own: string,
): readonly ZoneTold[] => {
  const capitals = parties.filter(
    ({ timeZone }, place) => parties.findIndex((one) => one.timeZone === timeZone) === place,
  )
  const isTold = capitals.some(({ timeZone }) => zoneOffset(at, timeZone) === zoneOffset(at, own))
  return [
    ...capitals.map(({ city, timeZone }) => ({ city, timeZone })),
    ...(isTold ? [] : [{ city: undefined, timeZone: own }]),
  ]
}
