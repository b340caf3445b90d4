import { diff } from 'fast-myers-diff'
import { refinedInHan } from './han.ts'
import { tokensOf } from './tokens.ts'

/** A stretch of the text: the same in both, or one wording in the place of another. Either of the two may be empty. */
export type Part = { readonly same: string } | { readonly before: string; readonly after: string }

export type Differences =
  | { readonly kind: 'same'; readonly text: string }
  /** Only signs and spaces differ, such as quotation marks or a hard space; what is said is the same. */
  | { readonly kind: 'typography'; readonly parts: readonly Part[] }
  | { readonly kind: 'words'; readonly parts: readonly Part[] }
  /** So much differs that the common words are accidents; the two wordings are to be read one after the other. */
  | { readonly kind: 'whole'; readonly before: string; readonly after: string }

/** Texts longer than this are shown whole: comparing them would keep the reader waiting. */
const LONGEST = 20_000
/** Beyond this share of changed characters, the parts that stayed are coincidence. */
const MOST_CHANGED = 0.5

/**
 * How one wording became another, in words as a reader of the language takes them. The parts put together are exactly the
 * one or the other: `same` and `before` give the first, `same` and `after` the second.
 */
export const differences = (language: string, before: string, after: string): Differences => {
  if (before === after) return { kind: 'same', text: after }
  if (before.length + after.length > LONGEST) return { kind: 'whole', before, after }
  const parts = partsOf(language, before, after)
  if (bare(before) === bare(after)) return { kind: 'typography', parts }
  return changedShare(parts, before) > MOST_CHANGED && before !== ''
    ? { kind: 'whole', before, after }
    : { kind: 'words', parts }
}

const partsOf = (language: string, before: string, after: string): readonly Part[] => {
  const [one, other] = [tokensOf(language, before), tokensOf(language, after)]
  const parts: Part[] = []
  let at = 0
  for (const [fromOne, toOne, fromOther, toOther] of diff(one, other)) {
    if (fromOne > at) parts.push({ same: one.slice(at, fromOne).join('') })
    parts.push({
      before: one.slice(fromOne, toOne).join(''),
      after: other.slice(fromOther, toOther).join(''),
    })
    at = toOne
  }
  if (at < one.length) parts.push({ same: one.slice(at).join('') })
  const cleaned = slid(withoutAccidents(parts))
  return /^(zh|ja)\b/.test(language) ? cleaned.flatMap(refinedInHan) : cleaned
}

/** What stays between two changes by accident belongs to the change: a space or sign, a preposition, one Han character. */
const withoutAccidents = (parts: readonly Part[]): readonly Part[] => {
  const kept: Part[] = []
  for (const [index, part] of parts.entries()) {
    const last = kept.at(-1)
    const next = parts[index + 1]
    const isBetween = last !== undefined && !('same' in last) && next !== undefined && !('same' in next)
    const absorbed =
      'same' in part && isBetween && isAccident(part.same) ? { before: part.same, after: part.same } : part
    if (last !== undefined && !('same' in last) && !('same' in absorbed))
      kept[kept.length - 1] = { before: last.before + absorbed.before, after: last.after + absorbed.after }
    else kept.push(absorbed)
  }
  return kept
}

const isAccident = (text: string): boolean =>
  /^[\p{P}\p{Z}\s]*$/u.test(text) ||
  /^[\p{P}\p{Z}\s]*\p{Script=Han}[\p{P}\p{Z}\s]*$/u.test(text) ||
  /^[\p{Z}\s]*(?!\p{Script=Han})\p{L}{1,2}[\p{Z}\s]*$/u.test(text)

/**
 * Words that only came or only went could often stand a little earlier or later with the same result. They are shown where
 * a sentence, a clause or a word begins.
 */
const slid = (parts: readonly Part[]): readonly Part[] => {
  const moved = [...parts]
  for (const [index, part] of moved.entries()) {
    const [previous, next] = [moved[index - 1], moved[index + 1]]
    if ('same' in part || (part.before !== '' && part.after !== '')) continue
    if (previous === undefined || next === undefined || !('same' in previous) || !('same' in next)) continue
    const best = bestPlace(previous.same, part.before + part.after, next.same)
    const changed =
      part.before === '' ? { before: '', after: best.middle } : { before: best.middle, after: '' }
    moved[index - 1] = { same: best.left }
    moved[index] = changed
    moved[index + 1] = { same: best.right }
  }
  return moved.filter((part) => !('same' in part) || part.same !== '')
}

type Place = { readonly left: string; readonly middle: string; readonly right: string }

const bestPlace = (left: string, middle: string, right: string): Place => {
  let place: Place = { left, middle, right }
  while (place.left !== '' && place.left.at(-1) === place.middle.at(-1) && isLoose(place.left))
    place = shiftedBack(place)
  let best = place
  for (let at = place; at.right !== '' && at.right[0] === at.middle[0] && isLoose(at.right);) {
    at = shiftedOn(at)
    if (scoreOf(at) > scoreOf(best)) best = at
  }
  return best
}

/** Nothing is ever cut inside a character of two halves. */
const isLoose = (text: string): boolean => !/[\ud800-\udfff]/.test(text.slice(0, 2) + text.slice(-2))

const shiftedBack = ({ left, middle, right }: Place): Place => ({
  left: left.slice(0, -1),
  middle: left.slice(-1) + middle.slice(0, -1),
  right: middle.slice(-1) + right,
})

const shiftedOn = ({ left, middle, right }: Place): Place => ({
  left: left + middle.slice(0, 1),
  middle: middle.slice(1) + right.slice(0, 1),
  right: right.slice(1),
})

/** How well a change begins and ends there: at a sentence best, then a clause, then a space; inside a word never. */
const scoreOf = ({ left, middle, right }: Place): number => {
  if (isLetter(left.at(-1)) && isLetter(middle[0]) && !isHan(middle[0])) return -1
  if (isLetter(middle.at(-1)) && isLetter(right[0]) && !isHan(right[0])) return -1
  if (left === '' || /[。.!?;；！？]\s*$/u.test(left)) return 3
  if (/[，、,:：]\s*$/u.test(left)) return 2
  return /\s$/u.test(left) ? 1 : 0
}

const isLetter = (character: string | undefined): boolean => /^[\p{L}\p{N}]$/u.test(character ?? '')
const isHan = (character: string | undefined): boolean => /^\p{Script=Han}$/u.test(character ?? '')

const changedShare = (parts: readonly Part[], before: string): number => {
  const changed = parts.reduce((sum, part) => sum + ('same' in part ? 0 : part.before.length), 0)
  return changed / Math.max(1, before.length)
}

/** The words without what is only a matter of typesetting: width, quotation marks, hard spaces, ё for е. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll('ё', 'е')
    .replaceAll('Ё', 'Е')
    .replaceAll(/[\s\p{P}\u00ad]+/gu, ' ')
    .trim()
