import { formatMinutes } from '@parley/messages/quantities'
import type { PublicItem, PublicMeeting, PublicTurn } from '../../application/archive/public-record.ts'
import { type Content, html } from '../../markup/html.ts'
import { duration } from '../moment.ts'
import { personIn } from '../people.ts'
import type { Reader } from '../reader.ts'
import { isShown } from '../times.ts'
import { personLink } from './meeting-facts.ts'
import { marked } from './sides.ts'

/** The agenda as it ran: items in order with planned and actual times, and everyone who spoke, in the order they did. */
export const agendaAsItRan = (reader: Reader, meeting: PublicMeeting): Content =>
  meeting.items.length > 0 &&
  html`<section aria-labelledby="agenda">
    <h2 class="sec" id="agenda">${reader.say('portal.agenda-as-it-ran')}</h2>
    <ol class="agenda">
      ${meeting.items.map((item, place) => entry(reader, meeting, item, place + 1))}
    </ol>
  </section>`

const entry = (reader: Reader, meeting: PublicMeeting, held: PublicItem, number: number): Content => {
  const { item, turns, notes } = held
  return html`<li id="item-${item.id}">
    <span class="no" aria-hidden="true">${number}</span>
    <div>
      <p class="kicker">${reader.begin(`item-kind.${item.kind}`)}${times(reader, meeting, held)}</p>
      <h3>${reader.title(item.title)}</h3>
      ${
        turns.length > 0
          ? html`<ol class="turns" aria-label="${reader.word('portal.speakers')}">
              ${turns.map((turn) => spoken(reader, meeting, turn))}
            </ol>`
          : named(reader, meeting, held)
      }
      ${notes.map((note) => html`<p class="note">${reader.passage(note)}</p>`)}
    </div>
  </li> `
}

const times = (reader: Reader, meeting: PublicMeeting, held: PublicItem): Content => {
  const planned = held.item.plannedMinutes
  const ran =
    held.takenUpAt === undefined || held.concludedAt === undefined || meeting.retrospective !== undefined
      ? undefined
      : held.concludedAt - held.takenUpAt
  return [
    planned !== undefined &&
      html` · ${reader.say('portal.planned')} ${reader.framed(formatMinutes(reader.catalogue, planned))}`,
    ran !== undefined &&
      isShown(ran) &&
      html` · ${reader.say('portal.actual')} ${reader.framed(duration(reader, ran))}`,
    held.status !== 'concluded' &&
      html` ·
      ${reader.say(meeting.adjournedAt === undefined ? `item-status.${held.status}` : 'portal.not-taken-up')}`,
  ]
}

const spoken = (reader: Reader, meeting: PublicMeeting, turn: PublicTurn): Content => {
  const office = personIn(meeting, turn.seat)?.person.office
  return html`<li>
    ${marked(meeting.delegations, turn.delegation, personLink(reader, meeting, turn.seat))}<span class="small"
      >${office !== undefined && html`${reader.name(office)} · `}${reader.say(`speech.${turn.kind}`)}${
        turn.used !== undefined &&
        isShown(turn.used.usedMs) &&
        html` ·
          <span class="num">${reader.framed(duration(reader, turn.used.usedMs))}</span
          >${turn.used.overtimeMs >= 1000 && html` · ${reader.say('portal.overtime', { duration: duration(reader, turn.used.overtimeMs) })}`}`
      }</span
    >
  </li>`
}

/** The people an item names, where nobody took the floor on it. */
const named = (reader: Reader, meeting: PublicMeeting, { item }: PublicItem): Content => {
  const seats = item.kind === 'exchange' ? item.between : 'speakers' in item ? (item.speakers ?? []) : []
  return (
    seats.length > 0 &&
    html`<ul class="turns">
      ${seats.map(
        (seat) =>
          html`<li>
            ${marked(meeting.delegations, personIn(meeting, seat)?.delegation, personLink(reader, meeting, seat))}
          </li>`,
      )}
    </ul>`
  )
}
