import { CATALOGUES } from '@parley/messages/choose-catalogue'
import {
  type PublicMeeting,
  type PublicRecord,
  type PublicRelease,
  type PublicVersion,
  currentEdition,
} from '../application/archive/public-record.ts'

/** Everything a page is made from. */
export type Site = {
  /** Scheme, host and port under which the pages are known, without a slash at the end. */
  readonly origin: string
  readonly record: PublicRecord
  /** Every language with pages: those the portal has words for, then those of the record alone. */
  readonly languages: readonly string[]
}

export const siteOf = (origin: string, record: PublicRecord): Site => {
  const languages = new Set<string>(CATALOGUES)
  for (const { meetings } of record.dialogues) {
    for (const { releases } of meetings)
      for (const { versions } of releases) for (const { language } of versions) languages.add(language)
  }
  return { origin, record, languages: [...languages] }
}

/** One language version of a release, with where it belongs. */
export type Article = {
  readonly meeting: PublicMeeting
  readonly release: PublicRelease
  readonly version: PublicVersion
}

/** Every published release in one language, the latest first; withdrawn ones are not among them. */
export const articlesIn = (site: Site, language: string): readonly Article[] =>
  site.record.dialogues
    .flatMap(({ meetings }) => meetings)
    .flatMap((meeting) => meeting.releases.map((release) => ({ meeting, release })))
    .flatMap(({ meeting, release }) =>
      release.versions
        .filter((version) => version.language === language && currentEdition(version) !== undefined)
        .map((version) => ({ meeting, release, version })),
    )
    .toSorted((a, b) => firstPublished(b.version) - firstPublished(a.version))

export const firstPublished = ({ publishedAt }: PublicVersion): number => publishedAt

/** The languages in which a release can be read now. */
export const languagesOf = (release: PublicRelease): readonly string[] =>
  release.versions
    .filter((version) => currentEdition(version) !== undefined)
    .map((version) => version.language)

export const meetingsOf = (site: Site): readonly PublicMeeting[] =>
  site.record.dialogues.flatMap(({ meetings }) => meetings)
