import { sendForJson } from '@parley/client/http'
import { openSession, type Principal } from '@parley/client/parley-client'
import type { Result } from '@parley/client/result'

/** Whom this browser speaks for. */
export type Who = { readonly principal: Principal }

/** Trades an invitation for a session, which the browser keeps as a cookie this page cannot read. The invitation is then used up. */
export const comeIn = async (origin: string, invitation: string): Promise<Result<Who>> => {
  const opened = await openSession(origin, invitation)
  return opened.ok ? { ok: true, value: { principal: opened.value.principal } } : opened
}

export const whoAmI = (origin: string, language: string): Promise<Result<Who>> =>
  sendForJson({ origin, language }, { parse: whoOf }, 'GET', '/api/session')

/** An operator's token has no seat to show a room from. */
const whoOf = (body: unknown): Who => {
  if (typeof body !== 'object' || body === null || !('principal' in body)) throw new Error('not a seat')
  const { principal } = body
  if (typeof principal !== 'object' || principal === null) throw new Error('not a seat')
  const { dialogue, meeting, seat } = {
    dialogue: undefined,
    meeting: undefined,
    seat: undefined,
    ...principal,
  }
  if (typeof dialogue !== 'string' || typeof seat !== 'string') throw new Error('not a seat')
  return { principal: { dialogue, seat, ...(typeof meeting === 'string' ? { meeting } : {}) } }
}
