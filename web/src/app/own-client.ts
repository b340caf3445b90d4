import type { Address } from '@parley/client/http'
import { connect, type ConnectOptions, type ParleyClient } from '@parley/client/parley-client'

/*
 * One browser may hold several seats, each in a cookie of its own. A tab says which of them it speaks for, by a slot that
 * is no secret; a tab that has not been told yet speaks for the seat entered last, and keeps to it from then on.
 */

const KEPT = 'parley.seat'

export const ownSlot = (): string | undefined => sessionStorage.getItem(KEPT) ?? undefined

export const keepSlot = (slot: string): void => sessionStorage.setItem(KEPT, slot)

export const forgetSlot = (): void => sessionStorage.removeItem(KEPT)

/** The seat an address asks this tab to speak for. */
export const slotIn = (search: string): string | undefined => {
  const slot = new URLSearchParams(search).get('seat')
  return slot !== null && /^[0-9a-f]{12}$/.test(slot) ? slot : undefined
}

/** An address of ours for another tab, which then speaks for the same seat. */
export const forOtherTab = (path: string): string => {
  const slot = ownSlot()
  return slot === undefined ? path : `${path}?seat=${slot}`
}

/** Where this tab asks, and as whom. */
export const ownAddress = (language?: string): Address => ({
  origin: location.origin,
  slot: ownSlot(),
  language,
})

/** The server as this tab's seat has it. */
export const ownClient = (options: Omit<ConnectOptions, 'origin' | 'slot' | 'token'> = {}): ParleyClient =>
  connect({ ...ownAddress(), ...options })
