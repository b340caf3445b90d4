import type { ClientMessage } from '@parley/protocol/live'
import * as Y from 'yjs'
import type { FictionalClient } from './fictional-client.ts'

/** Somebody writing in a pad over a real socket, for tests: a document of their own, and what has come of the others'. */
export type FictionalPad = {
  readonly doc: Y.Doc
  readonly join: () => void
  /** Changes the own document and sends the change. */
  readonly write: (change: (doc: Y.Doc) => void) => void
  readonly sendUpdate: (update: Uint8Array) => void
  /** Takes in what has come since it was last asked. */
  readonly read: () => void
  /** Takes in what comes until that wording is there. */
  readonly reads: (fragment: string, wording: string) => Promise<void>
}

export const NOTES = 'notes'
export const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
export const bytesOf = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'base64'))

export const fictionalPad = (
  client: FictionalClient,
  log: string,
  pad: string,
  doc: Y.Doc = new Y.Doc(),
): FictionalPad => {
  let readUpTo = 0
  const send = (message: ClientMessage): void => client.send(message)
  const sendUpdate = (update: Uint8Array): void =>
    send({ type: 'edit-pad', log, pad, update: base64(update) })
  const take = (text: string): void => {
    const message: { type: string; log?: string; pad?: string; update?: string; vector?: string } =
      JSON.parse(text)
    if (message.log !== log || message.pad !== pad || message.update === undefined) return
    Y.applyUpdate(doc, bytesOf(message.update), 'relay')
    if (message.type === 'pad' && message.vector !== undefined) {
      sendUpdate(Y.encodeStateAsUpdate(doc, bytesOf(message.vector)))
    }
  }
  const read = (): void => {
    for (const text of client.texts.slice(readUpTo)) take(text)
    readUpTo = client.texts.length
  }
  return {
    doc,
    join: () => send({ type: 'join-pad', log, pad, vector: base64(Y.encodeStateVector(doc)) }),
    write: (change) => {
      const before = Y.encodeStateVector(doc)
      doc.transact(() => change(doc))
      sendUpdate(Y.encodeStateAsUpdate(doc, before))
    },
    sendUpdate,
    read,
    reads: async (fragment, wording) => {
      for (;;) {
        read()
        if (wordingOf(doc, fragment) === wording) return
        await new Promise((resolve) => setImmediate(resolve))
      }
    },
  }
}

/** The paragraphs of a fragment, a line each. */
export const wordingOf = (doc: Y.Doc, fragment: string): string =>
  doc
    .getXmlFragment(fragment)
    .toArray()
    .map((paragraph) => (paragraph instanceof Y.XmlElement ? paragraph.toArray().map(String).join('') : ''))
    .join('\n')

/** Writes at a place of the first paragraph, which is made where there is none. */
export const typeAt = (doc: Y.Doc, fragment: string, place: number, words: string): void => {
  const root = doc.getXmlFragment(fragment)
  if (root.length === 0) {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText()])
    root.insert(0, [paragraph])
  }
  const text = textOf(doc, fragment)
  text.insert(Math.min(place, text.length), words)
}

export const textOf = (doc: Y.Doc, fragment: string): Y.XmlText => {
  const paragraph = doc.getXmlFragment(fragment).get(0)
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined
  if (!(text instanceof Y.XmlText)) throw new Error('no text there')
  return text
}
