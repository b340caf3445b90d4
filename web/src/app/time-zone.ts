import type { Meeting } from '@parley/domain/meeting/state'
import { lookup } from '@parley/domain/words/lookup'

/** The time a seat lives by: its own delegation's capital, otherwise the host's. */
export const timeZoneOf = (
  {
    people,
    secretariats,
    delegations,
    host,
  }: Pick<Meeting, 'people' | 'secretariats' | 'delegations' | 'host'>,
  seat: string,
): string => {
  const own = lookup(people, seat)?.delegation ?? secretariats.find((one) => one.seat === seat)?.party ?? host
  return (delegations.find(({ id }) => id === own) ?? delegations[0])?.timeZone ?? 'UTC'
}
