import type { BlockLine, VersionLine } from './text-lines.ts'

/** One of several wordings of a block, as they are compared. */
export type Alternative = {
  readonly number: number
  readonly line: VersionLine
  /** What is marked in it: the changes from what it was made from, or from the first of the alternatives. */
  readonly marks: 'base' | 'first' | 'nothing'
}

/** All wordings of a block that are put forward; one that is agreed comes first. */
export const alternativesOf = ({ versions, others }: BlockLine): readonly Alternative[] =>
  [...versions, ...others].map((line, index) => ({ number: index + 1, line, marks: marksOf(line, index) }))

/** Whether there is anything to be compared. */
export const hasAlternatives = ({ versions, others }: BlockLine): boolean =>
  versions.length + others.length > 1

/** What a wording is compared with in one language. */
export const beforeOf = (
  alternatives: readonly Alternative[],
  { line, marks }: Alternative,
  language: string,
): string | undefined => {
  switch (marks) {
    case 'base':
      return wordingIn(line, language)?.before
    case 'first': {
      const first = alternatives[0]?.line
      return first === undefined ? undefined : wordingIn(first, language)?.text
    }
    case 'nothing':
      return undefined
  }
}

export const wordingIn = (
  { wordings }: VersionLine,
  language: string,
): VersionLine['wordings'][number] | undefined => wordings.find((one) => one.language === language)

const marksOf = (line: VersionLine, index: number): Alternative['marks'] => {
  if (line.isDeletion) return 'nothing'
  if (line.wordings.some(({ before }) => before !== undefined)) return 'base'
  return index === 0 ? 'nothing' : 'first'
}
