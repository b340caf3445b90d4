import type { Draft } from '@parley/domain/chamber'
import type { Meeting } from '@parley/domain/meeting/state'
import type { ProceedingsCommand } from '@parley/domain/proceedings/events'
import type { TextState, Version } from '@parley/domain/text/state'
import type { BlockKind } from '@parley/domain/text/things'
import { blocks } from '@parley/domain/text/views/standing'
import { lookup } from '@parley/domain/words/lookup'

export type Wordings = Readonly<Record<string, string>>

/** A block of the text one may draft a change of: its place, and the version a draft starts from. */
export type Beginning = {
  readonly block: string
  readonly place: number
  readonly kind: BlockKind
  readonly version: string
  readonly wordings: Wordings
}

/** The blocks that stand, each with its agreed version or else the newest. */
export const beginnings = (text: TextState, meeting: Meeting): readonly Beginning[] =>
  blocks(text, meeting).flatMap(({ block, kind, versions, agreed }, index) => {
    const version = agreed ?? versions.at(-1)
    return version === undefined
      ? []
      : [{ block, place: index + 1, kind, version: version.version, wordings: wordingsOf(version) }]
  })

/** The place of a block in the text, from 1. */
export const placeOf = (text: TextState | undefined, block: string): number | undefined => {
  const index = text?.order.indexOf(block) ?? -1
  return index < 0 ? undefined : index + 1
}

/** What stands in the text where the draft starts from; nothing for a new block. */
export const baseOf = (text: TextState | undefined, { block, base }: Draft): Wordings => {
  const version = base === undefined ? undefined : text?.blocks.get(block)?.versions.get(base)
  return version === undefined ? {} : wordingsOf(version)
}

const wordingsOf = ({ body }: Pick<Version, 'body'>): Wordings =>
  Object.fromEntries(
    Object.keys(body).map((language) => [
      language,
      (lookup(body, language) ?? []).map(({ s }) => s).join(''),
    ]),
  )

export type TablingLine = {
  readonly language: string
  readonly wording: string | undefined
  /** What stands and would be changed. */
  readonly before: string | undefined
  /** `missing`: the other side would see nothing in this language; `same`: what stands already. */
  readonly state: 'new' | 'changed' | 'same' | 'missing'
}

/** What the other side will see, in every language of the text. */
export const tablingLines = (
  languages: readonly string[],
  base: Wordings,
  wordings: Wordings,
): readonly TablingLine[] =>
  languages.map((language) => {
    const wording = lookup(wordings, language)
    const before = lookup(base, language)
    if (wording === undefined) return { language, wording, before, state: 'missing' }
    return {
      language,
      wording,
      before,
      state: before === undefined ? 'new' : before === wording ? 'same' : 'changed',
    }
  })

/** The one thing that leaves the chamber: plain wording, under a name the other side has never seen. */
export const tabling = (draft: Draft, body: Wordings, proposal: string): ProceedingsCommand => {
  const { text, block, base, kind, after } = draft
  const isNew = base === undefined
  return {
    type: 'TableProposal',
    text,
    proposal,
    block,
    intent: isNew ? 'new' : 'edit',
    body: { ...body },
    ...(base === undefined ? {} : { base }),
    ...(isNew ? { kind: kind ?? 'paragraph' } : {}),
    ...(isNew && after !== undefined ? { after } : {}),
  }
}

/** A name nobody can have guessed or used: a letter for what it names, and 60 random bits. */
export const freshName = (letter: 'b' | 'd' | 'p'): string =>
  `${letter}-${Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => (byte % 32).toString(32)).join('')}`
