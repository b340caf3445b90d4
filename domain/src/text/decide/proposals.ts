import { accept, refuse } from '../../decider.ts'
import { isJointSecretariat } from '../../meeting/entitlement.ts'
import type { Refusal } from '../../refusal.ts'
import type { Command, Decided, Situation } from '../situation.ts'
import { delegationIn, DRAFTING, isChair, negotiationClosed } from '../situation.ts'
import type { Proposal } from '../state.ts'
import { orderHash } from '../version.ts'

/** Another delegation puts its name to a proposal. */
export const joinProposal = (situation: Situation, command: Command<'JoinProposal'>): Decided => {
  const { text, meeting, by } = situation
  const delegation = delegationIn(meeting, by, DRAFTING)
  if (delegation === undefined) return refuse({ code: 'not-entitled', needs: 'delegation' })
  const closed = negotiationClosed(situation)
  if (closed !== undefined) return refuse(closed)
  const proposal = standingProposal(situation, command.proposal)
  if ('code' in proposal) return refuse(proposal)
  if (proposal.sponsors.includes(delegation)) {
    return refuse({ code: 'already-a-sponsor', proposal: proposal.proposal })
  }
  return accept({ type: 'ProposalJoined', text: text.text, proposal: proposal.proposal, delegation })
}

/** A sponsor steps back, or the chair or joint secretariat from its own text; the proposal falls with its last supporter. */
export const withdrawProposal = (situation: Situation, command: Command<'WithdrawProposal'>): Decided => {
  const { text, meeting, by } = situation
  const delegation = delegationIn(meeting, by, DRAFTING)
  if (delegation === undefined && !isChair(meeting, by) && !isJointSecretariat(meeting, by)) {
    return refuse({ code: 'not-entitled', needs: 'delegation' })
  }
  const closed = negotiationClosed(situation)
  if (closed !== undefined) return refuse(closed)
  const standing = standingProposal(situation, command.proposal)
  if ('code' in standing) return refuse(standing)
  const { proposal, sponsors } = standing
  if (delegation !== undefined && sponsors.includes(delegation)) {
    return accept({ type: 'ProposalWithdrawn', text: text.text, proposal, delegation })
  }
  return isBackedBy(situation, standing)
    ? accept({ type: 'ProposalWithdrawn', text: text.text, proposal })
    : refuse({ code: 'not-a-sponsor', proposal })
}

/** Puts the blocks that stand into another order; every delegation's acceptance of an order binds that order only. */
export const arrangeBlocks = (situation: Situation, { order }: Command<'ArrangeBlocks'>): Decided => {
  const { text, meeting, by } = situation
  const may =
    delegationIn(meeting, by, DRAFTING) !== undefined ||
    isChair(meeting, by) ||
    isJointSecretariat(meeting, by)
  if (!may) return refuse({ code: 'not-entitled', needs: 'delegation' })
  const closed = negotiationClosed(situation)
  if (closed !== undefined) return refuse(closed)
  if (!isPermutation(order, text.order)) return refuse({ code: 'order-not-a-permutation' })
  return accept({ type: 'BlocksArranged', text: text.text, order, hash: orderHash(order) })
}

const standingProposal = ({ text }: Situation, id: string): Proposal | Refusal => {
  const proposal = text.proposals.get(id)
  if (proposal === undefined) return { code: 'proposal-unknown', proposal: id }
  return proposal.withdrawn ? { code: 'proposal-withdrawn', proposal: id } : proposal
}

/** Whether it is the author's own office that still puts the proposal forward. */
const isBackedBy = ({ meeting, by }: Situation, { backed, attribution }: Proposal): boolean => {
  if (!backed) return false
  switch (attribution) {
    case 'chair':
      return isChair(meeting, by)
    case 'none':
      return isJointSecretariat(meeting, by)
    case 'delegation':
      return false
  }
}

const isPermutation = (order: readonly string[], standing: readonly string[]): boolean => {
  const blocks = new Set(order)
  return (
    order.length === standing.length &&
    blocks.size === order.length &&
    standing.every((block) => blocks.has(block))
  )
}
