import { logName, parseLogName, type Principal } from '@parley/protocol/address'
import type { Principal as StoredPrincipal } from '../ports/access-store.ts'

/** A seat as the stores name it: the log of its dialogue or meeting, and the seat there. */
export const storedOf = ({ seat, ...place }: Principal): StoredPrincipal => ({ scope: scopeOf(place), seat })

export const scopeOf = ({ dialogue, meeting }: Omit<Principal, 'seat'>): string =>
  logName(meeting === undefined ? { kind: 'dialogue', dialogue } : { kind: 'meeting', dialogue, meeting })

export const principalOf = ({ scope, seat }: StoredPrincipal): Principal => {
  const address = parseLogName(scope)
  if (address === undefined) throw new Error(`no log is called ${scope}`)
  return address.kind === 'dialogue'
    ? { dialogue: address.dialogue, seat }
    : { dialogue: address.dialogue, meeting: address.meeting, seat }
}
