import type { PublicMeeting } from '../../application/archive/public-record.ts'
import { addresses } from '../addresses.ts'
import { type Content, type Html, html } from '../../markup/html.ts'
import { dateElement, duration, hostZone } from '../moment.ts'
import { everywhere, layout } from '../parts/layout.ts'
import { marked, partyOf } from '../parts/sides.ts'
import type { Appearance, PersonFile } from '../people.ts'
import { type Reader, capitalised, meetingName } from '../reader.ts'
import type { Site } from '../site.ts'
import { isShown } from '../times.ts'

/** What the record says of one person, meeting by meeting; facts only. */
export const personPage = (site: Site, reader: Reader, { appearances }: PersonFile): Html => {
  const [{ meeting, as }] = appearances
  const path = (language: string): string => addresses.person(language, meeting, as.seat)
  const party = partyOf(meeting.delegations, as.delegation)
  return layout(site, reader, {
    title: reader.plain(as.person.name),
    path: path(reader.language),
    section: 'meetings',
    crumbs: [
      { label: reader.say('portal.meetings'), path: addresses.dialogues(reader.language) },
      {
        label: reader.name(meeting.dialogueName),
        path: addresses.dialogue(reader.language, meeting.dialogue),
      },
      { label: reader.name(as.person.name), path: path(reader.language) },
    ],
    alternates: everywhere(site, path),
    sides: meeting.delegations.length,
    removalPath: path(reader.language),
    main: html`<article class="plain">
      <header>
        <p class="kicker">
          ${party === undefined ? reader.say(`role.${as.role}`) : marked(meeting.delegations, party.id, reader.name(party.name))}
        </p>
        <h1>${reader.name(as.person.name)}</h1>
        <p class="deck">${names(reader, as.person.name)}</p>
      </header>
      <section aria-labelledby="statements">
        <h2 class="sec" id="statements">${reader.say('portal.statements-by')}</h2>
        <ol class="timeline">
          ${appearances.map((appearance) => entry(reader, appearance))}
        </ol>
      </section>
    </article>`,
  })
}

const names = (reader: Reader, name: Readonly<Record<string, string>>): Content =>
  Object.entries(name)
    .filter(([, text]) => text !== reader.plain(name))
    .map(([language, text], place) => [
      place > 0 && ' · ',
      html`<span lang="${language}" dir="auto">${text}</span>`,
    ])

const entry = (reader: Reader, { meeting, as }: Appearance): Content =>
  html`<li>
    <div class="no" aria-hidden="true">${meeting.number}</div>
    <div>
      <p class="when">${dateElement(reader, meeting.heldAt, hostZone(meeting))}</p>
      <h3>
        <a href="${addresses.meeting(reader.language, meeting)}"
          >${reader.framed(meetingName(reader, meeting.number))}</a
        >
      </h3>
      <p class="small">
        ${as.person.office === undefined ? reader.say(`role.${as.role}`) : reader.name(as.person.office)}
      </p>
      <ul class="short">
        ${deeds(reader, meeting, as.seat)}
      </ul>
    </div>
  </li>`

const deeds = (reader: Reader, meeting: PublicMeeting, seat: string): Content => [
  meeting.chair.includes(seat) &&
    html`<li>${reader.say(meeting.chair.length > 1 ? 'portal.fact-co-chairs' : 'portal.fact-chair')}</li>`,
  meeting.messages
    .filter((message) => message.reader === seat)
    .map(
      ({ form, author }) =>
        html`<li>
          ${reader.say('portal.message-of', { form: capitalised(reader.word(`message-form.${form}`)), author: reader.plain(author.name) })}
        </li>`,
    ),
  meeting.items.flatMap(({ item, turns }) =>
    turns
      .filter((turn) => turn.seat === seat && turn.kind !== 'message')
      .map(
        (turn) =>
          html`<li>
            <a href="${addresses.meeting(reader.language, meeting)}#item-${item.id}"
              >${reader.title(item.title)}</a
            ><span class="small"
              >${reader.say(`speech.${turn.kind}`)}${turn.used !== undefined && isShown(turn.used.usedMs) && html` · <span class="num">${reader.framed(duration(reader, turn.used.usedMs))}</span>`}</span
            >
          </li>`,
      ),
  ),
]
