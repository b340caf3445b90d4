import { accept, refuse } from '../../decider.ts'
import type { Refusal } from '../../refusal.ts'
import type { Hash } from '../../words/identity.ts'
import { seatOf } from '../../meeting/seats.ts'
import type { Command, Decided, Situation } from '../situation.ts'
import { COMMITTING, delegationIn, STANDING } from '../situation.ts'
import { exceedsWriting } from '../../words/size.ts'

/** A delegation that accepted ad referendum has had word from home. */
export const confirmAdReferendum = (
  situation: Situation,
  { root }: Command<'ConfirmAdReferendum'>,
): Decided => {
  const { text } = situation
  const committed = committing(situation, root)
  if ('code' in committed) return refuse(committed)
  const { delegation } = committed
  if (text.adopted?.pending.includes(delegation) !== true) return refuse({ code: 'nothing-to-confirm' })
  return accept({ type: 'AdReferendumConfirmed', text: text.text, root, delegation })
}

/** A delegation's own words beside the decision, from the moment the text is put; never a part of the text. */
export const attachStatement = (situation: Situation, command: Command<'AttachStatement'>): Decided => {
  const { text, meeting, by } = situation
  const delegation = delegationIn(meeting, by, STANDING)
  if (delegation === undefined) return refuse({ code: 'not-entitled', needs: 'delegation' })
  if (text.put === undefined && text.silence === undefined && text.adopted === undefined) {
    return refuse({ code: 'text-not-put', text: text.text })
  }
  const { statement, kind, body } = command
  if (text.statements.filter((one) => one.statement === statement).length > 0) {
    return refuse({ code: 'statement-exists', statement })
  }
  const stray = Object.keys(body).find((language) => !meeting.languages.includes(language))
  if (stray !== undefined) return refuse({ code: 'language-not-of-the-dialogue', language: stray })
  if (exceedsWriting(body)) return refuse({ code: 'text-too-large' })
  return accept({ type: 'StatementAttached', text: text.text, statement, delegation, kind, body })
}

/** A head or alternate initials the adopted wording; this makes it definitive and binds to nothing else. */
export const initialText = (situation: Situation, { root }: Command<'InitialText'>): Decided => {
  const { text } = situation
  const committed = committing(situation, root)
  if ('code' in committed) return refuse(committed)
  const { delegation, seat } = committed
  return text.initialled.some((one) => one.delegation === delegation)
    ? refuse({ code: 'already-initialled' })
    : accept({ type: 'TextInitialled', text: text.text, root, delegation, seat })
}

/** A head or alternate signs the adopted wording for the delegation. */
export const signText = (situation: Situation, { root }: Command<'SignText'>): Decided => {
  const { text } = situation
  const committed = committing(situation, root)
  if ('code' in committed) return refuse(committed)
  const { delegation, seat } = committed
  return text.signed.some((one) => one.delegation === delegation)
    ? refuse({ code: 'already-signed' })
    : accept({ type: 'TextSigned', text: text.text, root, delegation, seat })
}

type Committed = { readonly delegation: string; readonly seat: string }

/** Who commits which delegation to exactly the wording that was adopted. */
const committing = ({ text, meeting, by }: Situation, root: Hash): Committed | Refusal => {
  const delegation = delegationIn(meeting, by, COMMITTING)
  const seat = seatOf(by)
  if (delegation === undefined || seat === undefined) {
    return { code: 'not-entitled', needs: 'head-or-alternate' }
  }
  if (text.adopted === undefined) return { code: 'text-not-adopted', text: text.text }
  return text.adopted.root === root
    ? { delegation, seat }
    : { code: 'wrong-hash', expected: text.adopted.root }
}
