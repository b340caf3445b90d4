import type { PublicMeeting } from '../../application/archive/public-record.ts'
import { addresses } from '../addresses.ts'
import { type Content, html, joined } from '../../markup/html.ts'
import { dateElement, hostZone } from '../moment.ts'
import { actors, personIn } from '../people.ts'
import { type Reader, baseOf } from '../reader.ts'
import { languageNames } from './layout.ts'
import { textPicture } from './pictures.ts'
import { marked } from './sides.ts'

/** What the release is about, beside it: meeting, day, theme, people, agenda, text. */
export const meetingFacts = (reader: Reader, meeting: PublicMeeting): Content => {
  const at = addresses.meeting(reader.language, meeting)
  return html`<aside class="facts" aria-labelledby="facts">
    <h2 id="facts">${reader.say('portal.facts')}</h2>
    <dl>
      <div>
        <dt>${reader.say('portal.fact-meeting')}</dt>
        <dd>
          <a href="${addresses.dialogue(reader.language, meeting.dialogue)}"
            >${reader.name(meeting.dialogueName)}</a
          >
        </dd>
        <dd><a href="${at}">${reader.say('portal.public-record')}</a></dd>
      </div>
      <div>
        <dt>${reader.say('portal.fact-date')}</dt>
        <dd>
          ${dateElement(reader, meeting.heldAt, hostZone(meeting))} · ${reader.say(`mode.${meeting.mode}`)}
        </dd>
      </div>
      ${theme(reader, meeting, at)} ${heads(reader, meeting)} ${chair(reader, meeting)}
      ${agenda(reader, meeting)}
    </dl>
    ${adopted(reader, meeting)}
  </aside>`
}

/** A side's own wording comes first in that side's language; that the others word it differently is said beside it. */
const theme = (reader: Reader, meeting: PublicMeeting, at: string): Content => {
  const own = meeting.delegations.find(
    ({ id, language }) => baseOf(language) === baseOf(reader.language) && meeting.themeOf[id] !== undefined,
  )
  const label =
    own === undefined
      ? reader.say('portal.fact-theme')
      : reader.say('portal.fact-theme-of', { side: reader.plain(own.side ?? own.name) })
  const wording = (own === undefined ? undefined : meeting.themeOf[own.id]) ?? meeting.theme
  const others = Object.keys(meeting.themeOf).length > 0
  return html`<div>
    <dt>${label}</dt>
    <dd>${reader.name(wording)}</dd>
    ${
      others &&
      html`<dd>
        <a href="${at}#theme"
          >${reader.say(meeting.delegations.length === 2 ? 'portal.theme-differs' : 'portal.themes-differ')}</a
        >
      </dd>`
    }
  </div>`
}

/** The side whose language the page is in comes first, as its own press has it. */
const heads = (reader: Reader, meeting: PublicMeeting): Content => {
  const own = meeting.delegations.find(({ language }) => baseOf(language) === baseOf(reader.language))?.id
  const found = meeting.people
    .filter(({ role, active }) => role === 'head' && active)
    .toSorted((a, b) => Number(b.delegation === own) - Number(a.delegation === own))
  return (
    found.length > 0 &&
    html`<div>
      <dt>${reader.say('portal.fact-heads')}</dt>
      ${found.map(
        ({ seat, delegation }) =>
          html`<dd>${marked(meeting.delegations, delegation, personLink(reader, meeting, seat))}</dd>`,
      )}
    </div>`
  )
}

const chair = (reader: Reader, meeting: PublicMeeting): Content =>
  meeting.chair.length > 0 &&
  html`<div>
    <dt>${reader.say(meeting.chair.length > 1 ? 'portal.fact-co-chairs' : 'portal.fact-chair')}</dt>
    ${meeting.chair.map((seat) => html`<dd>${personLink(reader, meeting, seat)}</dd>`)}
  </div>`

/** A person's name, leading to the page of what the person did if there is one. */
export const personLink = (reader: Reader, meeting: PublicMeeting, seat: string): Content => {
  const person = personIn(meeting, seat)
  if (person === undefined) return seat
  const name = reader.name(person.person.name)
  return actors(meeting).has(seat)
    ? html`<a class="quiet" href="${addresses.person(reader.language, meeting, seat)}">${name}</a>`
    : name
}

const agenda = (reader: Reader, meeting: PublicMeeting): Content => {
  const kinds = Map.groupBy(
    meeting.items.filter(({ item }) => item.kind !== 'break'),
    ({ item }) => item.kind,
  )
  const parts = [...kinds].map(([kind, items]) => {
    const count = kind === 'messages' ? meeting.messages.length : items.length
    return html`${reader.say(`item-kind.${kind}`)}${count > 1 && html` <span class="num">×${count}</span>`}`
  })
  return (
    parts.length > 0 &&
    html`<div>
      <dt>${reader.say('portal.fact-agenda')}</dt>
      <dd>${joined(parts, ' · ')}</dd>
    </div>`
  )
}

const adopted = (reader: Reader, meeting: PublicMeeting): Content =>
  meeting.texts
    .filter((text) => text.adopted !== undefined)
    .map(
      (text) =>
        html`<a class="adopted" href="${addresses.text(reader.language, meeting, text.text)}">
          ${textPicture(text.languages.length)}
          <span class="label">${reader.say('portal.adopted-text')}</span>
          <strong>${reader.title(text.title)}</strong>
          <span class="small">${languageNames(text.languages)}</span>
        </a>`,
    )
