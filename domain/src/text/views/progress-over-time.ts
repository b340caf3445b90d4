import type { Recorded } from '../../decider.ts'
import type { Meeting } from '../../meeting/state.ts'
import type { Instant } from '../../words/identity.ts'
import { lookup } from '../../words/lookup.ts'
import { evolveText } from '../evolve.ts'
import { TextEvent } from '../events.ts'
import { initialTexts, type TextState } from '../state.ts'
import { agreedVersion } from './standing.ts'

/** How a text stood from a moment on, until the next. */
export type ProgressPoint = { readonly at: Instant; readonly agreed: number; readonly open: number }

/**
 * How many blocks of a text were agreed and how many open, whenever that changed; from the record alone. A fact costs what
 * it touches, however long the text.
 */
export const progressOverTime = (
  facts: Iterable<Recorded<{ readonly type: string }>>,
  text: string,
  meeting: Pick<Meeting, 'delegations'>,
): readonly ProgressPoint[] => {
  const points: ProgressPoint[] = []
  const agreed = new Set<string>()
  let texts = initialTexts
  for (const fact of facts) {
    if (!isOnText(fact) || fact.event.text !== text) continue
    texts = evolveText(texts, fact)
    const state = lookup(texts.byId, text)
    if (state === undefined) continue
    for (const block of touched(state, fact.event)) {
      if (isAgreed(state, block, meeting)) agreed.add(block)
      else agreed.delete(block)
    }
    const open = state.order.length - agreed.size
    const last = points.at(-1)
    if (last?.agreed !== agreed.size || last.open !== open)
      points.push({ at: fact.at, agreed: agreed.size, open })
  }
  return points
}

const TYPES: ReadonlySet<string> = new Set(TextEvent.options.map(({ shape }) => shape.type.value))

const isOnText = (fact: Recorded<{ readonly type: string }>): fact is Recorded<TextEvent> =>
  TYPES.has(fact.event.type)

const isAgreed = (
  { order, blocks }: TextState,
  id: string,
  meeting: Pick<Meeting, 'delegations'>,
): boolean => {
  const block = blocks.get(id)
  return block !== undefined && agreedVersion(block, meeting) !== undefined && order.includes(id)
}

/** The blocks whose agreement a fact can have changed. */
const touched = (state: TextState, event: TextEvent): readonly string[] => {
  switch (event.type) {
    case 'ProposalTabled':
      return [event.block]
    case 'ProposalWithdrawn': {
      const block = state.proposals.get(event.proposal)?.block
      return block === undefined ? [] : [block]
    }
    case 'StanceTaken':
      return event.targets.flatMap((target) => ('block' in target ? [target.block] : []))
    case 'TextOpened':
    case 'ProposalJoined':
    case 'BlocksArranged':
    case 'ConcordanceCertified':
    case 'TextPut':
    case 'ObjectionRaised':
    case 'ObjectionWithdrawn':
    case 'TextTakenBack':
    case 'SilenceOpened':
    case 'SilenceBroken':
    case 'TextAdopted':
    case 'BlockAdopted':
    case 'AdReferendumConfirmed':
    case 'StatementAttached':
    case 'TextInitialled':
    case 'TextSigned':
      return []
  }
}
