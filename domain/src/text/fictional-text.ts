import type { Act } from '../decider.ts'
import { given } from '../given.ts'
import { opened, START } from '../meeting/fictional-meeting.ts'
import type { ProceedingsCommand, ProceedingsEvent } from '../proceedings/events.ts'
import { proceedingsDecider } from '../proceedings/index.ts'
import type { Command } from './situation.ts'
import type { TextEvent } from './events.ts'
import type { BlockKind, Body, Target } from './things.ts'
import type { TextState } from './state.ts'
import { versionHash } from './version.ts'
import { agreedRoot, standingVersions } from './views/standing.ts'

/*
 * A text before the fictional meeting, for tests that are not about how it came to be: `consensus`, in Chinese and
 * Russian, negotiated by the seats of `fictional-meeting.ts`.
 */

export const TEXT = 'consensus'

/** What a seat does at the meeting; a second after the start unless told otherwise. */
export const does = (
  seat: string,
  command: ProceedingsCommand,
  at = START + 1000,
): Act<ProceedingsCommand> => ({
  by: { seat },
  at,
  command,
})

export const textOpened: Extract<TextEvent, { type: 'TextOpened' }> = {
  type: 'TextOpened',
  text: TEXT,
  title: { zh: '共识', ru: 'Консенсус' },
  languages: ['zh', 'ru'],
}

/** The meeting in session with the text before it, whatever else happened. */
export const negotiating = (
  facts: readonly ProceedingsEvent[] = [],
  rulePack?: string,
  parties?: readonly string[],
) => given(proceedingsDecider, ...opened(rulePack, parties), textOpened, ...facts)

/** A wording in both languages. */
export const wording = (text: string): Record<string, string> => ({ zh: `文：${text}`, ru: `Текст: ${text}` })

export const bodyOf = (wordings: Readonly<Record<string, string>>): Body =>
  Object.fromEntries(Object.entries(wordings).map(([language, s]) => [language, [{ t: 'text', s }]]))

/** The address of a wording in both languages. */
export const versionOf = (text: string, kind: BlockKind = 'paragraph'): string =>
  versionHash(kind, bodyOf(wording(text)))

export const target = (block: string, text: string): Extract<Target, { block: string }> => ({
  block,
  version: versionOf(text),
})

/** Tables a new paragraph in both languages. */
export const tabling = (
  proposal: string,
  block: string,
  text: string,
  more: Partial<Command<'TableProposal'>> = {},
): Command<'TableProposal'> => ({
  type: 'TableProposal',
  text: TEXT,
  proposal,
  block,
  kind: 'paragraph',
  intent: 'new',
  body: wording(text),
  ...more,
})

export const takes = (
  level: Command<'TakeStance'>['level'],
  ...targets: Target[]
): Command<'TakeStance'> => ({ type: 'TakeStance', text: TEXT, level, targets })

export const certifies = (
  ...versions: Extract<Target, { block: string }>[]
): Command<'CertifyConcordance'> => ({ type: 'CertifyConcordance', text: TEXT, versions })

/** One paragraph tabled by the north, accepted and certified by both delegations, under the item for adoption. */
export const ready = (rulePack?: string, parties: readonly string[] = ['north', 'south']) =>
  negotiating([], rulePack, parties).after(
    does('officer', { type: 'TakeUpItem', item: 'adoption' }),
    does('north-head', tabling('first', 'one', 'peace')),
    ...parties.flatMap((party) => [
      does(`${party}-head`, takes('confirmed', target('one', 'peace'))),
      does(`${party}-head`, certifies(target('one', 'peace'))),
    ]),
  )

type Told = ReturnType<typeof negotiating>

/** The text as it stands. */
export const textIn = ({ state }: Told): TextState => {
  const text = state.texts.byId[TEXT]
  if (text === undefined) throw new Error('the text was to be open')
  return text
}

/** The versions of a block that stand, in the order they came to. */
export const standingIn = (told: Told, name: string): readonly string[] => {
  const block = textIn(told).blocks.get(name)
  return block === undefined ? [] : standingVersions(block).map(({ version }) => version)
}

/** The version of a block that came to stand last. */
export const newestIn = (told: Told, block: string): string => {
  const version = standingIn(told, block).at(-1)
  if (version === undefined) throw new Error(`a version of ${block} was to stand`)
  return version
}

/** The root of what is agreed. */
export const rootIn = (told: Told): string => agreedRoot(textIn(told), told.state.meeting)

/** `ready`, put by the chair. */
export const put = (rulePack?: string, parties?: readonly string[]): Told => {
  const told = ready(rulePack, parties)
  return told.after(does('officer', { type: 'PutText', text: TEXT, root: rootIn(told) }))
}

/** `ready`, adopted by consensus. */
export const adopted = (rulePack?: string, parties?: readonly string[]): Told => {
  const told = put(rulePack, parties)
  return told.after(does('officer', { type: 'DeclareAdopted', text: TEXT, root: rootIn(told) }))
}
