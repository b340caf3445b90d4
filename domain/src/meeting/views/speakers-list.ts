import type { Localized } from '../../words/language.ts'
import { currentItem } from '../seats.ts'
import { nextSpeakers } from '../speakers.ts'
import type { Meeting } from '../state.ts'
import type { Speech } from '../things.ts'

export type ListEntry = {
  /** From 1: who is called next. */
  readonly place: number
  readonly request: string
  readonly seat: string
  readonly delegation: string | undefined
  readonly kind: Speech
  /** Named in the agenda rather than asked for. */
  readonly inscribed: boolean
  readonly onBehalfOf: Localized | undefined
}

export type SpeakersList = {
  readonly item: string
  readonly list: 'open' | 'closed'
  readonly speaking: { readonly seat: string; readonly kind: Speech } | undefined
  readonly waiting: readonly ListEntry[]
}

/** Who speaks and who comes next under the item taken up; nothing between items. */
export const speakersList = (meeting: Meeting): SpeakersList | undefined => {
  const item = currentItem(meeting)
  if (item === undefined) return undefined
  const { turn } = meeting
  return {
    item: item.item.id,
    list: item.list,
    speaking: turn === undefined ? undefined : { seat: turn.seat, kind: turn.kind },
    waiting: nextSpeakers(meeting).map((one, index) => ({
      place: index + 1,
      request: one.request,
      seat: one.seat,
      delegation: one.delegation,
      kind: one.kind,
      inscribed: one.inscribed,
      onBehalfOf: one.onBehalfOf,
    })),
  }
}
