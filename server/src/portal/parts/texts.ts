import { directionOf } from '@parley/messages/choose-catalogue'
import { formatDate } from '@parley/messages/dates'
import { addresses } from '../addresses.ts'
import { formatList, languageName } from '@parley/messages/quantities'
import type { PublicMeeting, PublicText, Signature } from '../../application/archive/public-record.ts'
import { type Content, html } from '../../markup/html.ts'
import { dateElement, hostZone } from '../moment.ts'
import { type Reader, baseOf, inEveryLanguage, lines, ownName } from '../reader.ts'
import { languageNames } from './layout.ts'
import { personLink } from './meeting-facts.ts'
import { marked, partyOf, sideTitle } from './sides.ts'

/** The adopted texts, every language beside the others, with what was declared and signed upon them. */
export const textsSideBySide = (reader: Reader, meeting: PublicMeeting): Content =>
  meeting.texts
    .filter((text) => text.adopted !== undefined)
    .map(
      (text) =>
        html`<section class="instrument" aria-labelledby="text-${text.text}">
          <h2 class="sec" id="text-${text.text}">
            ${reader.title(text.title)} <span class="aside">${adoption(reader, meeting, text)}</span>
          </h2>
          ${pending(reader, meeting, text)}
          <p class="small">
            ${
              text.languages.length > 1
                ? html`<a class="quiet" href="${addresses.explainer(reader.language, 'equally-authentic')}"
                    >${reader.say('portal.equally-authentic', {
                      languages: formatList(
                        reader.catalogue,
                        text.languages.map((language) => writtenLanguage(reader, language)),
                      ),
                    })}</a
                  >`
                : languageNames(text.languages)
            }
          </p>
          ${parallel(reader, text)} ${statements(reader, meeting, text)}
          ${signatures(reader, meeting, 'portal.initialled', text.initialled)}
          ${signatures(reader, meeting, 'portal.signatures', text.signed)}
        </section>`,
    )

/** 俄语 is the language, 俄文 the language of a text. */
const writtenLanguage = ({ catalogue }: Reader, language: string): string => {
  const name = languageName(catalogue, language)
  return catalogue === 'zh' ? name.replace(/语$/u, '文') : name
}

const adoption = (reader: Reader, meeting: PublicMeeting, { adopted }: PublicText): Content =>
  adopted !== undefined &&
  html`<a class="quiet" href="${addresses.explainer(reader.language, 'consensus')}"
    >${reader.say('portal.adopted-on', {
      date: formatDate(reader.catalogue, adopted.at, hostZone(meeting), 'date'),
      mode: reader.word(`adoption-mode.${adopted.mode}`),
    })}</a
  >`

const pending = (reader: Reader, meeting: PublicMeeting, { adopted, confirmed }: PublicText): Content => {
  const waiting = (adopted?.adReferendum ?? []).filter(
    (delegation) => !confirmed.some((confirmation) => confirmation.delegation === delegation),
  )
  const names = waiting.map((delegation) => {
    const party = partyOf(meeting.delegations, delegation)
    return party === undefined ? delegation : reader.plain(party.side ?? party.name)
  })
  return (
    names.length > 0 &&
    html`<p class="correction">
      ${reader.say('portal.pending-confirmation', { delegations: formatList(reader.catalogue, names) })}
    </p>`
  )
}

/** One row a block, one column a language; the reader's language first. */
const parallel = (reader: Reader, { languages, adopted, text }: PublicText): Content => {
  const columns = [...languages].toSorted(
    (a, b) => Number(baseOf(b) === baseOf(reader.language)) - Number(baseOf(a) === baseOf(reader.language)),
  )
  // More than two columns can run off a phone's side: whoever uses a keyboard has to be able to get there.
  const scrolls = columns.length > 2
  return html`<div
    class="scroll"
    ${scrolls && html` tabindex="0" role="group" aria-label="${reader.word('portal.side-by-side')}"`}
  >
    <table class="parallel of${Math.min(columns.length, 4)}">
      <caption class="vh">
        ${reader.say('portal.side-by-side')}
      </caption>
      <thead>
        <tr>
          ${columns.map((language) => html`<th scope="col" lang="${language}" dir="${directionOf(language)}">${ownName(language)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${adopted?.blocks.map(
          ({ block, kind, body }) =>
            html`<tr class="${kind}" id="block-${text}.${block}">
              ${columns.map(
                (language) =>
                  html`<td lang="${language}" dir="${directionOf(language)}">
                    ${lines((body[language] ?? []).map(({ s }) => s).join(''))}
                  </td>`,
              )}
            </tr> `,
        )}
      </tbody>
    </table>
  </div>`
}

const statements = (reader: Reader, meeting: PublicMeeting, { statements }: PublicText): Content =>
  statements.length > 0 &&
  html`<h3>${reader.say('portal.statements-attached')}</h3>
    ${statements.map(({ delegation, kind, body }) => {
      const party = partyOf(meeting.delegations, delegation)
      return html`<div class="statement">
        <p class="kicker">
          ${marked(meeting.delegations, delegation, party === undefined ? delegation : sideTitle(reader, party))}
          · ${reader.say(`attached.${kind}`)}
        </p>
        ${inEveryLanguage(reader, meeting.languages, body).map(([language, passage]) => html`<blockquote lang="${language}" dir="${directionOf(language)}">${lines(passage)}</blockquote>`)}
      </div>`
    })}`

const signatures = (
  reader: Reader,
  meeting: PublicMeeting,
  title: 'portal.initialled' | 'portal.signatures',
  given: readonly Signature[],
): Content =>
  given.length > 0 &&
  html`<h3>${reader.say(title)}</h3>
    <ul class="short">
      ${given.map(
        ({ delegation, seat, at }) =>
          html`<li>
            ${marked(meeting.delegations, delegation, personLink(reader, meeting, seat))}<span class="small"
              >${dateElement(reader, at, hostZone(meeting))}</span
            >
          </li>`,
      )}
    </ul>`
