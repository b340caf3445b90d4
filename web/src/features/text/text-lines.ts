import type { Meeting } from '@parley/domain/meeting/state'
import type { Proceedings } from '@parley/domain/proceedings'
import type { Obstacle } from '@parley/domain/refusal'
import type { Block, TextState, Version } from '@parley/domain/text/state'
import type { Body, StanceLevel } from '@parley/domain/text/things'
import {
  blocks,
  isDeletion,
  obstaclesAmong,
  progressOf,
  standingVersions,
  type Progress,
  type StandingBlock,
} from '@parley/domain/text/views/standing'
import { lookup } from '@parley/domain/words/lookup'

/** How far a block has come, told apart by shape as well as by shade. */
export type BlockMark = 'agreed' | 'open' | 'missing'

export type VersionLine = {
  readonly version: string
  readonly isDeletion: boolean
  readonly isAgreed: boolean
  /** The wording per language of the text; nothing in a language it lacks. `before`: what it was made from. */
  readonly wordings: readonly {
    readonly language: string
    readonly text: string | undefined
    readonly before?: string | undefined
  }[]
  /** Whether it was tabled as a change of another wording, or to replace it whole. */
  readonly intent: Version['intent']
  /** What put it forward and still stands. */
  readonly proposals: readonly { readonly proposal: string; readonly sponsors: readonly string[] }[]
  /** Delegations that put this version forward; none where it came from the chair or a joint secretariat. */
  readonly sponsors: readonly string[]
  /** Whether it is put forward from the chair, or by the joint secretariat in nobody's name. */
  readonly office: 'chair' | 'secretariat' | undefined
  /** Every delegation in the order of the alternat, and what it thinks of exactly this version. */
  readonly stances: readonly { readonly delegation: string; readonly level: StanceLevel | undefined }[]
  readonly certifiedBy: readonly string[]
}

export type BlockLine = {
  readonly block: string
  readonly place: number
  readonly kind: Version['kind']
  readonly mark: BlockMark
  readonly isConcordant: boolean
  readonly versions: readonly VersionLine[]
  /** Once a version is agreed: what else is still put forward. */
  readonly others: readonly VersionLine[]
}

/** A text as the panel shows it. */
export type TextLines = {
  readonly text: TextState
  readonly blocks: readonly BlockLine[]
  readonly progress: Progress
  readonly obstacles: readonly Obstacle[]
  /** The place, from 0, of the block under discussion: the first not agreed. */
  readonly here: number
}

/** Every block and version that stands, with everybody's stance; an adopted text as it was adopted. */
export const textLines = ({ meeting }: Pick<Proceedings, 'meeting'>, text: TextState): TextLines => {
  const known = blocks(text, meeting)
  const lines = text.adopted === undefined ? standing(text, meeting, known) : adopted(text)
  return {
    text,
    blocks: lines,
    progress: progressOf(known),
    obstacles: text.adopted === undefined ? obstaclesAmong(known, text, meeting) : [],
    here: Math.max(
      0,
      lines.findIndex(({ mark }) => mark !== 'agreed'),
    ),
  }
}

const standing = (text: TextState, meeting: Meeting, known: readonly StandingBlock[]): readonly BlockLine[] =>
  known.map((block, index) => {
    const state = text.blocks.get(block.block)
    const make = (): BlockLine => blockLine(text, meeting, block, index + 1)
    return state === undefined ? make() : sameWhileUnchanged(text, meeting, state, index + 1, make)
  })

const blockLine = (
  text: TextState,
  meeting: Meeting,
  { block, kind, versions, agreed, concordant, languagesMissing }: StandingBlock,
  place: number,
): BlockLine => ({
  block,
  place,
  kind,
  mark: agreed !== undefined ? 'agreed' : languagesMissing.length > 0 ? 'missing' : 'open',
  isConcordant: concordant,
  // Once a version is agreed it stands for the block; until then all that are put forward do.
  versions: (agreed === undefined ? versions : [agreed]).map((version) =>
    versionLine(text, meeting, version, version.version === agreed?.version),
  ),
  others:
    agreed === undefined
      ? []
      : versions
          .filter(({ version }) => version !== agreed.version)
          .map((version) => versionLine(text, meeting, version, false)),
})

/** All that a line is made from besides the block itself, and the line made from it. */
type Kept = { readonly from: readonly unknown[]; readonly line: BlockLine }
const kept = new WeakMap<Block, Kept>()

/** The very line of before where nothing of it has changed, so that only blocks that changed are drawn again. */
const sameWhileUnchanged = (
  text: TextState,
  { delegations }: Meeting,
  block: Block,
  place: number,
  make: () => BlockLine,
): BlockLine => {
  const from = [
    place,
    text.languages,
    delegations,
    ...standingVersions(block).flatMap(({ proposals }) => proposals.map((one) => text.proposals.get(one))),
  ]
  const before = kept.get(block)
  if (before?.from.length === from.length && before.from.every((one, index) => one === from[index])) {
    return before.line
  }
  const line = make()
  kept.set(block, { from, line })
  return line
}

const versionLine = (
  text: TextState,
  meeting: Meeting,
  version: Version,
  isAgreed: boolean,
): VersionLine => ({
  version: version.version,
  isDeletion: isDeletion(version),
  isAgreed,
  wordings: wordingsOf(text, version.body, baseOf(text, version)),
  intent: version.intent,
  proposals: version.proposals.map((proposal) => ({
    proposal,
    sponsors: text.proposals.get(proposal)?.sponsors ?? [],
  })),
  sponsors: [
    ...new Set(version.proposals.flatMap((proposal) => text.proposals.get(proposal)?.sponsors ?? [])),
  ],
  office: officeOf(text, version),
  stances: meeting.delegations.map(({ id }) => ({ delegation: id, level: lookup(version.stances, id) })),
  certifiedBy: version.certifiedBy,
})

const adopted = (text: TextState): readonly BlockLine[] =>
  (text.adopted?.blocks ?? []).map(({ block, kind, version, body }, index) => ({
    block,
    place: index + 1,
    kind,
    mark: 'agreed',
    isConcordant: true,
    versions: [
      {
        version,
        isDeletion: false,
        isAgreed: true,
        wordings: wordingsOf(text, body),
        intent: 'new',
        proposals: [],
        sponsors: [],
        office: undefined,
        stances: [],
        certifiedBy: [],
      },
    ],
    others: [],
  }))

/** The office that still puts a version forward, if one does. */
const officeOf = (text: TextState, { proposals }: Version): VersionLine['office'] => {
  const backed = proposals.flatMap((one) => text.proposals.get(one) ?? []).find((one) => one.backed)
  switch (backed?.attribution) {
    case 'chair':
      return 'chair'
    case 'none':
      return 'secretariat'
    case 'delegation':
    case undefined:
      return undefined
  }
}

/** The wording a version was made from. */
const baseOf = (text: TextState, { block, base }: Version): Body | undefined =>
  base === undefined ? undefined : text.blocks.get(block)?.versions.get(base)?.body

const wordingsOf = (text: TextState, body: Body, base?: Body): VersionLine['wordings'] =>
  text.languages.map((language) => ({
    language,
    text: plain(body, language),
    before: base === undefined ? undefined : plain(base, language),
  }))

const plain = (body: Body, language: string): string | undefined =>
  lookup(body, language)
    ?.map(({ s }) => s)
    .join('')
