import { PARAGRAPH } from '@parley/protocol/pads'
import * as Y from 'yjs'
import { buildsOnWhatIsThere, type PadUpdate, readPadUpdate } from './pad-update.ts'

/** A pad that says more than this takes only what makes it shorter. */
export const MAX_PAD_BYTES = 512 * 1024

/**
 * What one pad says, as a Yjs document that keeps no history: what is deleted is collected at once, and no update is
 * kept, only the state they amount to.
 */
export type PadDocument = {
  /** Takes an update in, or says why not; what is not taken leaves the document as it was. */
  readonly take: (update: Uint8Array) => 'taken' | 'malformed' | 'too-large' | 'incomplete'
  /** The whole as one update. */
  readonly state: () => Uint8Array
  /** What a document with this state vector lacks; `undefined` when the bytes are no state vector. */
  readonly since: (vector: Uint8Array) => Uint8Array | undefined
  readonly vector: () => Uint8Array
}

/** A document that says, per fragment, what is given: a paragraph a line. */
export const newPadDocument = (wording: Readonly<Record<string, string>>): PadDocument => {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const [fragment, text] of Object.entries(wording)) {
      doc.getXmlFragment(fragment).insert(0, text.split('\n').map(paragraphOf))
    }
  })
  return storedPadDocument(Y.encodeStateAsUpdate(doc))
}

const paragraphOf = (line: string): Y.XmlElement => {
  const paragraph = new Y.XmlElement(PARAGRAPH)
  if (line !== '') paragraph.insert(0, [new Y.XmlText(line)])
  return paragraph
}

/** The document a stored state stands for. A state that is damaged throws. */
export const storedPadDocument = (stored: Uint8Array): PadDocument => {
  /** What a document that took in something bad is made again from: a state, and what was taken in since. */
  let base = stored
  let since: Uint8Array[] = []
  let sinceBytes = 0
  let doc = documentOf([base])

  const state = (): Uint8Array => {
    base = Y.encodeStateAsUpdate(doc)
    since = []
    sinceBytes = 0
    return base
  }
  /**
   * The state grows by what comes in at most, so it is reckoned anew only when that might be too much. What only deletes is
   * always taken, and reckoned with once it has become much itself.
   */
  const fits = (update: Uint8Array, read: PadUpdate): boolean => {
    if (base.length + sinceBytes + update.length <= MAX_PAD_BYTES) return true
    if (read.structs.length > 0) return sinceBytes > 0 && state().length + update.length <= MAX_PAD_BYTES
    if (sinceBytes > MAX_PAD_BYTES) state()
    return true
  }
  const undone = <Outcome>(outcome: Outcome): Outcome => {
    doc = documentOf([base, ...since])
    return outcome
  }

  return {
    take: (update) => {
      const read = readPadUpdate(update)
      if (read === undefined) return 'malformed'
      if (!buildsOnWhatIsThere(doc, read)) return 'incomplete'
      if (!fits(update, read)) return 'too-large'
      try {
        Y.applyUpdate(doc, update)
      } catch {
        return undone('malformed')
      }
      if (isWaiting(doc)) return undone('incomplete')
      since.push(update)
      sinceBytes += update.length
      return 'taken'
    },
    state,
    since: (vector) => {
      try {
        return Y.encodeStateAsUpdate(doc, vector)
      } catch {
        return undefined
      }
    },
    vector: () => Y.encodeStateVector(doc),
  }
}

const documentOf = (updates: readonly Uint8Array[]): Y.Doc => {
  const doc = new Y.Doc({ gc: true })
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}

/** Yjs sets aside, in memory and in the state, what builds on what never came. */
const isWaiting = ({ store }: Y.Doc): boolean => store.pendingStructs !== null || store.pendingDs !== null
