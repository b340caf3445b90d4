import type { Meeting, Message } from '@parley/domain/meeting/state'
import { messagesInOrder } from '@parley/domain/meeting/messages'
import { currentItem } from '@parley/domain/meeting/seats'
import type { Proceedings } from '@parley/domain/proceedings'
import type { TextState } from '@parley/domain/text/state'
import { blocks, isDeletion } from '@parley/domain/text/views/standing'
import type { Localized } from '@parley/domain/words/language'
import { lookup } from '@parley/domain/words/lookup'
import type { LanguagePair } from './language-pair.ts'

/** Wording that may have to be interpreted, and is on record beforehand. */
export type Source = {
  readonly id: string
  readonly kind: 'message' | 'document' | 'text'
  /** Who wrote it, or what it is called. */
  readonly title: Localized
}

/** A passage in both languages of the pair, as far as the record has them. */
export type Row = {
  readonly id: string
  readonly from: string | undefined
  readonly into: string | undefined
  /** Of a text only: whether all delegations agree to this block. */
  readonly agreed?: boolean
}

/** Everything on record that has wording: messages in the order they are read, texts, documents. */
export const sources = ({ meeting, texts }: Pick<Proceedings, 'meeting' | 'texts'>): readonly Source[] => [
  ...messagesInOrder(meeting)
    .filter(({ message }) => message.body !== undefined)
    .map(({ message }): Source => ({
      id: idOf('message', message.id),
      kind: 'message',
      title: message.author.name,
    })),
  ...Object.values(texts.byId).map(({ text, title }): Source => ({
    id: idOf('text', text),
    kind: 'text',
    title,
  })),
  ...meeting.documents
    .filter(({ body }) => body !== undefined)
    .map(({ id, title }): Source => ({ id: idOf('document', id), kind: 'document', title })),
]

const idOf = (kind: Source['kind'], id: string): string => `${kind}:${id}`

/** What the meeting has before it now: the message being read, or about to be; the text of the item taken up. */
export const sourceNow = (proceedings: Pick<Proceedings, 'meeting' | 'texts'>): Source | undefined => {
  const { meeting } = proceedings
  const all = sources(proceedings)
  const item = currentItem(meeting)?.item
  const message =
    meeting.turn?.message ?? (item?.kind === 'messages' ? nextMessage(meeting)?.message.id : undefined)
  const text = item !== undefined && 'text' in item ? item.text : undefined
  return (
    all.find(({ id }) => message !== undefined && id === idOf('message', message)) ??
    all.find(({ id }) => text !== undefined && id === idOf('text', text)) ??
    all.find(({ kind }) => kind === 'text') ??
    all[0]
  )
}

const nextMessage = (meeting: Meeting): Message | undefined =>
  messagesInOrder(meeting).find(({ readOut }) => !readOut)

/** A source passage by passage, in both languages of the pair. */
export const rowsOf = (
  { meeting, texts }: Pick<Proceedings, 'meeting' | 'texts'>,
  id: string,
  pair: LanguagePair,
): readonly Row[] => {
  const message = meeting.messages.find((one) => idOf('message', one.message.id) === id)?.message
  if (message !== undefined) return passages(message.body, pair)
  const document = meeting.documents.find((one) => idOf('document', one.id) === id)
  if (document !== undefined) return passages(document.body, pair)
  const text = Object.values(texts.byId).find((one) => idOf('text', one.text) === id)
  return text === undefined ? [] : textRows(text, meeting, pair)
}

/** Paragraph beside paragraph where both languages have as many; else each language whole, for nothing says what belongs to what. */
const passages = (body: Localized | undefined, { from, into }: LanguagePair): readonly Row[] => {
  const one = paragraphs(body, from)
  const other = paragraphs(body, into)
  if (one.length === 0 && other.length === 0) return []
  if (one.length !== other.length && one.length > 0 && other.length > 0) {
    return [{ id: '1', from: one.join('\n\n'), into: other.join('\n\n') }]
  }
  const longer = one.length > 0 ? one : other
  return longer.map((_, index) => ({ id: String(index + 1), from: one[index], into: other[index] }))
}

const paragraphs = (body: Localized | undefined, language: string): readonly string[] =>
  (body === undefined ? '' : (lookup(body, language) ?? ''))
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')

const textRows = (text: TextState, meeting: Meeting, { from, into }: LanguagePair): readonly Row[] => {
  const shown =
    text.adopted?.blocks.map(({ body }) => ({ body, agreed: true })) ??
    blocks(text, meeting).flatMap(({ agreed, versions }) => {
      const version = agreed ?? versions.at(-1)
      return version === undefined || isDeletion(version)
        ? []
        : [{ body: version.body, agreed: agreed !== undefined }]
    })
  return shown.map(({ body, agreed }, index) => ({
    id: String(index + 1),
    from: said(lookup(body, from)),
    into: said(lookup(body, into)),
    agreed,
  }))
}

const said = (inlines: readonly { readonly s: string }[] | undefined): string | undefined =>
  inlines?.map(({ s }) => s).join('')
