import { PersistentMap } from '../words/persistent-map.ts'
import type { TextEvent } from './events.ts'
import type { Block, Proposal, TextState, Version } from './state.ts'

type Event<Type extends TextEvent['type']> = Extract<TextEvent, { type: Type }>

/** A proposal is on the table: its version stands, its block has a place. */
export const proposalTabled = (
  text: TextState,
  event: Event<'ProposalTabled'>,
  seq: number,
  at: number,
): TextState => {
  const known = text.blocks.get(event.block)
  const version = withProposal(known?.versions.get(event.version) ?? firstTabled(event, seq), event.proposal)
  const standing = known?.standing ?? PersistentMap.of<number>()
  const block: Block = {
    block: event.block,
    kind: event.kind,
    versions: (known?.versions ?? PersistentMap.of<Version>()).with(event.version, version),
    standing: standing.has(event.version) ? standing : standing.with(event.version, seq),
    accepted: known?.accepted ?? {},
  }
  return {
    ...text,
    order: placed(text.order, event, standing.size > 0),
    blocks: text.blocks.with(event.block, block),
    proposals: text.proposals.with(event.proposal, {
      proposal: event.proposal,
      block: event.block,
      version: event.version,
      intent: event.intent,
      sponsors: event.sponsors,
      attribution: event.attribution,
      backed: event.attribution !== 'delegation',
      withdrawn: false,
      tabledAt: at,
    }),
  }
}

export const proposalJoined = (text: TextState, event: Event<'ProposalJoined'>): TextState => {
  const proposal = text.proposals.get(event.proposal)
  if (proposal === undefined) return text
  const sponsors = [...proposal.sponsors, event.delegation]
  return { ...text, proposals: text.proposals.with(event.proposal, { ...proposal, sponsors }) }
}

/** One supporter less; without any, the proposal falls, with it a version nothing else puts forward, with it a block without version. */
export const proposalWithdrawn = (text: TextState, event: Event<'ProposalWithdrawn'>): TextState => {
  const known = text.proposals.get(event.proposal)
  if (known === undefined) return text
  const proposal = withoutSupporter(known, event.delegation)
  const proposals = text.proposals.with(event.proposal, proposal)
  const block = text.blocks.get(known.block)
  if (!proposal.withdrawn || block === undefined) return { ...text, proposals }
  const left = withoutProposal(block, proposal)
  return {
    ...text,
    proposals,
    blocks: text.blocks.with(block.block, left),
    order: left.standing.size === 0 ? text.order.filter((id) => id !== block.block) : text.order,
  }
}

const firstTabled = (
  { version, block, kind, intent, body, base }: Event<'ProposalTabled'>,
  seq: number,
): Version => ({
  version,
  block,
  kind,
  intent,
  body,
  ...(base === undefined ? {} : { base }),
  seq,
  proposals: [],
  stances: {},
  certifiedBy: [],
})

const withProposal = (version: Version, proposal: string): Version => ({
  ...version,
  proposals: [...version.proposals, proposal],
})

const withoutSupporter = (proposal: Proposal, delegation: string | undefined): Proposal => {
  const backed = delegation === undefined ? false : proposal.backed
  const sponsors = proposal.sponsors.filter((sponsor) => sponsor !== delegation)
  return { ...proposal, backed, sponsors, withdrawn: !backed && sponsors.length === 0 }
}

const withoutProposal = (block: Block, { proposal, version }: Proposal): Block => {
  const known = block.versions.get(version)
  if (known === undefined) return block
  const proposals = known.proposals.filter((one) => one !== proposal)
  return {
    ...block,
    versions: block.versions.with(version, { ...known, proposals }),
    standing: proposals.length === 0 ? block.standing.without(version) : block.standing,
  }
}

/** A block that stands keeps its place unless it is tabled anew with another; a new one goes where the proposal says. */
const placed = (
  order: readonly string[],
  { block, after }: Event<'ProposalTabled'>,
  stands: boolean,
): readonly string[] => {
  if (stands && after === undefined) return order
  const others = stands ? order.filter((id) => id !== block) : order
  if (after === undefined) return [...others, block]
  const index = after === null ? 0 : others.indexOf(after) + 1
  return others.toSpliced(index === 0 && after !== null ? others.length : index, 0, block)
}
