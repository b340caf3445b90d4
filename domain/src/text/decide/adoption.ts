import { accept, refuse } from '../../decider.ts'
import { currentItem } from '../../meeting/seats.ts'
import type { Refusal } from '../../refusal.ts'
import type { Hash } from '../../words/identity.ts'
import type { TextEvent } from '../events.ts'
import type { Command, Decided, Situation } from '../situation.ts'
import { delegationIn, isChair, notBeforeAll, notInSession } from '../situation.ts'
import { adReferendum, agreedBlocks, agreedRoot, obstacles } from '../views/standing.ts'

/** The chair puts exactly this wording to the meeting; what every delegation accepted, word for word and in this order. */
export const putText = (situation: Situation, { root }: Command<'PutText'>): Decided => {
  const { text, meeting, by } = situation
  if (!isChair(meeting, by)) return refuse({ code: 'not-entitled', needs: 'chair' })
  const refusal =
    notBeforeAll(text) ?? notInSession(meeting) ?? wrongItem(situation) ?? notReady(situation, root)
  return refusal === undefined ? accept({ type: 'TextPut', text: text.text, root }) : refuse(refusal)
}

/** One objection is enough against consensus; it stands until its delegation takes it back. */
export const objectToText = (situation: Situation, { root, reason }: Command<'ObjectToText'>): Decided => {
  const { text, meeting, by, pack } = situation
  const delegation = delegationIn(meeting, by, pack.adoption.objectionBy)
  if (delegation === undefined) return refuse({ code: 'not-entitled', needs: 'head-or-alternate' })
  const put = putOf(situation)
  if ('code' in put) return refuse(put)
  if (root !== put.root) return refuse({ code: 'wrong-hash', expected: put.root })
  if (put.objections.some((objection) => objection.delegation === delegation)) {
    return refuse({ code: 'objection-exists' })
  }
  const because = reason === undefined ? {} : { reason }
  return accept({ type: 'ObjectionRaised', text: text.text, delegation, root, ...because })
}

export const withdrawObjection = (situation: Situation): Decided => {
  const { text, meeting, by, pack } = situation
  const delegation = delegationIn(meeting, by, pack.adoption.objectionBy)
  if (delegation === undefined) return refuse({ code: 'not-entitled', needs: 'head-or-alternate' })
  const put = putOf(situation)
  if ('code' in put) return refuse(put)
  return put.objections.some((objection) => objection.delegation === delegation)
    ? accept({ type: 'ObjectionWithdrawn', text: text.text, delegation })
    : refuse({ code: 'no-objection' })
}

/** The chair takes the text back into negotiation; objections fall with what they were raised against. */
export const takeTextBack = ({ text, meeting, by }: Situation): Decided => {
  if (!isChair(meeting, by)) return refuse({ code: 'not-entitled', needs: 'chair' })
  if (text.adopted !== undefined) return refuse({ code: 'text-adopted', text: text.text })
  return text.put === undefined
    ? refuse({ code: 'text-not-put', text: text.text })
    : accept({ type: 'TextTakenBack', text: text.text, root: text.put.root })
}

/** Consensus: put, nobody objects, and the chair says so. */
export const declareAdopted = (situation: Situation, { root }: Command<'DeclareAdopted'>): Decided => {
  const { meeting, by } = situation
  if (!isChair(meeting, by)) return refuse({ code: 'not-entitled', needs: 'chair' })
  const put = putOf(situation)
  if ('code' in put) return refuse(put)
  const closed = notInSession(meeting)
  if (closed !== undefined) return refuse(closed)
  if (root !== put.root) return refuse({ code: 'wrong-hash', expected: put.root })
  const [objection] = put.objections
  if (objection !== undefined) {
    return refuse({ code: 'objection-standing', delegation: objection.delegation })
  }
  return accept(...adopted(situation, root, 'consensus'))
}

/** The adoption and, block by block, the whole wording adopted: readable without the negotiation. */
export const adopted = (
  { text, meeting }: Situation,
  root: Hash,
  mode: 'consensus' | 'silence',
): readonly TextEvent[] => {
  const blocks = agreedBlocks(text, meeting)
  const { title, languages } = text
  return [
    {
      type: 'TextAdopted',
      text: text.text,
      root,
      title,
      languages: [...languages],
      blocks: blocks.length,
      mode,
      adReferendum: [...adReferendum(text, meeting)],
    },
    ...blocks.map((block, index) => ({ type: 'BlockAdopted', text: text.text, index, ...block }) as const),
  ]
}

/** Why this wording is not what every delegation accepts. */
export const notReady = ({ text, meeting, pack }: Situation, root: Hash): Refusal | undefined => {
  const standing = obstacles(text, meeting, pack)
  if (standing.length > 0) return { code: 'text-not-ready', obstacles: standing }
  const expected = agreedRoot(text, meeting)
  return root === expected ? undefined : { code: 'wrong-hash', expected }
}

const putOf = ({ text, meeting }: Situation): NonNullable<Situation['text']['put']> | Refusal => {
  if (text.adopted !== undefined) return { code: 'text-adopted', text: text.text }
  if (text.put === undefined) return { code: 'text-not-put', text: text.text }
  return meeting.phase === 'adjourned' ? { code: 'meeting-adjourned' } : text.put
}

/** A text is put under an item for adoption or for the text itself; one that names a text is for that one. */
const wrongItem = ({ text, meeting }: Situation): Refusal | undefined => {
  const item = currentItem(meeting)?.item
  if (item === undefined) return { code: 'no-item-taken-up' }
  if (item.kind !== 'adoption' && item.kind !== 'text') return { code: 'wrong-item-kind', needs: 'adoption' }
  return item.text === undefined || item.text === text.text
    ? undefined
    : { code: 'wrong-item-kind', needs: 'adoption' }
}
