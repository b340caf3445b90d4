import type { Meeting } from '@parley/domain/meeting/state'
import { publicFrom } from '@parley/domain/release/publicity'
import { versionKey, type Edition, type LanguageVersion, type Releases } from '@parley/domain/release/state'
import type { Instant } from '@parley/domain/words/identity'
import { lookup } from '@parley/domain/words/lookup'

/** How the draft of a language version stands: `published` means that nothing was written since the last edition. */
export type DraftStage = 'missing' | 'to-clear' | 'objected' | 'cleared' | 'published' | 'withdrawn'

/** How it stands for the public. */
export type PublicStage = 'nothing' | 'embargoed' | 'out' | 'withdrawn'

/** One language version of a release, as the desk's table has it. */
export type VersionRow = {
  readonly language: string
  readonly version: LanguageVersion | undefined
  readonly draft: DraftStage
  readonly public: PublicStage
  readonly last: Edition | undefined
  /** The edition the public reads now. */
  readonly out: Edition | undefined
  /** What each delegation said of exactly this draft, in the order of the alternat. */
  readonly words: readonly { readonly delegation: string; readonly said: 'cleared' | 'objects' | 'nothing' }[]
}

/** What the first release of a meeting is called; a second one needs a name of its own. */
export const FIRST_RELEASE = 'main'

/** The releases of a meeting by name; the first one is there before anything was drafted. */
export const releaseNames = ({ versions }: Pick<Releases, 'versions'>): readonly string[] => [
  ...new Set([FIRST_RELEASE, ...Object.values(versions).map(({ release }) => release)]),
]

/** A line for each of the meeting's languages, then for every other one drafted or asked for. */
export const versionRows = (
  { versions }: Pick<Releases, 'versions'>,
  meeting: Pick<Meeting, 'languages' | 'delegations'>,
  release: string,
  now: Instant,
  asked: readonly string[] = [],
): readonly VersionRow[] => {
  const drafted = Object.values(versions).filter((one) => one.release === release)
  const languages = [...meeting.languages, ...drafted.map(({ language }) => language), ...asked]
  return [...new Set(languages)].map((language) => {
    const version = lookup(versions, versionKey({ release, language }))
    return {
      language,
      version,
      draft: draftStage(version, meeting),
      public: publicStage(version, now),
      last: version?.editions.at(-1),
      out: version?.editions.findLast((edition) => publicFrom(edition) <= now),
      words: meeting.delegations.map(({ id }) => ({ delegation: id, said: saidBy(version, id) })),
    }
  })
}

const draftStage = (
  version: LanguageVersion | undefined,
  { delegations }: Pick<Meeting, 'delegations'>,
): DraftStage => {
  if (version === undefined) return 'missing'
  if (version.withdrawn !== undefined) return 'withdrawn'
  if (version.editions.at(-1)?.hash === version.hash) return 'published'
  if (version.objections.length > 0) return 'objected'
  return delegations.every(({ id }) => version.clearedBy.includes(id)) ? 'cleared' : 'to-clear'
}

const publicStage = (version: LanguageVersion | undefined, now: Instant): PublicStage => {
  if (version === undefined || version.editions.length === 0) return 'nothing'
  if (version.withdrawn !== undefined) return 'withdrawn'
  return version.editions.some((edition) => publicFrom(edition) <= now) ? 'out' : 'embargoed'
}

const saidBy = (
  version: LanguageVersion | undefined,
  delegation: string,
): VersionRow['words'][number]['said'] => {
  if (version?.objections.some((one) => one.delegation === delegation) === true) return 'objects'
  return version?.clearedBy.includes(delegation) === true ? 'cleared' : 'nothing'
}
