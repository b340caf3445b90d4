import { unreachable } from '../../decider.ts'
import type { Instant } from '../../words/identity.ts'
import type { EventOf } from '../events.ts'
import type { ItemState, Meeting } from '../state.ts'
import { withItem } from './with-item.ts'

export type SittingEvent = EventOf<
  | 'MeetingOpened'
  | 'AttendanceRecorded'
  | 'MeetingSuspended'
  | 'MeetingResumed'
  | 'MeetingAdjourned'
  | 'ItemTakenUp'
  | 'ItemConcluded'
  | 'NoteEntered'
>

export const evolveSitting = (meeting: Meeting, event: SittingEvent, at: Instant): Meeting => {
  switch (event.type) {
    case 'MeetingOpened':
      return { ...meeting, phase: 'open', openedAt: at }
    case 'AttendanceRecorded':
      return { ...meeting, present: event.present }
    case 'MeetingSuspended': {
      const { cause, delegation, until } = event
      return { ...meeting, phase: 'suspended', suspension: { cause, delegation, until, pausedTurn: false } }
    }
    case 'MeetingResumed':
      return { ...meeting, phase: 'open', suspension: undefined }
    case 'MeetingAdjourned':
      return {
        ...meeting,
        phase: 'adjourned',
        adjournedAt: at,
        suspension: undefined,
        pointOfOrder: undefined,
        ruling: undefined,
        appeal: undefined,
        motions: [],
      }
    case 'ItemTakenUp':
      return {
        ...withItem(meeting, event.item, (item) => takenUp(item, at)),
        current: event.item,
        ruling: undefined,
      }
    case 'ItemConcluded':
      return {
        ...withItem(meeting, event.item, (item) => concluded(item, at)),
        current: undefined,
        ruling: undefined,
        motions: meeting.motions.filter((one) => !DEBATE_MOTIONS.has(one.kind)),
      }
    case 'NoteEntered':
      return { ...meeting, notes: meeting.notes.append({ item: event.item, body: event.body, at }) }
  }
  return unreachable(event)
}

/** Motions about the item taken up: they fall with it. */
const DEBATE_MOTIONS: ReadonlySet<string> = new Set(['adjourn-debate', 'close-debate'])

/** The list opens with the item wherever people ask for the floor; elsewhere the chair calls them, or opens it. */
const OPEN_LIST: ReadonlySet<string> = new Set(['topic', 'remarks', 'text', 'adoption'])

const takenUp = (item: ItemState, at: Instant): ItemState => ({
  ...item,
  status: 'taken-up',
  list: OPEN_LIST.has(item.item.kind) ? 'open' : 'closed',
  takenUpAt: at,
})

const concluded = (item: ItemState, at: Instant): ItemState => ({
  ...item,
  status: 'concluded',
  list: 'closed',
  requests: [],
  concludedAt: at,
})
