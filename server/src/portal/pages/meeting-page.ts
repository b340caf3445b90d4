import type { PublishedSource } from '@parley/domain/meeting/convening'
import type { PublicMeeting } from '../../application/archive/public-record.ts'
import { currentEdition } from '../../application/archive/public-record.ts'
import { addresses } from '../addresses.ts'
import { type Content, type Html, html, jsonLd } from '../../markup/html.ts'
import { dateElement, hostZone, isoInstant, timeElement } from '../moment.ts'
import { agendaAsItRan } from '../parts/agenda.ts'
import { everywhere, languageNames, layout } from '../parts/layout.ts'
import { personLink } from '../parts/meeting-facts.ts'
import { marked, partyOf, sideTitle } from '../parts/sides.ts'
import { textsSideBySide } from '../parts/texts.ts'
import { timesSection } from '../parts/times.ts'
import { type Reader, inEveryLanguage, inLanguage, meetingName } from '../reader.ts'
import type { Site } from '../site.ts'

/** What is public of a meeting's record. */
export const meetingPage = (site: Site, reader: Reader, meeting: PublicMeeting): Html => {
  const path = (language: string): string => addresses.meeting(language, meeting)
  const name = meetingName(reader, meeting.number)
  return layout(site, reader, {
    title: `${name} · ${reader.plain(meeting.dialogueName)}`,
    description: reader.plain(meeting.theme),
    path: path(reader.language),
    section: 'meetings',
    crumbs: [
      { label: reader.say('portal.meetings'), path: addresses.dialogues(reader.language) },
      {
        label: reader.name(meeting.dialogueName),
        path: addresses.dialogue(reader.language, meeting.dialogue),
      },
      { label: reader.framed(name), path: path(reader.language) },
    ],
    alternates: everywhere(site, path),
    sides: meeting.delegations.length,
    removalPath: path(reader.language),
    head: jsonLd(event(site, reader, meeting)),
    main: html`<article class="record">
      <header>
        <p class="kicker">${reader.name(meeting.dialogueName)} · ${reader.say('portal.public-record')}</p>
        <h1>${reader.framed(name)}</h1>
        <p class="deck">${reader.name(meeting.theme)}</p>
      </header>
      ${margin(reader, meeting)}
      <div class="sections">
        ${retrospective(reader, meeting)} ${releases(reader, meeting)} ${themes(reader, meeting)}
        ${agendaAsItRan(reader, meeting)} ${messages(reader, meeting)} ${timesSection(reader, meeting)}
        ${textsSideBySide(reader, meeting)} ${delegations(reader, meeting)} ${notes(reader, meeting)}
        ${verification(reader, meeting)}
      </div>
    </article>`,
  })
}

const margin = (reader: Reader, meeting: PublicMeeting): Content => {
  const host = partyOf(meeting.delegations, meeting.host)
  return html`<div class="margin">
    <dl>
      <div>
        <dt>${reader.say('portal.fact-date')}</dt>
        <dd>${dateElement(reader, meeting.heldAt, hostZone(meeting))}</dd>
        <dd>${reader.begin(`mode.${meeting.mode}`)}</dd>
      </div>
      ${
        host !== undefined &&
        html`<div>
          <dt>${reader.say('portal.fact-host')}</dt>
          <dd>${sideTitle(reader, host)}</dd>
        </div>`
      }
      ${
        meeting.chair.length > 0 &&
        html`<div>
          <dt>${reader.say(meeting.chair.length > 1 ? 'portal.fact-co-chairs' : 'portal.fact-chair')}</dt>
          ${meeting.chair.map((seat) => html`<dd>${personLink(reader, meeting, seat)}</dd>`)}
        </div>`
      }
      <div>
        <dt>${reader.say('portal.fact-languages')}</dt>
        <dd>${languageNames(meeting.languages)}</dd>
      </div>
    </dl>
  </div>`
}

const retrospective = (reader: Reader, meeting: PublicMeeting): Content =>
  meeting.retrospective !== undefined &&
  html`<aside class="correction">
    <p>${reader.say('portal.retrospective')}</p>
    <p id="sources"><b>${reader.say('portal.sources')}</b></p>
    <ul aria-labelledby="sources">
      ${meeting.retrospective.sources.map((source) => html`<li>${published(source)}</li>`)}
    </ul>
  </aside>`

/** A source by its title, marked with the title's language where that is known. */
const published = ({ title, publisher, url, language }: PublishedSource): Content => {
  const named = language === undefined ? title : inLanguage(language, title)
  return [
    isWebAddress(url) ? html`<a href="${url}" rel="nofollow noopener">${named}</a>` : named,
    publisher !== undefined && ` · ${publisher}`,
  ]
}

const isWebAddress = (url: string | undefined): url is string =>
  url !== undefined && /^https?:\/\//i.test(url)

const releases = (reader: Reader, meeting: PublicMeeting): Content => {
  const shown = meeting.releases.flatMap((release) => {
    const versions = release.versions.filter((version) => currentEdition(version) !== undefined)
    const version = versions.find(({ language }) => language === reader.language) ?? versions[0]
    return version === undefined
      ? []
      : [{ release, version, languages: versions.map(({ language }) => language) }]
  })
  return (
    shown.length > 0 &&
    html`<section aria-labelledby="releases">
      <h2 class="sec" id="releases">${reader.say('portal.releases')}</h2>
      <ul class="short">
        ${shown.map(
          ({ release, version, languages }) =>
            html`<li>
              <a
                href="${addresses.release(version.language, meeting, release)}"
                hreflang="${version.language}"
                >${reader.name({ [version.language]: currentEdition(version)?.expression.headline ?? '' })}</a
              ><span class="small"
                >${timeElement(reader, version.editions[0]?.at ?? release.publishedAt, hostZone(meeting), 'date-time')}
                · ${languageNames(languages)}</span
              >
            </li>`,
        )}
      </ul>
    </section>`
  )
}

/** The theme in every language, and each side's own wording where it has one. */
const themes = (reader: Reader, meeting: PublicMeeting): Content =>
  html`<section aria-labelledby="theme">
    <h2 class="sec" id="theme">${reader.say('portal.fact-theme')}</h2>
    <div class="wordings">
      ${wordings(reader, meeting, meeting.theme)}${meeting.delegations
        .filter(({ id }) => meeting.themeOf[id] !== undefined)
        .map(
          (party) =>
            html`<div class="own">
              <h3>${marked(meeting.delegations, party.id, sideTitle(reader, party))}</h3>
              ${wordings(reader, meeting, meeting.themeOf[party.id] ?? {})}
            </div>`,
        )}
    </div>
  </section>`

/** In every language: the reader's first, then as the meeting names its own, then those given as a courtesy. */
const wordings = (
  reader: Reader,
  { languages }: PublicMeeting,
  wording: Readonly<Record<string, string>>,
): Content =>
  html`<ul>
    ${inEveryLanguage(reader, languages, wording).map(([language, text]) => html`<li>${inLanguage(language, text)}</li>`)}
  </ul>`

const messages = (reader: Reader, meeting: PublicMeeting): Content =>
  meeting.messages.length > 0 &&
  html`<section aria-labelledby="messages">
    <h2 class="sec" id="messages">${reader.say('portal.messages')}</h2>
    <ul class="short">
      ${meeting.messages.map(
        ({ author, delegation, form, reader: seat }) =>
          html`<li>
            ${marked(meeting.delegations, delegation, html`${reader.name(author.name)} · ${reader.say(`message-form.${form}`)}`)}<span
              class="small"
              >${author.office !== undefined && html`${reader.name(author.office)} · `}${reader.say('portal.read-by', { reader: readerName(reader, meeting, seat) })}</span
            >
          </li>`,
      )}
    </ul>
  </section>`

const readerName = (reader: Reader, meeting: PublicMeeting, seat: string): string => {
  const person = meeting.people.find((one) => one.seat === seat)
  return person === undefined ? seat : reader.plain(person.person.name)
}

const delegations = (reader: Reader, meeting: PublicMeeting): Content =>
  html`<section aria-labelledby="delegations">
    <h2 class="sec" id="delegations">${reader.say('portal.fact-delegations')}</h2>
    <div class="columns">
      ${meeting.delegations.map(
        (party) =>
          html`<div>
            <h3>${marked(meeting.delegations, party.id, reader.name(party.name))}</h3>
            ${peopleList(
              reader,
              meeting,
              meeting.people.filter(({ delegation }) => delegation === party.id).map(({ seat }) => seat),
            )}
          </div>`,
      )}${others(reader, meeting)}
    </div>
  </section>`

const others = (reader: Reader, meeting: PublicMeeting): Content => {
  const seats = meeting.people.filter(({ role }) => role === 'officer').map(({ seat }) => seat)
  return (
    seats.length > 0 &&
    html`<div>
      <h3>${reader.begin('role.officer')}</h3>
      ${peopleList(reader, meeting, seats)}
    </div>`
  )
}

const peopleList = (reader: Reader, meeting: PublicMeeting, seats: readonly string[]): Content =>
  html`<ul class="people">
    ${seats.flatMap((seat) => {
      const person = meeting.people.find((one) => one.seat === seat)
      return person === undefined
        ? []
        : [
            html`<li>
              ${personLink(reader, meeting, seat)}<span class="small"
                >${person.person.office === undefined ? reader.say(`role.${person.role}`) : reader.name(person.person.office)}</span
              >
            </li>`,
          ]
    })}
  </ul>`

const notes = (reader: Reader, meeting: PublicMeeting): Content =>
  meeting.notes.length > 0 &&
  html`<section aria-labelledby="notes">
    <h2 class="sec" id="notes">${reader.say('portal.notes')}</h2>
    ${meeting.notes.map((note) => html`<p class="prose">${reader.passage(note)}</p>`)}
  </section>`

const verification = (reader: Reader, meeting: PublicMeeting): Content =>
  html`<section class="verify" aria-labelledby="verification">
    <h2 class="sec" id="verification">${reader.say('portal.verification')}</h2>
    <p class="prose">${reader.say('portal.verify-lead')}</p>
    <dl class="prints">
      ${meeting.texts.flatMap((text) =>
        text.adopted === undefined
          ? []
          : [
              html`<div>
                <dt>${reader.name(text.title)}</dt>
                <dd class="mono">${text.adopted.root}</dd>
              </div>`,
            ],
      )}
    </dl>
    <p>
      <a href="${addresses.checkpoint(meeting)}">${reader.say('portal.checkpoint')}</a> ·
      <a href="${addresses.explainer(reader.language, 'verify')}">${reader.say('portal.verify-title')}</a>
    </p>
  </section>`

const event = (site: Site, reader: Reader, meeting: PublicMeeting): unknown => ({
  '@context': 'https://schema.org',
  '@type': 'Event',
  name: `${reader.plain(meeting.dialogueName)}: ${meetingName(reader, meeting.number)}`,
  description: reader.plain(meeting.theme),
  startDate: isoInstant(meeting.heldAt),
  ...(meeting.adjournedAt === undefined || meeting.retrospective !== undefined
    ? {}
    : { endDate: isoInstant(meeting.adjournedAt) }),
  eventStatus: 'https://schema.org/EventScheduled',
  url: site.origin + addresses.meeting(reader.language, meeting),
  inLanguage: meeting.languages,
  organizer: meeting.delegations.map(({ name }) => ({ '@type': 'Organization', name: reader.plain(name) })),
  superEvent: {
    '@type': 'EventSeries',
    name: reader.plain(meeting.dialogueName),
    url: site.origin + addresses.dialogue(reader.language, meeting.dialogue),
  },
})
