import type { Piece } from '../../application/search/excerpt.ts'
import { addresses } from '../addresses.ts'
import type { Hit } from '../finder.ts'
import { type Content, type Html, html } from '../../markup/html.ts'
import { shortDateElement } from '../moment.ts'
import { everywhere, languageNames, layout } from '../parts/layout.ts'
import { picture, pictureFor } from '../parts/pictures.ts'
import { type Reader, baseOf, meetingName } from '../reader.ts'
import type { Site } from '../site.ts'
import type { WorkKind } from '../works.ts'

const KIND_WORDS = {
  release: 'portal.kind-release',
  meeting: 'portal.public-record',
  text: 'portal.kind-adopted-text',
  exchange: 'portal.kind-exchange',
  times: 'portal.kind-record',
  person: 'portal.kind-person',
  topic: 'portal.kind-topic',
  explainer: 'portal.kind-explainer',
} as const satisfies Record<WorkKind, string>

/** The search form, and what was found; each work once, whatever the number of its languages. */
export const searchPage = (
  site: Site,
  reader: Reader,
  query: string,
  found: { readonly total: number; readonly hits: readonly Hit[] } | undefined,
): Html =>
  layout(site, reader, {
    title: query === '' ? reader.word('portal.search') : `${query} · ${reader.word('portal.search')}`,
    path: addresses.search(reader.language),
    section: 'search',
    crumbs: [{ label: reader.say('portal.search'), path: addresses.search(reader.language) }],
    alternates: everywhere(site, addresses.search),
    sides: 2,
    hidden: query !== '',
    main: html`<div class="plain">
      <h1>${reader.say('portal.search')}</h1>
      <form class="search" action="${addresses.search(reader.language)}" method="get" role="search">
        <label for="q">${reader.say('portal.search-label')}</label>
        <input
          id="q"
          name="q"
          type="search"
          value="${query}"
          maxlength="200"
          placeholder="${reader.word('portal.search-placeholder')}"
          dir="auto"
        />
        <button>${reader.say('portal.search-button')}</button>
      </form>
      ${found !== undefined && results(reader, query, found)}
    </div>`,
  })

const results = (
  reader: Reader,
  query: string,
  { total, hits }: { readonly total: number; readonly hits: readonly Hit[] },
): Content =>
  total === 0
    ? html`<p role="status">${reader.say('portal.search-none', { query })}</p>
        <p class="small">${reader.say('portal.search-hint')}</p>`
    : html`<p role="status" class="small">${reader.say('portal.search-results', { count: total, query })}</p>
        <div class="related">
          <ol class="hits">
            ${hits.map((hit) => result(reader, hit))}
          </ol>
        </div>`

const result = (reader: Reader, { work, language, title, excerpt, path, languages }: Hit): Content => {
  const foreign = baseOf(language) !== baseOf(reader.language)
  return html`<li>${picture(pictureFor(work.picture, title.map(({ text }) => text).join('')))}<div>
<div class="kind"><span>${reader.say(KIND_WORDS[work.kind])}${work.meeting !== undefined && html` · ${reader.name(work.meeting.dialogueName)} · ${reader.framed(meetingName(reader, work.meeting.number))}`}</span>${work.day !== undefined && shortDateElement(reader, work.day.at, work.day.timeZone)}</div>
<h2${foreign && html` lang="${language}" dir="auto"`}><a href="${path}">${marked(title)}</a></h2>
<p${foreign && html` lang="${language}" dir="auto"`}>${marked(excerpt)}</p>
${work.languages !== undefined && html`<p class="small">${languageNames(languages)}</p>`}</div></li>
`
}

const marked = (pieces: readonly Piece[]): Content =>
  pieces.map(({ text, found }) => (found ? html`<mark>${text}</mark>` : text))
