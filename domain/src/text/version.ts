import { address, addressBytes } from '../words/content-address.ts'
import type { Localized } from '../words/language.ts'
import type { Hash } from '../words/identity.ts'
import type { BlockKind, Body, Inline } from './things.ts'

/*
 * Content addresses, byte for byte. H(tag, f1, f2, …) is SHA-256 over the tag in ASCII, one zero byte, then every field
 * as its length in bytes (four bytes, big-endian) and its bytes; text is UTF-8 of the recorded NFC string; an inner H
 * enters as its 32 bytes. Languages stand in ascending order of their tags' ASCII bytes.
 *
 *   inline   H("parley/inline-text/1", s)
 *   leaf     H("parley/leaf/1", language, inline, inline, …)
 *   version  H("parley/version/1", kind, "text",   leaf, leaf, …)    one leaf per language present
 *            H("parley/version/1", kind, "delete")                   for the deletion of the block
 *   order    H("parley/order/1", block, block, …)
 *   root     H("parley/text/1", text, title, languages, entry, entry, …)
 *     title      H("parley/title/1", language, wording, language, wording, …)   authentic languages only
 *     languages  H("parley/languages/1", language, language, …)
 *     entry      H("parley/entry/1", block, kind, version)           one per block, in order
 *
 * Every kind of inline content has a tag of its own, and a new tag moves no existing address. A language added to a
 * block changes the version and leaves the other languages' leaves as they are.
 */

const ascending = <Value>(
  byLanguage: Readonly<Record<string, Value>>,
): readonly (readonly [string, Value])[] =>
  Object.entries(byLanguage).toSorted(([one], [other]) => (one < other ? -1 : 1))

const bytesOf = (hash: Hash): Uint8Array =>
  Uint8Array.from({ length: hash.length / 2 }, (_, index) =>
    Number.parseInt(hash.slice(2 * index, 2 * index + 2), 16),
  )

const inlineBytes = (inline: Inline): Uint8Array => {
  switch (inline.t) {
    case 'text':
      return addressBytes('parley/inline-text/1', inline.s)
  }
}

const leafBytes = (language: string, inlines: readonly Inline[]): Uint8Array =>
  addressBytes('parley/leaf/1', language, ...inlines.map(inlineBytes))

/** The address of one language's content of a block. */
export const leafHash = (language: string, inlines: readonly Inline[]): Hash =>
  address('parley/leaf/1', language, ...inlines.map(inlineBytes))

/**
 * The address of a block's content in all languages it has; an empty body is the block's deletion.
 * Which block it belongs to is not part of it: a version is named by block and hash together.
 */
export const versionHash = (kind: BlockKind, body: Body): Hash => {
  const leaves = ascending(body).map(([language, inlines]) => leafBytes(language, inlines))
  return leaves.length === 0
    ? address('parley/version/1', kind, 'delete')
    : address('parley/version/1', kind, 'text', ...leaves)
}

/** The address of an order of blocks. */
export const orderHash = (order: readonly string[]): Hash => {
  const known = orders.get(order) ?? address('parley/order/1', ...order)
  orders.set(order, known)
  return known
}

/** An order of hundreds of blocks is asked for at every act; the list itself never changes. */
const orders = new WeakMap<readonly string[], Hash>()

/** All that a text's root is made of. */
export type TextContent = {
  readonly text: string
  /** Wordings in languages that are not the text's are courtesy titles and no part of its address. */
  readonly title: Localized
  readonly languages: readonly string[]
  /** In order. */
  readonly blocks: readonly { readonly block: string; readonly kind: BlockKind; readonly version: Hash }[]
}

/** The address of a whole text: what is put, adopted, initialled and signed. */
export const textRoot = ({ text, title, languages, blocks }: TextContent): Hash =>
  address(
    'parley/text/1',
    text,
    addressBytes(
      'parley/title/1',
      ...ascending(title)
        .filter(([language]) => languages.includes(language))
        .flat(),
    ),
    addressBytes('parley/languages/1', ...languages.toSorted()),
    ...blocks.map(({ block, kind, version }) =>
      addressBytes('parley/entry/1', block, kind, bytesOf(version)),
    ),
  )
