import type { PublicDialogue, PublicMeeting } from '../../application/archive/public-record.ts'
import { currentEdition } from '../../application/archive/public-record.ts'
import { addresses } from '../addresses.ts'
import { type Content, type Html, html, joined } from '../../markup/html.ts'
import { dateElement, hostZone } from '../moment.ts'
import { everywhere, layout } from '../parts/layout.ts'
import { releaseList } from '../parts/release-list.ts'
import { seriesLine } from '../parts/series-line.ts'
import { marked, partyOf } from '../parts/sides.ts'
import { peopleOf } from '../people.ts'
import { type Reader, meetingName } from '../reader.ts'
import { type Site, articlesIn } from '../site.ts'

/** Every dialogue with its meetings. */
export const dialoguesPage = (site: Site, reader: Reader): Html =>
  layout(site, reader, {
    title: reader.word('portal.meetings'),
    path: addresses.dialogues(reader.language),
    section: 'meetings',
    crumbs: [{ label: reader.say('portal.meetings'), path: addresses.dialogues(reader.language) }],
    alternates: everywhere(site, addresses.dialogues),
    sides: 2,
    main: html`<div class="plain">
      <h1>${reader.say('portal.meetings')}</h1>
      ${site.record.dialogues.length === 0 && html`<p class="none">${reader.say('portal.nothing-yet')}</p>`}
      ${site.record.dialogues.map(
        (dialogue) =>
          html`<section>
            <h2 class="sec">
              <a class="own" href="${addresses.dialogue(reader.language, dialogue.dialogue)}"
                >${reader.name(dialogue.name)}</a
              >
              <span class="aside"
                >${reader.say('portal.meetings-count', { count: dialogue.meetings.length })}</span
              >
            </h2>
            ${seriesLine(reader, dialogue)} ${timeline(reader, dialogue.meetings)}
          </section>`,
      )}
    </div>`,
  })

/** One dialogue: its parties, its meetings as a line through time, its releases, its people. */
export const dialoguePage = (site: Site, reader: Reader, dialogue: PublicDialogue): Html => {
  const path = (language: string): string => addresses.dialogue(language, dialogue.dialogue)
  const people = peopleOf(dialogue)
  return layout(site, reader, {
    title: reader.plain(dialogue.name),
    path: path(reader.language),
    section: 'meetings',
    crumbs: [
      { label: reader.say('portal.meetings'), path: addresses.dialogues(reader.language) },
      { label: reader.name(dialogue.name), path: path(reader.language) },
    ],
    alternates: everywhere(site, path),
    sides: dialogue.parties.length,
    head: html`<link
      rel="alternate"
      type="application/atom+xml"
      href="${addresses.dialogueFeed(reader.language, dialogue.dialogue)}"
      title="${reader.plain(dialogue.name)}"
    />`,
    main: html`<article class="plain">
      <header>
        <p class="kicker">${reader.say('portal.kind-dialogue')}</p>
        <h1>${reader.name(dialogue.name)}</h1>
        <p class="deck">
          ${joined(
            dialogue.parties.map(({ id, name }) => marked(dialogue.parties, id, reader.name(name))),
            ' ',
          )}
        </p>
      </header>
      <section aria-labelledby="series">
        <h2 class="sec" id="series">
          ${reader.say('portal.all-meetings')}
          <span class="aside"
            >${reader.say('portal.meetings-count', { count: dialogue.meetings.length })}</span
          >
        </h2>
        ${seriesLine(reader, dialogue)} ${timeline(reader, dialogue.meetings)}
      </section>
      <section aria-labelledby="releases">
        <h2 class="sec" id="releases">
          ${reader.say('portal.releases')}
          <a href="${addresses.dialogueFeed(reader.language, dialogue.dialogue)}"
            >${reader.say('portal.subscribe')}</a
          >
        </h2>
        ${releaseList(
          reader,
          articlesIn(site, reader.language).filter(({ meeting }) => meeting.dialogue === dialogue.dialogue),
          3,
        )}
      </section>
      <section aria-labelledby="people">
        <h2 class="sec" id="people">${reader.say('portal.people')}</h2>
        <ul class="people">
          ${people.map(
            ({ appearances: [{ meeting, as }] }) =>
              html`<li>
                ${marked(meeting.delegations, as.delegation, html`<a href="${addresses.person(reader.language, meeting, as.seat)}">${reader.name(as.person.name)}</a>`)}${as.person.office !== undefined && html`<span class="small">${reader.name(as.person.office)}</span>`}
              </li>`,
          )}
        </ul>
      </section>
    </article>`,
  })
}

const timeline = (reader: Reader, meetings: readonly PublicMeeting[]): Content =>
  html`<ol class="timeline">
    ${meetings.map(
      (meeting) =>
        html`<li>
          <div class="no" aria-hidden="true">${meeting.number}</div>
          <div>
            <p class="when">
              ${dateElement(reader, meeting.heldAt, hostZone(meeting))} ·
              ${reader.say(`mode.${meeting.mode}`)}${host(reader, meeting)}
            </p>
            <h3>
              <a href="${addresses.meeting(reader.language, meeting)}"
                >${reader.framed(meetingName(reader, meeting.number))}</a
              >
            </h3>
            <p class="sum">${reader.name(meeting.theme)}</p>
            <p class="small">${summary(reader, meeting)}</p>
          </div>
        </li>`,
    )}
  </ol>`

const host = (reader: Reader, meeting: PublicMeeting): Content => {
  const party = partyOf(meeting.delegations, meeting.host)
  return (
    party !== undefined && [
      ' · ',
      reader.say('portal.labelled', {
        label: reader.word('portal.fact-host'),
        value: reader.plain(party.side ?? party.name),
      }),
    ]
  )
}

const summary = (reader: Reader, meeting: PublicMeeting): Content => {
  const adopted = meeting.texts.filter((text) => text.adopted !== undefined)
  const releases = meeting.releases.flatMap((release) => {
    const version = release.versions.find(({ language }) => language === reader.language)
    const edition = version === undefined ? undefined : currentEdition(version)
    return edition === undefined
      ? []
      : [
          html`<a href="${addresses.release(reader.language, meeting, release)}"
            >${edition.expression.headline}</a
          >`,
        ]
  })
  return joined(
    [
      ...adopted.map(
        ({ text, title }) =>
          html`<a href="${addresses.text(reader.language, meeting, text)}">${reader.title(title)}</a>`,
      ),
      ...releases,
    ],
    ' · ',
  )
}
