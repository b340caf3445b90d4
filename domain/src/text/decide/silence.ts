import { accept, refuse } from '../../decider.ts'
import type { Refusal } from '../../refusal.ts'
import type { Command, Decided, Situation } from '../situation.ts'
import { COMMITTING, delegationIn, isChair, notBeforeAll } from '../situation.ts'
import { adopted, notReady } from './adoption.ts'

/**
 * The chair gives the delegations until a moment to break their silence. It usually runs after the sitting, so an
 * adjourned meeting may still open one.
 */
export const openSilence = (situation: Situation, command: Command<'OpenSilence'>): Decided => {
  const { text, meeting, pack, by, at } = situation
  if (!isChair(meeting, by)) return refuse({ code: 'not-entitled', needs: 'chair' })
  const { allowed, minimumSeconds } = pack.adoption.silence
  if (!allowed) return refuse({ code: 'silence-not-provided' })
  if (meeting.phase === 'convened') return refuse({ code: 'meeting-not-open' })
  const refusal = notBeforeAll(text) ?? notReady(situation, command.root)
  if (refusal !== undefined) return refuse(refusal)
  const { root, expiresAt } = command
  if (expiresAt - at < minimumSeconds * 1000) return refuse({ code: 'silence-too-short', minimumSeconds })
  return accept({ type: 'SilenceOpened', text: text.text, root, expiresAt })
}

/** Any delegation breaks the silence before it expires; the text is then negotiated again. */
export const breakSilence = (situation: Situation, command: Command<'BreakSilence'>): Decided => {
  const { text, meeting, pack, by: author, at } = situation
  const delegation = delegationIn(meeting, author, COMMITTING)
  if (delegation === undefined) return refuse({ code: 'not-entitled', needs: 'head-or-alternate' })
  const silence = silenceOf(situation)
  if ('code' in silence) return refuse(silence)
  const { by, reason } = command
  if (!pack.adoption.silence.brokenBy.includes(by)) return refuse({ code: 'silence-not-broken-this-way' })
  if (at >= silence.expiresAt) return refuse({ code: 'silence-expired' })
  const because = reason === undefined ? {} : { reason }
  return accept({ type: 'SilenceBroken', text: text.text, delegation, by, ...because })
}

/** The window has passed in silence and the chair says so; time alone adopts nothing. */
export const closeSilence = (situation: Situation, { root }: Command<'CloseSilence'>): Decided => {
  const { meeting, by, at } = situation
  if (!isChair(meeting, by)) return refuse({ code: 'not-entitled', needs: 'chair' })
  const silence = silenceOf(situation)
  if ('code' in silence) return refuse(silence)
  if (root !== silence.root) return refuse({ code: 'wrong-hash', expected: silence.root })
  if (at < silence.expiresAt) return refuse({ code: 'silence-running', expiresAt: silence.expiresAt })
  return accept(...adopted(situation, root, 'silence'))
}

const silenceOf = ({ text }: Situation): NonNullable<Situation['text']['silence']> | Refusal => {
  if (text.adopted !== undefined) return { code: 'text-adopted', text: text.text }
  return text.silence ?? { code: 'no-silence' }
}
