import type { Localized, LocalizedPassage } from '../words/language.ts'
import type { Instant } from '../words/identity.ts'
import type { Expression } from './events.ts'

export type Edition = {
  readonly edition: number
  readonly hash: string
  readonly expression: Expression
  readonly at: Instant
  readonly correction?: string
  readonly embargoUntil?: Instant
}

/** One language version of a release: its draft, the clearances of exactly that draft, and its editions. */
export type LanguageVersion = {
  readonly release: string
  readonly language: string
  readonly revision: number
  readonly hash: string
  readonly expression: Expression
  /** What the next edition corrects in the last one. */
  readonly correction?: string
  readonly clearedBy: readonly string[]
  readonly objections: readonly { readonly delegation: string; readonly reason: string }[]
  readonly editions: readonly Edition[]
  readonly withdrawn?: {
    readonly cause: 'published-in-error' | 'rights' | 'law' | 'parties-request'
    readonly explanation?: Localized
    readonly at: Instant
  }
}

export type Releases = {
  /** Approved positions in the order approved; a later one of the same delegation and item replaces the earlier. */
  readonly positions: readonly {
    readonly delegation: string
    readonly item?: string
    readonly position: LocalizedPassage
    readonly seq: number
  }[]
  /** By `release/language`. */
  readonly versions: Readonly<Record<string, LanguageVersion>>
}

export const initialReleases: Releases = { positions: [], versions: {} }

/** The key of a language version in `Releases.versions`. */
export const versionKey = (of: { readonly release: string; readonly language: string }): string =>
  `${of.release}/${of.language}`
