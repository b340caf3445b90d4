import { accept, refuse } from '../../decider.ts'
import { isJointSecretariat } from '../../meeting/entitlement.ts'
import type { Meeting } from '../../meeting/state.ts'
import type { Refusal } from '../../refusal.ts'
import type { Author } from '../../words/identity.ts'
import { lookup } from '../../words/lookup.ts'
import type { Command, Decided, Situation } from '../situation.ts'
import { delegationIn, DRAFTING, isChair, negotiationClosed } from '../situation.ts'
import { exceedsWriting } from '../../words/size.ts'
import type { Block } from '../state.ts'
import type { Attribution, BlockKind, Body } from '../things.ts'
import { versionHash } from '../version.ts'
import { agreedVersion, isDeletion } from '../views/standing.ts'

/**
 * A delegation, the chair or the joint secretariat puts a wording of a block forward. Drafting elsewhere leaves no
 * trace; tabling is what publishes.
 */
export const tableProposal = (situation: Situation, command: Command<'TableProposal'>): Decided => {
  const { text, meeting, by } = situation
  const tabled = tabling(meeting, by, command.attribution)
  if ('code' in tabled) return refuse(tabled)
  const refusal =
    negotiationClosed(situation) ?? malplaced(situation, command) ?? unfitBody(situation, command)
  if (refusal !== undefined) return refuse(refusal)
  const known = text.blocks.get(command.block)
  const kind = kindOf(command, known)
  if (kind === undefined) return refuse({ code: 'block-kind-needed', block: command.block })
  const body = plainBody(command)
  const version = versionHash(kind, body)
  if (known?.standing.has(version) === true) return refuse({ code: 'version-exists', version })
  const { proposal, block, intent, base, after } = command
  return accept({
    type: 'ProposalTabled',
    text: text.text,
    proposal,
    block,
    kind,
    intent,
    body,
    version,
    ...(base === undefined ? {} : { base }),
    ...(after === undefined ? {} : { after }),
    ...tabled,
  })
}

/** How many blocks a text may have. */
const BLOCKS_LIMIT = 600

type Tabled = { readonly attribution: Attribution; readonly sponsors: string[] }

/**
 * In whose name the author tables. A chair who also sits in a delegation tables for the delegation unless the chair's
 * own text is asked for; only the joint secretariat tables without attribution.
 */
const tabling = (meeting: Meeting, by: Author, asked: Attribution | undefined): Tabled | Refusal => {
  const delegation = delegationIn(meeting, by, DRAFTING)
  const own: Attribution | undefined =
    delegation !== undefined
      ? 'delegation'
      : isChair(meeting, by)
        ? 'chair'
        : isJointSecretariat(meeting, by)
          ? 'none'
          : undefined
  switch (asked ?? own) {
    case 'delegation':
      if (delegation === undefined) return { code: 'not-entitled', needs: 'delegation' }
      return { attribution: 'delegation', sponsors: [delegation] }
    case 'chair':
      if (!isChair(meeting, by)) return { code: 'not-entitled', needs: 'chair' }
      return { attribution: 'chair', sponsors: [] }
    case 'none':
      if (!isJointSecretariat(meeting, by)) return { code: 'not-entitled', needs: 'secretariat' }
      return { attribution: 'none', sponsors: [] }
    case undefined:
      return { code: 'not-entitled', needs: 'delegation' }
  }
}

/** Why the block cannot be tabled this way at this place. */
const malplaced = (situation: Situation, command: Command<'TableProposal'>): Refusal | undefined => {
  const { text } = situation
  const { proposal, block, base, after } = command
  if (text.proposals.has(proposal)) return { code: 'proposal-exists', proposal }
  const known = text.blocks.get(block)
  const stands = known !== undefined && known.standing.size > 0
  if (command.intent === 'new') {
    if (stands && !isAgreedDeleted(situation, known)) return { code: 'block-exists', block }
    if (!stands && text.order.length >= BLOCKS_LIMIT) return { code: 'text-too-large' }
  } else {
    if (!stands) return { code: 'block-unknown', block }
    if (after !== undefined) return { code: 'block-exists', block }
  }
  if (base !== undefined && known?.versions.has(base) !== true)
    return { code: 'version-unknown', version: base }
  if (typeof after === 'string' && (after === block || !text.order.includes(after))) {
    return { code: 'block-unknown', block: after }
  }
  return undefined
}

const isAgreedDeleted = ({ meeting }: Situation, block: Block | undefined): boolean => {
  const agreed = block === undefined ? undefined : agreedVersion(block, meeting)
  return agreed !== undefined && isDeletion(agreed)
}

const unfitBody = ({ text }: Situation, { intent, body }: Command<'TableProposal'>): Refusal | undefined => {
  const languages = Object.keys(body)
  const stray = languages.find((language) => !text.languages.includes(language))
  if (stray !== undefined) return { code: 'language-not-of-the-text', language: stray }
  if (intent === 'delete') return languages.length === 0 ? undefined : { code: 'body-not-empty' }
  if (languages.length === 0) return { code: 'body-empty' }
  return exceedsWriting(body) ? { code: 'text-too-large' } : undefined
}

/** A block's deletion is of the block's kind; any other proposal may change the kind, and a new block needs one. */
const kindOf = (
  { intent, kind }: Command<'TableProposal'>,
  known: Block | undefined,
): BlockKind | undefined => {
  switch (intent) {
    case 'new':
      return kind
    case 'edit':
    case 'replace-whole':
      return kind ?? known?.kind
    case 'delete':
      return known?.kind
  }
}

const plainBody = ({ body }: Command<'TableProposal'>): Body =>
  Object.fromEntries(
    Object.keys(body).flatMap((language) => {
      const wording = lookup(body, language)
      return wording === undefined ? [] : [[language, [{ t: 'text', s: wording }]] as const]
    }),
  )
