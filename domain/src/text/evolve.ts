import type { Recorded } from '../decider.ts'
import { GrownList } from '../words/grown-list.ts'
import { lookup } from '../words/lookup.ts'
import { PersistentMap } from '../words/persistent-map.ts'
import { concordanceCertified, stanceTaken } from './evolve-acceptance.ts'
import { proposalJoined, proposalTabled, proposalWithdrawn } from './evolve-proposals.ts'
import type { TextEvent } from './events.ts'
import type { Texts, TextState } from './state.ts'

/**
 * Folds one fact into the texts. A fact about a text, block or proposal that is not known changes nothing: whoever may
 * follow only a part of the log (the adopted text, say) folds that part with this same function.
 */
export const evolveText = (texts: Texts, recorded: Recorded<TextEvent>): Texts => {
  const { event } = recorded
  const known = lookup(texts.byId, event.text)
  if (event.type === 'TextOpened') {
    if (known !== undefined) return texts
    return { byId: { ...texts.byId, [event.text]: opened(event) } }
  }
  if (known === undefined) return texts
  const text = evolved(known, recorded, event)
  return text === known ? texts : { byId: { ...texts.byId, [event.text]: text } }
}

type AfterOpening = Exclude<TextEvent, { readonly type: 'TextOpened' }>

const opened = ({ text, title, languages }: Extract<TextEvent, { type: 'TextOpened' }>): TextState => ({
  text,
  title,
  languages,
  order: [],
  blocks: PersistentMap.of(),
  proposals: PersistentMap.of(),
  orderStances: {},
  statements: GrownList.of(),
  initialled: [],
  signed: [],
})

const evolved = (text: TextState, { at, seq }: Recorded<TextEvent>, event: AfterOpening): TextState => {
  switch (event.type) {
    case 'ProposalTabled':
      return proposalTabled(text, event, seq, at)
    case 'ProposalJoined':
      return proposalJoined(text, event)
    case 'ProposalWithdrawn':
      return proposalWithdrawn(text, event)
    case 'BlocksArranged':
      return { ...text, order: event.order }
    case 'StanceTaken':
      return stanceTaken(text, event)
    case 'ConcordanceCertified':
      return concordanceCertified(text, event)
    case 'TextPut':
      return { ...text, put: { root: event.root, objections: [] } }
    case 'ObjectionRaised':
    case 'ObjectionWithdrawn':
      return objections(text, event)
    case 'TextTakenBack':
      return negotiatedAgain(text)
    case 'SilenceOpened':
      return { ...text, silence: { root: event.root, expiresAt: event.expiresAt, openedAt: at } }
    case 'SilenceBroken':
      return negotiatedAgain(text)
    case 'TextAdopted':
    case 'BlockAdopted':
    case 'AdReferendumConfirmed':
      return adoption(text, event, at)
    case 'StatementAttached': {
      const { statement, delegation, kind, body } = event
      return { ...text, statements: text.statements.append({ statement, delegation, kind, body, at }) }
    }
    case 'TextInitialled': {
      const { delegation, seat } = event
      return { ...text, initialled: [...text.initialled, { delegation, seat, at }] }
    }
    case 'TextSigned': {
      const { delegation, seat } = event
      return { ...text, signed: [...text.signed, { delegation, seat, at }] }
    }
  }
}

const negotiatedAgain = ({ put: _put, silence: _silence, ...text }: TextState): TextState => text

const objections = (
  text: TextState,
  event: Extract<TextEvent, { type: 'ObjectionRaised' | 'ObjectionWithdrawn' }>,
): TextState => {
  if (text.put === undefined) return text
  const others = text.put.objections.filter(({ delegation }) => delegation !== event.delegation)
  if (event.type === 'ObjectionWithdrawn') return { ...text, put: { ...text.put, objections: others } }
  const { delegation, reason } = event
  const objection = reason === undefined ? { delegation } : { delegation, reason }
  return { ...text, put: { ...text.put, objections: [...others, objection] } }
}

const adoption = (
  text: TextState,
  event: Extract<TextEvent, { type: 'TextAdopted' | 'BlockAdopted' | 'AdReferendumConfirmed' }>,
  at: number,
): TextState => {
  if (event.type === 'TextAdopted') {
    const { root, mode, adReferendum } = event
    return { ...negotiatedAgain(text), adopted: { root, mode, at, pending: adReferendum, blocks: [] } }
  }
  const { adopted } = text
  if (adopted === undefined) return text
  if (event.type === 'BlockAdopted') {
    const { block, kind, version, body } = event
    return { ...text, adopted: { ...adopted, blocks: [...adopted.blocks, { block, kind, version, body }] } }
  }
  const pending = adopted.pending.filter((delegation) => delegation !== event.delegation)
  return { ...text, adopted: { ...adopted, pending } }
}
