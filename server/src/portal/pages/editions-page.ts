import type { PublicEdition } from '../../application/archive/public-record.ts'
import { addresses } from '../addresses.ts'
import { type Content, type Html, html } from '../../markup/html.ts'
import { hostZone, timeElement } from '../moment.ts'
import { layout } from '../parts/layout.ts'
import { releaseBody } from '../parts/release-body.ts'
import { type Reader, lines, meetingName } from '../reader.ts'
import { type Article, type Site, languagesOf } from '../site.ts'
import { releaseCrumbs } from './release-page.ts'

/** Every edition of one language version, and what each changed. */
export const editionsPage = (site: Site, reader: Reader, article: Article): Html => {
  const { meeting, release, version } = article
  return layout(site, reader, {
    title: `${reader.word('portal.editions')}: ${version.editions.at(-1)?.expression.headline ?? ''}`,
    path: addresses.editions(reader.language, meeting, release),
    section: 'releases',
    crumbs: [...releaseCrumbs(reader, article), crumbToRelease(reader, article)],
    alternates: languagesOf(release).map((language) => ({
      language,
      path: addresses.editions(language, meeting, release),
    })),
    sides: meeting.delegations.length,
    main: html`<div class="plain">
      <header>
        <h1>${reader.say('portal.editions')}</h1>
        <p class="deck">${version.editions.at(-1)?.expression.headline}</p>
      </header>
      ${version.editions.toReversed().map((edition) => editionEntry(reader, article, edition))}
    </div>`,
  })
}

const crumbToRelease = (reader: Reader, { meeting, release, version }: Article) => ({
  label: version.editions.at(-1)?.expression.headline ?? '',
  path: addresses.release(reader.language, meeting, release),
})

const editionEntry = (
  reader: Reader,
  { meeting, release, version }: Article,
  edition: PublicEdition,
): Content => {
  const before = version.editions.findLast((other) => other.edition < edition.edition)
  return html`<section class="edition">
    <h2 class="sec">
      <a class="own" href="${addresses.edition(reader.language, meeting, release, edition.edition)}"
        >${reader.say('portal.edition-number', { number: edition.edition })}</a
      >
      <span class="aside">${timeElement(reader, edition.at, hostZone(meeting), 'date-time')}</span>
    </h2>
    ${edition.correction !== undefined && html`<p class="correction"><b>${reader.say('portal.correction')}</b> ${lines(edition.correction)}</p>`}
    <p class="small">${reader.say('portal.fingerprint')} <span class="mono">${edition.hash}</span></p>
    ${before !== undefined && changes(before, edition)}
  </section>`
}

/** Lines one edition has and the other has not, in the order of reading. */
const changes = (before: PublicEdition, after: PublicEdition): Content => {
  const old = linesOf(before)
  const fresh = linesOf(after)
  const removed = old.filter((line) => !fresh.includes(line))
  const added = fresh.filter((line) => !old.includes(line))
  return html`<div class="changes">
    ${removed.map((line) => html`<p><del>${line}</del></p>`)}${added.map((line) => html`<p><ins>${line}</ins></p>`)}
  </div>`
}

const linesOf = ({ expression }: PublicEdition): readonly string[] => [
  expression.headline,
  ...(expression.deck === undefined ? [] : [expression.deck]),
  expression.dateline,
  expression.byline,
  ...expression.paragraphs.map(({ text }) => text),
]

/** One edition as it stood. */
export const editionPage = (site: Site, reader: Reader, article: Article, edition: PublicEdition): Html => {
  const { meeting, release, version } = article
  const current = version.editions.at(-1)
  const path = addresses.edition(reader.language, meeting, release, edition.edition)
  return layout(site, reader, {
    title: `${edition.expression.headline} · ${reader.word('portal.edition-number', { number: edition.edition })}`,
    path,
    section: 'releases',
    crumbs: [...releaseCrumbs(reader, article), crumbToRelease(reader, article)],
    alternates: [{ language: reader.language, path }],
    sides: meeting.delegations.length,
    hidden: edition !== current,
    main: html`<article class="release">
      <header>
        <p class="kicker">
          ${reader.framed(meetingName(reader, meeting.number))} ·
          ${reader.say('portal.edition-number', { number: edition.edition })} ·
          ${timeElement(reader, edition.at, hostZone(meeting), 'date-time')}
        </p>
        <h1>${edition.expression.headline}</h1>
        ${edition.expression.deck !== undefined && html`<p class="deck">${edition.expression.deck}</p>`}
      </header>
      <div class="margin"></div>
      <div class="text">
        <aside class="correction">
          <p>
            ${
              current === undefined || current === edition
                ? reader.begin('portal.current-edition')
                : html`<a href="${addresses.release(reader.language, meeting, release)}"
                    >${reader.say('portal.superseded-edition', { number: current.edition })}</a
                  >`
            }
          </p>
        </aside>
        ${releaseBody(reader, edition.expression)}
        <p class="small">${reader.say('portal.fingerprint')} <span class="mono">${edition.hash}</span></p>
      </div>
    </article>`,
  })
}
