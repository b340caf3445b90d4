import { agendaProgress } from '@parley/domain/meeting/views/agenda-progress'
import { clock as clockOf } from '@parley/domain/meeting/views/clock'
import { missingBeforeOpening } from '@parley/domain/meeting/views/missing'
import { speakersList } from '@parley/domain/meeting/views/speakers-list'
import { timeUsed } from '@parley/domain/meeting/views/time-used'
import { whoMaySpeak } from '@parley/domain/meeting/views/who-may-speak'
import { messagesInOrder } from '@parley/domain/meeting/messages'
import { packOf } from '@parley/domain/meeting/seats'
import type { Meeting } from '@parley/domain/meeting/state'
import type { Texts } from '@parley/domain/text/state'
import type { Instant } from '@parley/domain/words/identity'
import type { MeetingView } from '@parley/protocol/views'

type Asked = {
  readonly meeting: Meeting
  readonly texts: Texts
  readonly size: number
  readonly now: Instant
}

/** How a meeting stands, for everyone accredited: nothing in it is for fewer people than the whole room. */
export const meetingView = ({ meeting, texts, size, now }: Asked): MeetingView | undefined => {
  const { phase } = meeting
  if (phase === 'none') return undefined
  return present({
    size,
    now,
    phase,
    ...convening(meeting),
    ...sitting(meeting, now),
    people: Object.values(meeting.people),
    messages: messagesInOrder(meeting),
    missing: missingBeforeOpening(meeting),
    texts: Object.values(texts.byId).map(({ text, title, languages, adopted }) => ({
      text,
      title,
      languages,
      root: adopted?.root,
    })),
    notes: [...meeting.notes],
  })
}

const convening = (meeting: Meeting) => {
  const { dialogue, dialogueName, number, host, theme, themeOf, mode, startsAt } = meeting
  const { languages, rulePack, delegations, secretariats, chair } = meeting
  return {
    dialogue,
    dialogueName,
    number,
    host,
    theme,
    themeOf,
    mode,
    startsAt,
    languages,
    rulePack,
    delegations,
    secretariats,
    chair,
    meeting: meeting.meeting,
    retrospective: meeting.retrospective !== undefined,
  }
}

const sitting = (meeting: Meeting, now: Instant) => {
  const progress = agendaProgress(meeting, now)
  const { openedAt, adjournedAt, current, pointOfOrder, appeal, motions, turn } = meeting
  return {
    openedAt,
    adjournedAt,
    current,
    appeal,
    motions,
    pointOfOrder: pointOfOrder && {
      point: pointOfOrder.point,
      seat: pointOfOrder.seat,
      delegation: pointOfOrder.delegation,
      subject: pointOfOrder.subject,
    },
    agenda: meeting.agenda.map(({ item, status, list }, index) => ({
      item,
      status,
      list,
      actualMinutes: progress.items[index]?.actualMinutes,
    })),
    driftMinutes: progress.driftMinutes,
    floor: turn && floorOf(meeting, turn, now),
    speakers: (speakersList(meeting)?.waiting ?? []).map(
      ({ request, seat, delegation, kind, inscribed }) => ({
        request,
        seat,
        delegation,
        kind,
        inscribed,
      }),
    ),
    maySpeak: whoMaySpeak(meeting),
    timeUsed: timeUsed(meeting, now)?.byDelegation,
    present: meeting.present,
  }
}

const floorOf = (meeting: Meeting, turn: NonNullable<Meeting['turn']>, now: Instant) => {
  const { item, seat, delegation, kind, message, limitSeconds, pausedFor } = turn
  const times = clockOf(turn, packOf(meeting), now)
  return { turn: turn.turn, item, seat, delegation, kind, message, limitSeconds, pausedFor, ...times }
}

/** What crosses the wire has no `undefined`: an absent field is absent. */
const present = (view: object): MeetingView => JSON.parse(JSON.stringify(view))
