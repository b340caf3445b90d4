import {
  type PublicEdition,
  type PublicVersion,
  currentEdition,
} from '../../application/archive/public-record.ts'
import { addresses, releaseName } from '../addresses.ts'
import { type Content, type Html, html, jsonLd } from '../../markup/html.ts'
import { timeElement, hostZone, isoInstant } from '../moment.ts'
import { headlineText } from '../parts/heading.ts'
import { layout } from '../parts/layout.ts'
import { meetingFacts } from '../parts/meeting-facts.ts'
import { relatedList } from '../parts/related-list.ts'
import { headlineClass, releaseBody } from '../parts/release-body.ts'
import { type Reader, lines, inLanguage, meetingName, ownName } from '../reader.ts'
import type { Related } from '../related.ts'
import { type Article, type Site, firstPublished, languagesOf } from '../site.ts'

export type ReleasePageParts = {
  readonly article: Article
  readonly edition: PublicEdition
  readonly related: readonly Related[]
}

/** One language version of a release: the text in the middle, everything about it in the margins. */
export const releasePage = (site: Site, reader: Reader, parts: ReleasePageParts): Html => {
  const { article, edition, related } = parts
  const { meeting, release } = article
  const { expression } = edition
  const path = addresses.release(reader.language, meeting, release)
  return layout(site, reader, {
    title: expression.headline,
    description: expression.deck ?? expression.paragraphs[0]?.text.slice(0, 200) ?? '',
    path,
    section: 'releases',
    crumbs: releaseCrumbs(reader, article),
    alternates: languagesOf(release).map((language) => ({
      language,
      path: addresses.release(language, meeting, release),
    })),
    sides: meeting.delegations.length,
    removalPath: path,
    head: [
      html`<link rel="alternate" type="application/json" href="${path}.json" />`,
      jsonLd(newsArticle(site, reader, parts, path)),
    ],
    main: html`<article class="release">
        <header>
          <p class="kicker">
            ${reader.framed(meetingName(reader, meeting.number))} · ${reader.say(`mode.${meeting.mode}`)}
          </p>
          <h1 class="${headlineClass(expression.headline)}">
            ${headlineText(reader.language, expression.headline)}
          </h1>
          ${expression.deck !== undefined && html`<p class="deck">${expression.deck}</p>`}
        </header>
        ${margin(reader, article, edition)}
        <div class="text">
          ${corrections(reader, article)} ${releaseBody(reader, expression)} ${versions(reader, article)}
          <p class="tools">
            <a href="${addresses.editions(reader.language, meeting, release)}"
              >${reader.say('portal.editions')}</a
            >
            <a href="${addresses.dialogueFeed(reader.language, meeting.dialogue)}"
              >${reader.say('portal.subscribe')}</a
            >
            <a href="${path}.json">${reader.say('portal.machine-readable')}</a>
            <a href="${addresses.explainer(reader.language, 'verify')}"
              >${reader.say('portal.check-edition')} <span class="mono">${edition.hash.slice(0, 8)}</span></a
            >
          </p>
          <p class="printfoot">
            ${site.origin}${path} · ${reader.say('portal.edition-number', { number: edition.edition })} ·
            <span class="mono">${edition.hash}</span>
          </p>
        </div>
        ${meetingFacts(reader, meeting)}
      </article>
      ${relatedList(reader, meeting, related)}`,
  })
}

export const releaseCrumbs = (reader: Reader, { meeting }: Article) => [
  { label: reader.say('portal.releases'), path: addresses.releases(reader.language) },
  { label: reader.name(meeting.dialogueName), path: addresses.dialogue(reader.language, meeting.dialogue) },
  {
    label: reader.framed(meetingName(reader, meeting.number)),
    path: addresses.meeting(reader.language, meeting),
  },
]

const margin = (reader: Reader, { meeting, release, version }: Article, edition: PublicEdition): Content => {
  const corrected = version.editions.filter(({ correction }) => correction !== undefined).at(-1)
  const own = [...meeting.delegations].toSorted(
    (a, b) => Number(b.language === reader.language) - Number(a.language === reader.language),
  )
  const zones = own.filter(
    ({ timeZone }, place) => own.findIndex((other) => other.timeZone === timeZone) === place,
  )
  return html`<div class="margin">
    <dl>
      <div>
        <dt>${reader.say('portal.published')}</dt>
        ${zones.slice(0, 3).map(
          ({ timeZone, city }) =>
            html`<dd>
              ${timeElement(reader, firstPublished(version), timeZone, 'date-time')}
              <span class="city">${reader.name(city)}</span>
            </dd>`,
        )}
      </div>
      <div>
        <dt>${reader.say('portal.source')}</dt>
        <dd>${edition.expression.source}</dd>
        <dd>
          ${reader.say(meeting.delegations.length === 2 ? 'portal.cleared-by-both' : 'portal.cleared-by-all')}
        </dd>
      </div>
      <div>
        <dt>${reader.say('portal.edition')}</dt>
        <dd>
          <a href="${addresses.editions(reader.language, meeting, release)}"
            >${reader.say('portal.edition-number', { number: edition.edition })}</a
          >
        </dd>
        <dd>
          ${
            corrected === undefined
              ? reader.say('portal.not-corrected')
              : html`${reader.say('portal.corrected')}
                ${timeElement(reader, corrected.at, hostZone(meeting), 'date-time')}`
          }
        </dd>
      </div>
      <div>
        <dt>${reader.say('portal.number')}</dt>
        <dd class="num">${meeting.number}-${release.release}</dd>
      </div>
    </dl>
  </div>`
}

/** Notes of correction, newest first, above the text they concern. */
const corrections = (reader: Reader, { meeting, release, version }: Article): Content => {
  const corrected = version.editions.filter(({ correction }) => correction !== undefined).toReversed()
  return (
    corrected.length > 0 &&
    html`<aside class="correction" aria-label="${reader.word('portal.corrections')}">
      ${corrected.map(
        ({ at, correction, edition }) =>
          html`<p>
            <b
              >${reader.say('portal.correction')} ·
              ${timeElement(reader, at, hostZone(meeting), 'date-time')}</b
            >
            ${lines(correction ?? '')}
            <a href="${addresses.edition(reader.language, meeting, release, edition)}"
              >${reader.say('portal.edition-number', { number: edition })}</a
            >
          </p>`,
      )}
    </aside>`
  )
}

/** Every language the meeting has, and those the release came out in, each with its own state. */
const versions = (reader: Reader, { meeting, release }: Article): Content => {
  const published = release.versions.map(({ language }) => language)
  const languages = [...new Set([...published, ...meeting.languages])]
  return html`<section class="versions" aria-label="${reader.word('portal.language-versions')}">
    <ul>
      ${languages.map((language) => {
        const version = release.versions.find((one) => one.language === language)
        const name = inLanguage(language, ownName(language))
        const readable = version !== undefined && currentEdition(version) !== undefined
        const linked =
          readable && language !== reader.language
            ? html`<a href="${addresses.release(language, meeting, release)}" hreflang="${language}"
                >${name}</a
              >`
            : name
        return html`<li><b>${linked}</b><span>${versionState(reader, version, hostZone(meeting))}</span></li>`
      })}
    </ul>
  </section>`
}

const versionState = (reader: Reader, version: PublicVersion | undefined, timeZone: string): Content => {
  if (version === undefined) return reader.say('portal.not-yet-published')
  if (version.withdrawn !== undefined) return reader.say('portal.gone-title')
  const edition = currentEdition(version)
  if (edition === undefined) return reader.say('portal.not-yet-published')
  return html`${reader.say('portal.edition-number', { number: edition.edition })} ·
  ${timeElement(reader, edition.at, timeZone, 'date')}`
}

const newsArticle = (site: Site, reader: Reader, parts: ReleasePageParts, path: string): unknown => {
  const { article, edition } = parts
  const { meeting, release, version } = article
  const { expression } = edition
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: expression.headline,
    ...(expression.deck === undefined ? {} : { description: expression.deck }),
    inLanguage: reader.language,
    identifier: releaseName(meeting, release),
    url: site.origin + path,
    dateline: expression.dateline,
    datePublished: isoInstant(firstPublished(version)),
    dateModified: isoInstant(edition.at),
    version: edition.edition,
    articleBody: expression.paragraphs.map(({ text }) => text).join('\n\n'),
    author: { '@type': 'Organization', name: expression.byline },
    publisher: {
      '@type': 'NewsMediaOrganization',
      name: expression.source,
      correctionsPolicy: `${site.origin}${addresses.corrections(reader.language)}#policy`,
    },
    correction: version.editions
      .filter(({ correction }) => correction !== undefined)
      .map(({ at, correction }) => ({
        '@type': 'CorrectionComment',
        datePublished: isoInstant(at),
        text: correction,
      })),
    workTranslation: languagesOf(release)
      .filter((language) => language !== reader.language)
      .map((language) => ({
        '@id': site.origin + addresses.release(language, meeting, release),
        inLanguage: language,
      })),
    about: {
      '@type': 'Event',
      name: `${reader.plain(meeting.dialogueName)}: ${meetingName(reader, meeting.number)}`,
      startDate: isoInstant(meeting.heldAt),
      eventAttendanceMode: ATTENDANCE[meeting.mode],
      superEvent: { '@type': 'EventSeries', name: reader.plain(meeting.dialogueName) },
      url: site.origin + addresses.meeting(reader.language, meeting),
    },
  }
}

const ATTENDANCE = {
  video: 'https://schema.org/OnlineEventAttendanceMode',
  'in-person': 'https://schema.org/OfflineEventAttendanceMode',
  hybrid: 'https://schema.org/MixedEventAttendanceMode',
} as const
