import { diff } from 'fast-myers-diff'
import type { Part } from './differences.ts'

/*
 * Chinese is written without spaces, and a segmenter's words often join what a reader takes apart: 应当在 became 必须在 means
 * that 应当 became 必须. Inside a change the characters that stayed are therefore looked at once more.
 */

/** Characters that only join others; a reader does not take them for part of what changed. */
const JOINING = /^[的在于和与及并或等了对向为以]$/u
const DIGIT = /[\d一二三四五六七八九十百千万亿]/u

/** A change with the characters set free that stayed the same at its edges, two together, or only join. Never a digit. */
export const refinedInHan = (part: Part): readonly Part[] => {
  if ('same' in part || part.before === '' || part.after === '') return [part]
  const [one, other] = [Array.from(part.before), Array.from(part.after)]
  const parts: Part[] = []
  let at = 0
  const stay = (from: number, to: number): void => {
    if (from >= to) return
    const text = one.slice(from, to).join('')
    const isEdge = from === 0 || to === one.length
    parts.push(isFree(text, to - from, isEdge) ? { same: text } : { before: text, after: text })
  }
  for (const [fromOne, toOne, fromOther, toOther] of diff(one, other)) {
    stay(at, fromOne)
    parts.push({
      before: one.slice(fromOne, toOne).join(''),
      after: other.slice(fromOther, toOther).join(''),
    })
    at = toOne
  }
  stay(at, one.length)
  return joined(parts)
}

const isFree = (text: string, length: number, isEdge: boolean): boolean =>
  !DIGIT.test(text) && (length >= 2 || isEdge || JOINING.test(text))

const joined = (parts: readonly Part[]): readonly Part[] => {
  const kept: Part[] = []
  for (const part of parts) {
    const last = kept.at(-1)
    if (last !== undefined && !('same' in last) && !('same' in part))
      kept[kept.length - 1] = { before: last.before + part.before, after: last.after + part.after }
    else kept.push(part)
  }
  return kept
}
