import { activeAt, speaksForDelegation } from './seats.ts'
import type { Meeting } from './state.ts'
import type { AgendaItem } from './things.ts'

/**
 * Whether an exchange cannot be one: the same person twice, or two people already known to sit on the same side.
 * Someone not accredited yet may still turn out to be of either side.
 */
export const isExchangeOfOneSide = (meeting: Meeting, item: AgendaItem): boolean => {
  if (item.kind !== 'exchange') return false
  const [one, other] = item.between
  if (one === other) return true
  const side = activeAt(meeting, one)?.delegation
  return side !== undefined && side === activeAt(meeting, other)?.delegation
}

/** The seats named for an item that nobody accredited to speak for a delegation holds. */
export const speakersMissing = (meeting: Meeting, item: AgendaItem): readonly string[] =>
  speakersNamed(item).filter((seat) => !speaksForDelegation(meeting, seat))

/** The seats an item names to speak under it, in order, each once. */
export const speakersNamed = (item: AgendaItem): readonly string[] => {
  if (item.kind === 'exchange') return [...new Set(item.between)]
  if (item.kind === 'topic' || item.kind === 'remarks') return [...new Set(item.speakers)]
  return []
}
