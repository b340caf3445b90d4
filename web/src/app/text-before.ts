import { currentItem } from '@parley/domain/meeting/seats'
import type { Proceedings } from '@parley/domain/proceedings'
import type { TextState } from '@parley/domain/text/state'
import { lookup } from '@parley/domain/words/lookup'

/** The text before the meeting: the one the item taken up names; else the one being adopted; else the first not adopted. */
export const textBefore = ({ meeting, texts }: Proceedings): TextState | undefined => {
  const item = currentItem(meeting)?.item
  const named = item !== undefined && 'text' in item ? item.text : undefined
  const all = Object.values(texts.byId)
  return (
    (named === undefined ? undefined : lookup(texts.byId, named)) ??
    all.find(({ put }) => put !== undefined) ??
    all.find(({ adopted }) => adopted === undefined) ??
    all[0]
  )
}
