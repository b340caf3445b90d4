import { addresses } from '../addresses.ts'
import { currentEdition } from '../../application/archive/public-record.ts'
import { excerpt } from '../../application/search/excerpt.ts'
import { type Content, html } from '../../markup/html.ts'
import { dateElement, hostZone } from '../moment.ts'
import { type Reader, meetingName } from '../reader.ts'
import { type Article, firstPublished, languagesOf } from '../site.ts'
import { type HeadingLevel, heading } from './heading.ts'
import { languageNames } from './layout.ts'

/** Releases as a list: date, headline, first sentence, languages; `level` is that of the headlines. */
export const releaseList = (reader: Reader, articles: readonly Article[], level: HeadingLevel): Content =>
  articles.length === 0
    ? html`<p class="none">${reader.say('portal.nothing-yet')}</p>`
    : html`<ol class="entries">
        ${articles.map((article) => entry(reader, article, level))}
      </ol>`

const entry = (reader: Reader, { meeting, release, version }: Article, level: HeadingLevel): Content => {
  const edition = currentEdition(version)
  if (edition === undefined) return undefined
  const { headline, deck, paragraphs } = edition.expression
  return html`<li>
    <p class="when">${dateElement(reader, firstPublished(version), hostZone(meeting))}</p>
    <div>
      <p class="kicker">
        ${reader.name(meeting.dialogueName)} · ${reader.framed(meetingName(reader, meeting.number))}
      </p>
      ${heading(level, html`<a href="${addresses.release(reader.language, meeting, release)}">${headline}</a>`)}
      <p class="sum">${excerpt(deck ?? paragraphs[0]?.text ?? '')}</p>
      <p class="small">${languageNames(languagesOf(release))}</p>
    </div>
  </li> `
}
