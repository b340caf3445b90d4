import type { PublicEdition } from '../../application/archive/public-record.ts'
import { addresses } from '../addresses.ts'
import { type Html, html } from '../../markup/html.ts'
import { hostZone, timeElement } from '../moment.ts'
import { everywhere, layout } from '../parts/layout.ts'
import { type Reader, lines } from '../reader.ts'
import { type Article, type Site, articlesIn } from '../site.ts'

export type Corrected = { readonly article: Article; readonly edition: PublicEdition }

/** Every correction in one language, the latest first. */
export const correctionsIn = (site: Site, language: string): readonly Corrected[] =>
  articlesIn(site, language)
    .flatMap((article) =>
      article.version.editions
        .filter(({ correction }) => correction !== undefined)
        .map((edition) => ({ article, edition })),
    )
    .toSorted((a, b) => b.edition.at - a.edition.at)

/** How corrections are made, and every one of them. */
export const correctionsPage = (site: Site, reader: Reader): Html => {
  const corrected = correctionsIn(site, reader.language)
  return layout(site, reader, {
    title: reader.word('portal.corrections'),
    path: addresses.corrections(reader.language),
    section: 'corrections',
    crumbs: [{ label: reader.say('portal.corrections'), path: addresses.corrections(reader.language) }],
    alternates: everywhere(site, addresses.corrections),
    sides: 2,
    main: html`<div class="plain">
      <h1>${reader.say('portal.corrections')}</h1>
      <section aria-labelledby="policy">
        <h2 class="sec" id="policy">
          ${reader.say('portal.corrections-policy')}
          <a href="${addresses.correctionsFeed(reader.language)}">${reader.say('portal.subscribe')}</a>
        </h2>
        <p class="prose">${reader.say('portal.corrections-lead')}</p>
      </section>
      ${
        corrected.length === 0
          ? html`<p class="none">${reader.say('portal.nothing-yet')}</p>`
          : html`<ol class="entries">
              ${corrected.map(
                ({ article, edition }) =>
                  html`<li>
                    <p class="when">
                      ${timeElement(reader, edition.at, hostZone(article.meeting), 'date-time')}
                    </p>
                    <div>
                      <h3>
                        <a href="${addresses.release(reader.language, article.meeting, article.release)}"
                          >${edition.expression.headline}</a
                        >
                      </h3>
                      <p>${lines(edition.correction ?? '')}</p>
                    </div>
                  </li>`,
              )}
            </ol>`
      }
    </div>`,
  })
}
