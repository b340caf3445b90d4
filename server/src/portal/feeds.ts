import { currentEdition } from '../application/archive/public-record.ts'
import { addresses, releaseName } from './addresses.ts'
import { type Content, type Html, html } from '../markup/html.ts'
import { isoInstant } from './moment.ts'
import { correctionsIn } from './pages/corrections-page.ts'
import { type Reader, meetingName } from './reader.ts'
import { type Article, type Site, articlesIn, firstPublished, languagesOf } from './site.ts'

const ENTRIES_SHOWN = 50
const EPOCH = 0

/** Releases in one language as Atom (RFC 4287), all of them or one dialogue's. */
export const atomFeed = (site: Site, reader: Reader, path: string, dialogue?: string): Html => {
  const articles = articlesIn(site, reader.language)
    .filter(({ meeting }) => dialogue === undefined || meeting.dialogue === dialogue)
    .slice(0, ENTRIES_SHOWN)
  const updated = Math.max(EPOCH, ...articles.map(updatedAt))
  return feed(site, reader, {
    path,
    updated,
    section: 'portal.releases',
    entries: articles.map((article) => entry(site, article)),
  })
}

/** Corrections in one language as Atom; each correction is an entry of its own. */
export const correctionsFeed = (site: Site, reader: Reader): Html => {
  const corrected = correctionsIn(site, reader.language).slice(0, ENTRIES_SHOWN)
  return feed(site, reader, {
    path: addresses.correctionsFeed(reader.language),
    updated: Math.max(EPOCH, ...corrected.map(({ edition }) => edition.at)),
    section: 'portal.corrections',
    entries: corrected.map(({ article, edition }) => {
      const url =
        site.origin + addresses.edition(reader.language, article.meeting, article.release, edition.edition)
      return html`<entry
        ><id>${url}</id><title>${edition.expression.headline}</title
        ><link rel="alternate" href="${url}" /><updated>${isoInstant(edition.at)}</updated>
        <summary>${edition.correction}</summary></entry
      > `
    }),
  })
}

type Feed = {
  readonly path: string
  readonly updated: number
  readonly section: 'portal.releases' | 'portal.corrections'
  readonly entries: readonly Content[]
}

const feed = (site: Site, reader: Reader, { path, updated, section, entries }: Feed): Html =>
  html`<?xml version="1.0" encoding="utf-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${reader.language}">
      <id>${site.origin}${path}</id>
      <title>
        ${reader.word('portal.feed-title', { site: reader.word('portal.site'), section: reader.word(section) })}
      </title>
      <updated>${isoInstant(updated)}</updated>
      <author><name>${reader.word('portal.site')}</name></author>
      <link rel="self" type="application/atom+xml" href="${site.origin}${path}" />
      <link rel="alternate" type="text/html" href="${site.origin}${addresses.home(reader.language)}" />
      ${entries}</feed
    > `

const updatedAt = ({ version }: Article): number => currentEdition(version)?.at ?? firstPublished(version)

const entry = (site: Site, { meeting, release, version }: Article): Content => {
  const edition = currentEdition(version)
  if (edition === undefined) return undefined
  const { expression } = edition
  const url = site.origin + addresses.release(version.language, meeting, release)
  return html`<entry>
    <id>${url}</id>
    <title>${expression.headline}</title>
    <link rel="alternate" type="text/html" hreflang="${version.language}" href="${url}" />
    ${languagesOf(release)
      .filter((language) => language !== version.language)
      .map(
        (language) =>
          html`<link
            rel="alternate"
            type="text/html"
            hreflang="${language}"
            href="${site.origin}${addresses.release(language, meeting, release)}"
          /> `,
      )}<published>${isoInstant(firstPublished(version))}</published>
    <updated>${isoInstant(edition.at)}</updated>
    <author><name>${expression.byline}</name></author>
    ${expression.deck !== undefined && html`<summary>${expression.deck}</summary>`}
    <content type="text">${expression.paragraphs.map(({ text }) => text).join('\n\n')}</content>
  </entry> `
}

/** Releases in one language as JSON Feed 1.1. */
export const jsonFeed = (site: Site, reader: Reader): unknown => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: reader.word('portal.site'),
  description: reader.word('portal.tagline'),
  home_page_url: site.origin + addresses.home(reader.language),
  feed_url: site.origin + addresses.jsonFeed(reader.language),
  language: reader.language,
  items: articlesIn(site, reader.language)
    .slice(0, ENTRIES_SHOWN)
    .flatMap(({ meeting, release, version }) => {
      const edition = currentEdition(version)
      if (edition === undefined) return []
      const { expression } = edition
      const url = site.origin + addresses.release(version.language, meeting, release)
      return [
        {
          id: url,
          url,
          title: expression.headline,
          ...(expression.deck === undefined ? {} : { summary: expression.deck }),
          content_text: expression.paragraphs.map(({ text }) => text).join('\n\n'),
          date_published: isoInstant(firstPublished(version)),
          date_modified: isoInstant(edition.at),
          language: version.language,
          authors: [{ name: expression.byline }],
          tags: [reader.plain(meeting.dialogueName), meetingName(reader, meeting.number)],
        },
      ]
    }),
})

/** One language version as data, in the manner of ninjs 3 (IPTC): camelCase, `pubStatus`, `altIds`. */
export const releaseData = (site: Site, { meeting, release, version }: Article): unknown => {
  const edition = currentEdition(version)
  if (edition === undefined) return undefined
  const { expression } = edition
  const uri = site.origin + addresses.release(version.language, meeting, release)
  return {
    uri,
    type: 'text',
    pubStatus: 'usable',
    language: version.language,
    firstCreated: isoInstant(firstPublished(version)),
    versionCreated: isoInstant(edition.at),
    version: String(edition.edition),
    altIds: [
      { role: 'release', value: releaseName(meeting, release) },
      { role: 'sha256', value: edition.hash },
    ],
    headlines: [{ value: expression.headline }],
    ...(expression.deck === undefined ? {} : { descriptions: [{ value: expression.deck }] }),
    located: expression.dateline,
    by: expression.byline,
    infoSources: [{ name: expression.source }],
    bodies: [
      { contentType: 'text/plain', value: expression.paragraphs.map(({ text }) => text).join('\n\n') },
    ],
    corrections: version.editions
      .filter(({ correction }) => correction !== undefined)
      .map(({ at, correction, edition: number }) => ({
        at: isoInstant(at),
        edition: number,
        note: correction,
      })),
    associations: languagesOf(release)
      .filter((language) => language !== version.language)
      .map((language) => ({
        name: 'translation',
        language,
        uri: site.origin + addresses.release(language, meeting, release),
      })),
    events: [
      {
        uri: site.origin + addresses.meeting(version.language, meeting),
        name: meeting.dialogueName,
        number: meeting.number,
        startDate: isoInstant(meeting.heldAt),
      },
    ],
  }
}
