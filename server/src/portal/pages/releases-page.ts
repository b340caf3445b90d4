import { addresses } from '../addresses.ts'
import { type Html, html } from '../../markup/html.ts'
import { everywhere, layout } from '../parts/layout.ts'
import { releaseList } from '../parts/release-list.ts'
import type { Reader } from '../reader.ts'
import { type Site, articlesIn } from '../site.ts'

/** Every release in the reader's language, the latest first. */
export const releasesPage = (site: Site, reader: Reader): Html =>
  layout(site, reader, {
    title: reader.word('portal.releases'),
    path: addresses.releases(reader.language),
    section: 'releases',
    crumbs: [{ label: reader.say('portal.releases'), path: addresses.releases(reader.language) }],
    alternates: everywhere(site, addresses.releases),
    sides: 2,
    main: html`<div class="plain">
      <h1>${reader.say('portal.releases')}</h1>
      <p class="tools">
        <a href="${addresses.feed(reader.language)}">${reader.say('portal.subscribe')}</a>
        <a href="${addresses.jsonFeed(reader.language)}">${reader.say('portal.machine-readable')}</a>
      </p>
      ${releaseList(reader, articlesIn(site, reader.language), 2)}
    </div>`,
  })
