import type { Rights } from './text-desk.tsx'
import type { BlockLine, TextLines, VersionLine } from './text-lines.ts'

/** The version of a block that an act would be about. */
export type Target = { readonly block: string; readonly version: string }

/** What a text asks of a delegation next. The first of the targets is where to go; several may be done together. */
export type NextStep =
  | { readonly kind: 'stance' | 'certify'; readonly targets: readonly Target[]; readonly place: number }
  | { readonly kind: 'order' }
  | { readonly kind: 'none' }

/**
 * Blocks on which the delegation has said nothing yet come first, then languages to be certified, then the order. An
 * objection that stands is negotiated, not asked about again.
 */
export const nextStep = (
  lines: Pick<TextLines, 'blocks' | 'obstacles'>,
  own: string | undefined,
  rights: Pick<Rights, 'levels' | 'certify'>,
): NextStep => {
  if (own === undefined) return { kind: 'none' }
  const silent = rights.levels.length === 0 ? [] : lines.blocks.filter((block) => isSilentOn(block, own))
  const uncertified = rights.certify ? lines.blocks.filter((block) => isUncertified(block, own)) : []
  if (silent.length > 0) return step('stance', silent)
  if (uncertified.length > 0) return step('certify', uncertified)
  const asksOrder = lines.obstacles.some((one) => one.code === 'order-not-accepted' && one.delegation === own)
  return { kind: asksOrder && rights.levels.length > 0 ? 'order' : 'none' }
}

/** Whether a version says something in every language of the text; only then can its languages be compared. */
export const isComplete = ({ isDeletion, wordings }: VersionLine): boolean =>
  !isDeletion && wordings.every(({ text }) => text !== undefined)

const step = (kind: 'stance' | 'certify', blocks: readonly BlockLine[]): NextStep => ({
  kind,
  place: blocks[0]?.place ?? 0,
  targets: blocks.flatMap(({ block, versions }) => {
    const version = versions.at(-1)
    return version === undefined ? [] : [{ block, version: version.version }]
  }),
})

const isSilentOn = ({ mark, versions }: BlockLine, own: string): boolean =>
  mark !== 'agreed' &&
  versions.every(({ stances }) =>
    stances.every(({ delegation, level }) => delegation !== own || level === undefined),
  )

const isUncertified = ({ mark, isConcordant, versions }: BlockLine, own: string): boolean =>
  mark === 'agreed' &&
  !isConcordant &&
  versions.some((version) => isComplete(version) && !version.certifiedBy.includes(own))
