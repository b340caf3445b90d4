import type { Catalogue } from '@parley/messages/choose-catalogue'
import { formatDate } from '@parley/messages/dates'
import { format } from '@parley/messages/format'
import { formatDuration } from '@parley/messages/quantities'
import type { DialogueView, MeetingView } from '@parley/protocol/views'
import { html, type Html } from '../markup/html.ts'
import { foyerPage } from './page.ts'
import { named } from './words.ts'

/** The page of a seat at a meeting: who you are, what the meeting is at, who speaks and who comes next. */
export const meetingSeatPage = (
  language: Catalogue,
  seat: string,
  meeting: MeetingView,
  room: string | undefined,
): string => {
  const person = meeting.people.find((one) => one.seat === seat)
  const party = meeting.delegations.findIndex(({ id }) => id === person?.delegation)
  return foyerPage(
    language,
    '/seat',
    html`<p class="quiet">${named(language, meeting.dialogueName)}</p>
      <h1>${named(language, meeting.theme)}</h1>
      <p class="quiet">${moment(language, meeting)}</p>
      <dl class="${party < 0 ? '' : `side side-${party}`}">
        ${row(format(language, 'foyer.you-are'), named(language, person?.person.name))}
        ${row(format(language, 'foyer.of-delegation'), named(language, meeting.delegations[party]?.name))}
        ${row(format(language, 'foyer.role'), person && html`${format(language, `role.${person.role}`)}`)}
        ${row(format(language, 'foyer.meeting-phase'), html`${format(language, `phase.${meeting.phase}`)}`)}
        ${row(format(language, 'foyer.current-item'), itemOf(language, meeting))}
        ${row(format(language, 'foyer.floor'), floorOf(language, seat, meeting))}
      </dl>
      ${meeting.current === undefined ? undefined : speakersOf(language, meeting)} ${actions(language, room)}`,
  )
}

/** The page of a seat that serves the dialogue as a whole: who you are, and the dialogue's meetings. */
export const dialogueSeatPage = (language: Catalogue, seat: string, dialogue: DialogueView): string => {
  const secretariat = dialogue.secretariats.find((one) => one.seat === seat)
  const party = dialogue.parties.findIndex(({ id }) => id === secretariat?.party)
  const meetings = dialogue.meetings.toReversed()
  return foyerPage(
    language,
    '/seat',
    html`<h1>${named(language, dialogue.name)}</h1>
      <dl class="${party < 0 ? '' : `side side-${party}`}">
        ${row(format(language, 'foyer.you-are'), named(language, secretariat?.person.name))}
        ${row(format(language, 'foyer.of-delegation'), named(language, dialogue.parties[party]?.name))}
      </dl>
      <h2>${format(language, 'portal.meetings')}</h2>
      <ol reversed>
        ${meetings.map(
          (meeting) =>
            html`<li value="${String(meeting.number)}">
              ${named(language, meeting.theme)}
              <span class="quiet">${format(language, `phase.${meeting.phase}`)}</span>
            </li> `,
        )}
      </ol>
      ${actions(language, undefined)}`,
  )
}

/** When it begins, by the clocks of the host's city. */
const moment = (language: Catalogue, meeting: MeetingView): string => {
  const host = meeting.delegations.find(({ id }) => id === meeting.host)
  return formatDate(language, meeting.startsAt, host?.timeZone ?? 'UTC', 'date-time')
}

const row = (term: string, value: Html | undefined): Html | undefined =>
  value &&
  html`<dt>${term}</dt>
    <dd>${value}</dd>`

const itemOf = (language: Catalogue, { agenda, current }: MeetingView): Html => {
  const item = agenda.find((one) => one.item.id === current)
  return named(language, item?.item.title) ?? html`${format(language, 'foyer.no-item')}`
}

const floorOf = (language: Catalogue, seat: string, meeting: MeetingView): Html => {
  const { floor } = meeting
  if (floor === undefined) return html`${format(language, 'foyer.floor-free')}`
  const left = formatDuration(language, Math.max(0, floor.remainingMs) / 1000)
  const time = format(language, 'foyer.time-left', { duration: left })
  const who =
    floor.seat === seat
      ? html`${format(language, 'foyer.floor-yours')}`
      : personOf(language, floor.seat, meeting)
  return html`${who} <span class="quiet">${format(language, `speech.${floor.kind}`)} · ${time}</span>`
}

const speakersOf = (language: Catalogue, meeting: MeetingView): Html => {
  const item = meeting.agenda.find((one) => one.item.id === meeting.current)
  const state = item?.list === 'open' ? 'foyer.list-is-open' : 'foyer.list-is-closed'
  return html`<h2>${format(language, 'foyer.list-of-speakers')}</h2>
    <p class="quiet">${format(language, state)}</p>
    ${
      meeting.speakers.length === 0
        ? html`<p>${format(language, 'foyer.list-is-empty')}</p>`
        : html`<ol>
            ${meeting.speakers.map(
              (one) =>
                html`<li>
                  ${personOf(language, one.seat, meeting)}
                  <span class="quiet">${format(language, `speech.${one.kind}`)}</span>
                </li> `,
            )}
          </ol>`
    }`
}

const personOf = (language: Catalogue, seat: string, meeting: MeetingView): Html => {
  const person = meeting.people.find((one) => one.seat === seat)
  return named(language, person?.person.name) ?? html`${seat}`
}

/** What can be done from here. `room` is the address of the meeting's room, where the rooms are. */
const actions = (language: Catalogue, room: string | undefined): Html =>
  html`<div class="row">
      ${room === undefined ? undefined : html`<a href="${room}">${format(language, 'foyer.open-room')}</a>`}
      <a href="/seat?lang=${language}">${format(language, 'foyer.refresh')}</a>
      <form method="post" action="/seat/sign-out?lang=${language}">
        <button>${format(language, 'foyer.sign-out')}</button>
      </form>
    </div>
    <p class="quiet">${format(language, 'foyer.rooms-later')}</p>`
