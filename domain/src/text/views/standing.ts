import { packOf } from '../../meeting/seats.ts'
import type { Meeting } from '../../meeting/state.ts'
import type { Obstacle } from '../../refusal.ts'
import type { RulePack } from '../../rules/index.ts'
import type { Hash } from '../../words/identity.ts'
import { lookup } from '../../words/lookup.ts'
import { isAccepting } from '../acceptance.ts'
import type { AdoptedBlock, Block, TextState, Version } from '../state.ts'
import { orderHash, textRoot } from '../version.ts'

/** How far one block has come. */
export type StandingBlock = {
  readonly block: string
  readonly kind: Version['kind']
  /** The versions that stand, in the order they came to. */
  readonly versions: readonly Version[]
  /** The standing version that every delegation accepts. */
  readonly agreed?: Version
  /** Whether the agreed version's languages are certified to say the same, as far as the rules ask for that. */
  readonly concordant: boolean
  /** The text's languages that the agreed version lacks; while none is agreed, that the newest lacks. */
  readonly languagesMissing: readonly string[]
}

/** Every block that stands, in the standing order. */
export const blocks = (
  text: TextState,
  meeting: Meeting,
  pack: RulePack = packOf(meeting),
): readonly StandingBlock[] =>
  text.order.flatMap((id) => {
    const block = text.blocks.get(id)
    return block === undefined ? [] : [standingBlock(text, block, meeting, pack)]
  })

/** All that stands between the text and adoption, block by block, then the text as a whole; empty when it may be put. */
export const obstacles = (
  text: TextState,
  meeting: Meeting,
  pack: RulePack = packOf(meeting),
): readonly Obstacle[] => obstaclesAmong(blocks(text, meeting, pack), text, meeting)

/** The same, of blocks that are known already. */
export const obstaclesAmong = (
  standing: readonly StandingBlock[],
  text: TextState,
  meeting: Meeting,
): readonly Obstacle[] => {
  const found = standing.flatMap(obstaclesOf)
  const withoutTitle = text.languages.filter((language) => lookup(text.title, language) === undefined)
  return [
    ...(standing.every(({ agreed }) => agreed !== undefined && isDeletion(agreed))
      ? [{ code: 'no-blocks' } as const]
      : []),
    ...found,
    ...delegationsWithoutOrder(text, meeting).map(
      (delegation) => ({ code: 'order-not-accepted', delegation }) as const,
    ),
    ...withoutTitle.map((language) => ({ code: 'title-language-missing', language }) as const),
  ]
}

export type Progress = {
  /** Blocks without an agreed version. */
  readonly openBlocks: number
  readonly agreedBlocks: number
  /** Agreed blocks whose languages are not yet certified to say the same. */
  readonly unconfirmedConcordance: number
}

/** The three numbers that are always on screen. */
export const progress = (text: TextState, meeting: Meeting, pack: RulePack = packOf(meeting)): Progress =>
  progressOf(blocks(text, meeting, pack))

/** The same, of blocks that are known already. */
export const progressOf = (standing: readonly StandingBlock[]): Progress => {
  const agreed = standing.filter((block) => block.agreed !== undefined)
  return {
    openBlocks: standing.length - agreed.length,
    agreedBlocks: agreed.length,
    unconfirmedConcordance: agreed.filter(({ concordant }) => !concordant).length,
  }
}

/** The wording that would be adopted now: the agreed versions in order, without the blocks agreed to be deleted. */
export const agreedBlocks = (text: TextState, meeting: Meeting): readonly AdoptedBlock[] =>
  blocks(text, meeting).flatMap(({ agreed }) => {
    if (agreed === undefined || isDeletion(agreed)) return []
    const { block, kind, version, body } = agreed
    return [{ block, kind, version, body }]
  })

/** The root of the wording that would be adopted now. */
export const agreedRoot = (text: TextState, meeting: Meeting): Hash =>
  textRoot({ ...text, blocks: agreedBlocks(text, meeting) })

/** Delegations that accept an agreed version, or the order, only ad referendum; in the order of the alternat. */
export const adReferendum = (text: TextState, meeting: Meeting): readonly string[] => {
  const agreed = blocks(text, meeting).flatMap((block) => (block.agreed === undefined ? [] : [block.agreed]))
  const order = orderHash(text.order)
  return meeting.delegations
    .map(({ id }) => id)
    .filter((delegation) => {
      const onOrder = lookup(text.orderStances, delegation)
      return (
        (onOrder?.order === order && onOrder.level === 'ad-referendum') ||
        agreed.some(({ stances }) => lookup(stances, delegation) === 'ad-referendum')
      )
    })
}

/** Whether a version proposes that its block go. */
export const isDeletion = ({ body }: Pick<Version, 'body'>): boolean => Object.keys(body).length === 0

/** The text's languages in which a version says nothing; a deletion needs none. */
export const languagesMissing = (text: TextState, version: Version): readonly string[] =>
  isDeletion(version) ? [] : text.languages.filter((language) => lookup(version.body, language) === undefined)

/** The versions of a block that stand, in the order they came to. */
export const standingVersions = ({ standing, versions }: Block): readonly Version[] =>
  [...standing].toSorted(([, one], [, other]) => one - other).flatMap(([hash]) => versions.get(hash) ?? [])

/** The standing version of a block that every delegation accepts. */
export const agreedVersion = (block: Block, meeting: Pick<Meeting, 'delegations'>): Version | undefined => {
  const [first] = meeting.delegations
  const accepted = first === undefined ? undefined : lookup(block.accepted, first.id)
  if (accepted === undefined || !block.standing.has(accepted)) return undefined
  return meeting.delegations.every(({ id }) => lookup(block.accepted, id) === accepted)
    ? block.versions.get(accepted)
    : undefined
}

const standingBlock = (text: TextState, block: Block, meeting: Meeting, pack: RulePack): StandingBlock => {
  const versions = standingVersions(block)
  const agreed = agreedVersion(block, meeting)
  const shown = agreed ?? versions.at(-1)
  return {
    block: block.block,
    kind: shown?.kind ?? block.kind,
    versions,
    ...(agreed === undefined ? {} : { agreed }),
    concordant: agreed !== undefined && isConcordant(text, agreed, meeting, pack),
    languagesMissing: shown === undefined ? [] : languagesMissing(text, shown),
  }
}

const isConcordant = (text: TextState, version: Version, meeting: Meeting, pack: RulePack): boolean => {
  if (text.languages.length === 1 || isDeletion(version)) return true
  switch (pack.adoption.concordance) {
    case 'each-delegation':
      return meeting.delegations.every(({ id }) => version.certifiedBy.includes(id))
    case 'any-delegation':
      return version.certifiedBy.length > 0
  }
}

const obstaclesOf = ({ block, agreed, concordant, languagesMissing }: StandingBlock): readonly Obstacle[] => {
  if (agreed === undefined) return [{ code: 'block-not-agreed', block }]
  return [
    ...languagesMissing.map((language) => ({ code: 'language-missing', block, language }) as const),
    ...(concordant ? [] : [{ code: 'concordance-missing', block } as const]),
  ]
}

/** The order of one block is no question; any other order needs every delegation, for nobody's arrangement is the natural one. */
const delegationsWithoutOrder = (text: TextState, meeting: Meeting): readonly string[] => {
  if (text.order.length <= 1) return []
  const order = orderHash(text.order)
  return meeting.delegations
    .map(({ id }) => id)
    .filter((delegation) => {
      const stance = lookup(text.orderStances, delegation)
      return stance?.order !== order || !isAccepting(stance.level)
    })
}
