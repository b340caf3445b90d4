import { formatDate } from '@parley/messages/dates'
import { currentEdition } from '../../application/archive/public-record.ts'
import { addresses } from '../addresses.ts'
import { type Content, type Html, html } from '../../markup/html.ts'
import { hostZone } from '../moment.ts'
import { layout } from '../parts/layout.ts'
import { type Reader, inLanguage, ownName } from '../reader.ts'
import type { Article, Site } from '../site.ts'

/** Nothing public is at this address. Says so in the reader's language and tells nothing else. */
export const notFoundPage = (site: Site, reader: Reader, path: string): Html =>
  layout(site, reader, {
    title: reader.word('portal.not-found-title'),
    path,
    crumbs: [],
    alternates: [],
    sides: 2,
    hidden: true,
    main: html`<div class="plain">
      <header>
        <h1>${reader.say('portal.not-found-title')}</h1>
        <p class="deck">${reader.say('portal.not-found')}</p>
      </header>
      ${ways(reader)}
    </div>`,
  })

/** A release that exists, but not in this language: where it can be read. */
export const otherLanguagesPage = (
  site: Site,
  reader: Reader,
  { meeting, release }: Omit<Article, 'version'>,
): Html =>
  layout(site, reader, {
    title: reader.word('portal.not-yet-published'),
    path: addresses.release(reader.language, meeting, release),
    crumbs: [],
    alternates: [],
    sides: meeting.delegations.length,
    hidden: true,
    main: html`<div class="plain">
      <h1>${reader.say('portal.language-versions')}</h1>
      <ul class="short">
        ${release.versions
          .filter((version) => currentEdition(version) !== undefined)
          .map(
            (version) =>
              html`<li>
                <a
                  href="${addresses.release(version.language, meeting, release)}"
                  hreflang="${version.language}"
                  >${inLanguage(version.language, currentEdition(version)?.expression.headline ?? '')}</a
                ><span class="small">${inLanguage(version.language, ownName(version.language))}</span>
              </li>`,
          )}
      </ul>
      ${ways(reader)}
    </div>`,
  })

/** The tombstone of a withdrawn language version: that it stood here, when it went and why, and nothing of what it said. */
export const gonePage = (site: Site, reader: Reader, { meeting, release, version }: Article): Html => {
  const { withdrawn } = version
  const others = release.versions.filter((other) => currentEdition(other) !== undefined)
  return layout(site, reader, {
    title: reader.word('portal.gone-title'),
    path: addresses.release(reader.language, meeting, release),
    crumbs: [],
    alternates: [],
    sides: meeting.delegations.length,
    hidden: true,
    main: html`<div class="plain">
      <header>
        <h1>${reader.say('portal.gone-title')}</h1>
        ${
          withdrawn !== undefined &&
          html`<p class="deck">
            ${reader.say('portal.gone', {
              date: formatDate(reader.catalogue, withdrawn.at, hostZone(meeting), 'date'),
              cause: reader.word(`withdrawal-cause.${withdrawn.cause}`),
            })}
          </p>`
        }
      </header>
      ${withdrawn?.explanation !== undefined && html`<p class="prose">${reader.name(withdrawn.explanation)}</p>`}
      ${
        others.length > 0 &&
        html`<p>${reader.say('portal.gone-elsewhere')}</p>
          <ul class="short">
            ${others.map(
              (other) =>
                html`<li>
                  <a
                    href="${addresses.release(other.language, meeting, release)}"
                    hreflang="${other.language}"
                    >${inLanguage(other.language, ownName(other.language))}</a
                  >
                </li>`,
            )}
          </ul>`
      }
      <p>
        <a href="${addresses.meeting(reader.language, meeting)}">${reader.say('portal.public-record')}</a>
      </p>
    </div>`,
  })
}

const ways = (reader: Reader): Content =>
  html`<ul class="short">
    <li><a href="${addresses.home(reader.language)}">${reader.say('portal.home')}</a></li>
    <li><a href="${addresses.search(reader.language)}">${reader.say('portal.search')}</a></li>
  </ul>`
