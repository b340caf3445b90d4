import type { PublicMeeting } from '../../application/archive/public-record.ts'
import { excerpt } from '../../application/search/excerpt.ts'
import { type Content, html } from '../../markup/html.ts'
import { shortDateElement } from '../moment.ts'
import { type Reader, baseOf, directionOfReader, meetingName, readerOf } from '../reader.ts'
import type { Related } from '../related.ts'
import type { Work } from '../works.ts'
import { picture, pictureFor } from './pictures.ts'

/** Related reading: why it is related, the day, title, one cut sentence, a typographic picture. */
export const relatedList = (reader: Reader, meeting: PublicMeeting, related: readonly Related[]): Content =>
  related.length > 0 &&
  html`<section class="related" aria-labelledby="rel">
    <h2 class="sec" id="rel">
      ${reader.say('portal.related')}
      <span class="aside">${reader.say('portal.related-order', { count: related.length })}</span>
    </h2>
    <ol>
      ${related.map((entry) => item(reader, meeting, entry))}
    </ol>
  </section>`

const item = (reader: Reader, meeting: PublicMeeting, { work, language, reason }: Related): Content => {
  const told = `${reader.word(reason)}${elsewhere(reader, meeting, work)}`
  const shown = readerOf(language)
  const { title, body, path } = work.worded(shown)
  const foreign = baseOf(language) !== baseOf(reader.language)
  return html`<li>
${picture(pictureFor(work.picture, title))}
<div${foreign && html` lang="${language}" dir="${directionOfReader(shown)}"`}>
<div class="kind"><span${foreign && html` lang="${reader.catalogue}"`}>${foreign ? told : reader.framed(told)}</span>${work.day !== undefined && shortDateElement(reader, work.day.at, work.day.timeZone)}</div>
<h3><a href="${path}"${foreign && html` hreflang="${language}"`}>${title}</a></h3>
<p>${excerpt(body)}</p>
</div>
</li>
`
}

/** Which meeting it is of, where that is neither this one nor plain from the reason. */
const elsewhere = (reader: Reader, here: PublicMeeting, { kind, meeting }: Work): string =>
  meeting === undefined || meeting === here || kind === 'meeting' || kind === 'person'
    ? ''
    : ` · ${meetingName(reader, meeting.number)}`
