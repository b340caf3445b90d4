import { Language } from '@parley/domain/words/language'
import { NOTES_FRAGMENT, PARAGRAPH } from '@parley/protocol/pads'
import * as Y from 'yjs'

/**
 * Whether bytes are a Yjs update that an editor of pads can have made: paragraphs of plain text in a fragment called
 * after a language, or in the notes. Nothing else is let in, for what is in a pad is drawn on the screens of others.
 */
export const isPadUpdate = (update: Uint8Array): boolean => {
  try {
    return Y.decodeUpdate(update).structs.every(isOfPad)
  } catch {
    return false
  }
}

const isOfPad = (struct: Y.Item | Y.GC | Y.Skip): boolean =>
  !(struct instanceof Y.Item) ||
  (struct.parentSub === null && isFragment(struct.parent) && isPlain(struct.content))

/** An item names its root where it hangs on one; what hangs on another item is checked there. */
const isFragment = (parent: unknown): boolean =>
  typeof parent !== 'string' || parent === NOTES_FRAGMENT || Language.safeParse(parent).success

const isPlain = (content: unknown): boolean => {
  if (content instanceof Y.ContentString || content instanceof Y.ContentDeleted) return true
  if (!(content instanceof Y.ContentType)) return false
  const { type } = content
  return type instanceof Y.XmlElement ? type.nodeName === PARAGRAPH : type instanceof Y.XmlText
}
