import { isComplete, type Target } from './next-step.ts'
import type { BlockLine } from './text-lines.ts'

/** As many as one event may carry with room to spare. */
const TOGETHER = 200

/** The chosen versions that still stand, in the order of the text; what has been withdrawn meanwhile is nobody's stance. */
export const standingOf = (
  blocks: readonly BlockLine[],
  chosen: ReadonlyMap<string, string>,
): readonly Target[] =>
  blocks.flatMap(({ block, versions }) => {
    const version = versions.find((one) => one.version === chosen.get(block))
    return version === undefined ? [] : [{ block, version: version.version }]
  })

/** Those of the targets whose languages a delegation can certify and has not. */
export const certifiable = (
  blocks: readonly BlockLine[],
  targets: readonly Target[],
  own: string | undefined,
): readonly Target[] => {
  const wanted = new Map(targets.map(({ block, version }) => [block, version]))
  return blocks.flatMap(({ block, versions }) =>
    versions
      .filter(
        (one) =>
          one.version === wanted.get(block) &&
          isComplete(one) &&
          (own === undefined || !one.certifiedBy.includes(own)),
      )
      .map(({ version }) => ({ block, version })),
  )
}

/** The targets in parts that one act each can carry. */
export const together = (targets: readonly Target[]): readonly (readonly Target[])[] =>
  Array.from({ length: Math.ceil(targets.length / TOGETHER) }, (_, index) =>
    targets.slice(index * TOGETHER, (index + 1) * TOGETHER),
  )
