import { openSession, type InvitationView, lookAtInvitation } from '@parley/client/parley-client'
import { ownSeat, type OwnSeat } from '@parley/client/own-seat'
import type { Result } from '@parley/client/result'
import { keepSlot, ownAddress } from './own-client.ts'

/** Whom this tab speaks for; it keeps to that seat from then on. */
export const whoAmI = async (language: string): Promise<Result<OwnSeat>> => {
  const who = await ownSeat(ownAddress(language)).who()
  if (who.ok) keepSlot(who.value.slot)
  return who
}

/** Whom an invitation lets in; it is not used up. */
export const lookAt = (invitation: string, language: string): Promise<Result<InvitationView>> =>
  lookAtInvitation({ origin: location.origin, language }, invitation)

/** Trades an invitation for a session, which the browser keeps as a cookie this page cannot read. The invitation is then used up. */
export const comeIn = async (invitation: string): Promise<Result<void>> => {
  const opened = await openSession(location.origin, invitation)
  if (!opened.ok) return opened
  keepSlot(opened.value.slot)
  return { ok: true, value: undefined }
}
