import type { Recorded } from '../decider.ts'
import type { Instant } from '../words/identity.ts'
import { lookup } from '../words/lookup.ts'
import type { ReleaseEvent } from './events.ts'
import { versionKey } from './state.ts'
import type { Edition, LanguageVersion, Releases } from './state.ts'

type Event<Type extends ReleaseEvent['type']> = Extract<ReleaseEvent, { type: Type }>

/** Folds one fact into the releases. Clearances and objections are of one draft; an edit leaves none. */
export const evolveRelease = (releases: Releases, { event, at, seq }: Recorded<ReleaseEvent>): Releases => {
  switch (event.type) {
    case 'PositionApproved':
      return withPosition(releases, event, seq)
    case 'ReleaseDrafted':
      return withVersion(releases, drafted(event))
    case 'ReleasePublished': {
      // Whoever may not see drafts first meets a release when it is published.
      const version = lookup(releases.versions, versionKey(event)) ?? drafted({ ...event, revision: 1 })
      return withVersion(releases, published(version, event, at))
    }
    case 'ReleaseEdited':
    case 'ReleaseCleared':
    case 'ReleaseObjected':
    case 'ReleaseWithdrawn': {
      const version = lookup(releases.versions, versionKey(event))
      return version === undefined ? releases : withVersion(releases, changed(version, event, at))
    }
  }
}

const withPosition = (releases: Releases, event: Event<'PositionApproved'>, seq: number): Releases => {
  const { delegation, item, position } = event
  const others = releases.positions.filter((one) => one.delegation !== delegation || one.item !== item)
  const about = item === undefined ? {} : { item }
  return { ...releases, positions: [...others, { delegation, ...about, position, seq }] }
}

const withVersion = (releases: Releases, version: LanguageVersion): Releases => ({
  ...releases,
  versions: { ...releases.versions, [versionKey(version)]: version },
})

const drafted = ({
  release,
  language,
  revision,
  hash,
  expression,
}: Pick<
  Event<'ReleaseDrafted'>,
  'release' | 'language' | 'revision' | 'hash' | 'expression'
>): LanguageVersion => ({
  release,
  language,
  revision,
  hash,
  expression,
  clearedBy: [],
  objections: [],
  editions: [],
})

const published = (
  { correction: _correction, ...version }: LanguageVersion,
  { edition, hash, expression, correction, embargoUntil }: Event<'ReleasePublished'>,
  at: Instant,
): LanguageVersion => {
  const numbered: Edition = {
    edition,
    hash,
    expression,
    at,
    ...(correction === undefined ? {} : { correction }),
    ...(embargoUntil === undefined ? {} : { embargoUntil }),
  }
  return { ...version, hash, expression, editions: [...version.editions, numbered] }
}

const changed = (
  version: LanguageVersion,
  event: Event<'ReleaseEdited' | 'ReleaseCleared' | 'ReleaseObjected' | 'ReleaseWithdrawn'>,
  at: Instant,
): LanguageVersion => {
  switch (event.type) {
    case 'ReleaseEdited': {
      const { revision, hash, expression } = event
      const correction = joined(version.correction, event.correction)
      const corrected = correction === undefined ? {} : { correction }
      return { ...version, revision, hash, expression, ...corrected, clearedBy: [], objections: [] }
    }
    case 'ReleaseCleared': {
      const { delegation } = event
      const others = version.clearedBy.filter((one) => one !== delegation)
      const objections = version.objections.filter((one) => one.delegation !== delegation)
      return { ...version, clearedBy: [...others, delegation], objections }
    }
    case 'ReleaseObjected': {
      const { delegation, reason } = event
      const clearedBy = version.clearedBy.filter((one) => one !== delegation)
      const others = version.objections.filter((one) => one.delegation !== delegation)
      return { ...version, clearedBy, objections: [...others, { delegation, reason }] }
    }
    case 'ReleaseWithdrawn': {
      const { cause, explanation } = event
      const explained = explanation === undefined ? {} : { explanation }
      return { ...version, withdrawn: { cause, ...explained, at } }
    }
  }
}

/** Corrections gathered over several edits reach the next edition together, one a line. */
export const joined = (earlier: string | undefined, later: string | undefined): string | undefined =>
  earlier === undefined || later === undefined ? (later ?? earlier) : `${earlier}\n${later}`
