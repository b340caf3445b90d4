import { describe, expect, it } from 'vitest'
import { given } from '../../given.ts'
import {
  accredited,
  act,
  chair,
  convened,
  message,
  opened,
  placed,
  prepared,
  START,
  title,
  under,
} from '../fictional-meeting.ts'
import { meetingDecider } from '../index.ts'

const ready = given(meetingDecider, ...prepared())
const inSession = given(meetingDecider, ...opened())
const suspended = inSession.after(chair({ type: 'SuspendMeeting', cause: 'break' }))
const adjourned = inSession.after(chair({ type: 'AdjournMeeting' }))

describe('opening', () => {
  it('is the chair’s act, once everything is in place', () => {
    ready.when(chair({ type: 'OpenMeeting' })).records({ type: 'MeetingOpened' })
    expect(ready.after(chair({ type: 'OpenMeeting' }, START + 7)).state).toMatchObject({
      phase: 'open',
      openedAt: START + 7,
    })
  })

  it('is refused to a meeting that lacks something, all of it named', () => {
    given(
      meetingDecider,
      convened(),
      accredited('officer', 'officer'),
      accredited('north-head', 'head', 'north'),
      { type: 'ChairAppointed', seats: ['officer'] },
      message('south-letter', 'south'),
      placed(0, { kind: 'topic', id: 'topic', title, speakers: ['north-head', 'officer', 'ghost'] }),
      placed(1, { kind: 'exchange', id: 'talk', title, between: ['north-head', 'other'] }),
    )
      .when(chair({ type: 'OpenMeeting' }))
      .refuses({
        code: 'meeting-not-ready',
        missing: [
          { code: 'head-missing', delegation: 'south' },
          { code: 'speaker-missing', item: 'topic', seat: 'officer' },
          { code: 'speaker-missing', item: 'topic', seat: 'ghost' },
          { code: 'speaker-missing', item: 'talk', seat: 'other' },
          { code: 'reader-missing', message: 'south-letter' },
        ],
      })
  })

  it('happens once', () => {
    inSession.when(chair({ type: 'OpenMeeting' })).refuses({ code: 'meeting-already-open' })
    suspended.when(chair({ type: 'OpenMeeting' })).refuses({ code: 'meeting-already-open' })
    adjourned.when(chair({ type: 'OpenMeeting' })).refuses({ code: 'meeting-adjourned' })
  })

  it('comes before everything that needs a sitting', () => {
    for (const command of [
      { type: 'TakeUpItem', item: 'topic' },
      { type: 'SuspendMeeting', cause: 'break' },
      { type: 'ResumeMeeting' },
      { type: 'AdjournMeeting' },
      { type: 'EnterNote', body: { en: 'Note' } },
    ] as const) {
      ready.when(chair(command)).refuses({ code: 'meeting-not-open' })
    }
  })
})

describe('attendance', () => {
  it('is recorded by the chair or a secretariat, each seat once', () => {
    const present = ['north-head', 'officer', 'north-head']
    const command = { type: 'RecordAttendance' as const, present }
    for (const seat of ['officer', 'south-desk', 'joint-desk']) {
      inSession
        .when(act(seat, command))
        .records({ type: 'AttendanceRecorded', present: ['north-head', 'officer'] })
    }
    inSession.when(act('north-head', command)).refuses({ code: 'not-entitled', needs: 'chair' })
  })

  it('counts only people who are accredited now', () => {
    inSession
      .when(chair({ type: 'RecordAttendance', present: ['ghost'] }))
      .refuses({ code: 'seat-unknown', seat: 'ghost' })
    inSession
      .after(act('south-desk', { type: 'WithdrawAccreditation', seat: 'south-adviser' }))
      .when(chair({ type: 'RecordAttendance', present: ['south-adviser'] }))
      .refuses({ code: 'seat-unknown', seat: 'south-adviser' })
  })

  it('is replaced by the next roll call', () => {
    const { state } = inSession.after(
      chair({ type: 'RecordAttendance', present: ['north-head', 'officer'] }),
      chair({ type: 'RecordAttendance', present: ['south-head'] }),
    )
    expect(state.present).toEqual(['south-head'])
  })
})

describe('suspension', () => {
  it('says why, at whose wish and until when, and binds nobody to that time', () => {
    const command = {
      type: 'SuspendMeeting',
      cause: 'consultation',
      delegation: 'south',
      until: START * 2,
    } as const
    inSession.when(chair(command)).records({ ...command, type: 'MeetingSuspended' })
    const waiting = inSession.after(chair(command))
    expect(waiting.state.suspension).toMatchObject({
      cause: 'consultation',
      delegation: 'south',
      until: START * 2,
    })
    waiting.when(chair({ type: 'ResumeMeeting' })).records({ type: 'MeetingResumed' })
    expect(waiting.after(chair({ type: 'ResumeMeeting' })).state).toMatchObject({ phase: 'open' })
  })

  it('is at the wish of a delegation of this meeting', () => {
    inSession
      .when(chair({ type: 'SuspendMeeting', cause: 'break', delegation: 'west' }))
      .refuses({ code: 'delegation-unknown', delegation: 'west' })
  })

  it('interrupts nobody', () => {
    under('open-topic')
      .after(chair({ type: 'GiveFloor', seat: 'north-head', kind: 'statement' }))
      .when(chair({ type: 'SuspendMeeting', cause: 'break' }))
      .refuses({ code: 'floor-taken', by: 'north-head' })
  })

  it('for a technical failure stops the clock, and resumption starts it again', () => {
    const failed = under('open-topic').after(
      chair({ type: 'GiveFloor', seat: 'north-head', kind: 'statement' }, START),
      chair({ type: 'SuspendMeeting', cause: 'technical' }, START + 2000),
    )
    expect(failed.state.turn).toMatchObject({ spentMs: 2000, pausedFor: 'technical' })
    failed
      .when(chair({ type: 'ResumeMeeting' }, START + 9000))
      .records({ type: 'MeetingResumed' }, { type: 'FloorResumed', turn: 't1' })
    failed
      .after(chair({ type: 'ResumeMeeting' }, START + 9000))
      .when(act('north-head', { type: 'YieldFloor' }, START + 10_000))
      .records({ type: 'FloorReturned', turn: 't1', usedMs: 3000, overtimeMs: 0, ended: 'by-speaker' })
  })

  it('leaves a clock stopped that stood still before', () => {
    const failed = under('open-topic').after(
      chair({ type: 'GiveFloor', seat: 'north-head', kind: 'statement' }),
      chair({ type: 'PauseFloor', cause: 'interpretation' }),
    )
    failed
      .when(chair({ type: 'SuspendMeeting', cause: 'technical' }))
      .records({ type: 'MeetingSuspended', cause: 'technical' })
    failed
      .after(chair({ type: 'SuspendMeeting', cause: 'technical' }))
      .when(chair({ type: 'ResumeMeeting' }))
      .records({ type: 'MeetingResumed' })
  })

  it('holds everything of the sitting until resumption', () => {
    for (const command of [
      { type: 'SuspendMeeting', cause: 'break' },
      { type: 'TakeUpItem', item: 'topic' },
      { type: 'GiveFloor' },
      { type: 'EndTurn' },
    ] as const) {
      suspended.when(chair(command)).refuses({ code: 'meeting-suspended' })
    }
    inSession.when(chair({ type: 'ResumeMeeting' })).refuses({ code: 'meeting-not-suspended' })
  })
})

describe('adjournment', () => {
  it('ends the turn and the item under way with the meeting', () => {
    under('open-topic')
      .after(chair({ type: 'GiveFloor', seat: 'north-head', kind: 'statement' }, START))
      .when(chair({ type: 'AdjournMeeting' }, START + 500))
      .records(
        { type: 'FloorReturned', turn: 't1', usedMs: 500, overtimeMs: 0, ended: 'by-adjournment' },
        { type: 'ItemConcluded', item: 'open-topic' },
        { type: 'MeetingAdjourned' },
      )
  })

  it('does not count an interrupted message as read', () => {
    const decision = under('messages')
      .after(chair({ type: 'CallMessage' }, START))
      .when(chair({ type: 'AdjournMeeting' }, START)).decision
    expect(decision.ok && decision.events.map((event) => event.type)).toEqual([
      'FloorReturned',
      'ItemConcluded',
      'MeetingAdjourned',
    ])
  })

  it('is possible out of a suspension', () => {
    suspended.when(chair({ type: 'AdjournMeeting' })).records({ type: 'MeetingAdjourned' })
    expect(suspended.after(chair({ type: 'AdjournMeeting' }, START + 3)).state).toMatchObject({
      phase: 'adjourned',
      adjournedAt: START + 3,
    })
  })

  it('waits for a point of order to be ruled on', () => {
    inSession
      .after(act('south-adviser', { type: 'RaisePointOfOrder' }))
      .when(chair({ type: 'AdjournMeeting' }))
      .refuses({ code: 'point-of-order-pending' })
  })
})

describe('taking up an item', () => {
  it('puts its named speakers on the list, in its order', () => {
    inSession.when(chair({ type: 'TakeUpItem', item: 'topic' })).records(
      { type: 'ItemTakenUp', item: 'topic' },
      {
        type: 'FloorRequested',
        request: 'r1',
        item: 'topic',
        seat: 'south-delegate',
        delegation: 'south',
        kind: 'statement',
        inscribed: true,
      },
      {
        type: 'FloorRequested',
        request: 'r2',
        item: 'topic',
        seat: 'north-delegate',
        delegation: 'north',
        kind: 'statement',
        inscribed: true,
      },
    )
  })

  it('inscribes people for remarks, and both sides of an exchange', () => {
    expect(under('remarks').state.agenda[7]?.requests.map((one) => one.kind)).toEqual(['remarks'])
    expect(under('exchange').state.agenda[3]?.requests).toMatchObject([
      { seat: 'north-regional', kind: 'exchange' },
      { seat: 'south-regional', kind: 'exchange' },
    ])
  })

  it('inscribes somebody named twice once', () => {
    const speakers = ['south-head', 'south-head']
    const { state } = inSession.after(
      act('joint-desk', { type: 'PlaceItem', item: { kind: 'topic', id: 'twice', title, speakers } }),
      chair({ type: 'TakeUpItem', item: 'twice' }),
    )
    expect(state.agenda.at(-1)?.requests.map((one) => one.request)).toEqual(['r1'])
  })

  it('passes over a named speaker who has left', () => {
    const decision = inSession
      .after(act('south-desk', { type: 'WithdrawAccreditation', seat: 'south-delegate' }))
      .when(chair({ type: 'TakeUpItem', item: 'topic' })).decision
    expect(decision.ok && decision.events.slice(1)).toMatchObject([{ seat: 'north-delegate', request: 'r1' }])
  })

  it('opens the list where people ask for the floor, and leaves it closed elsewhere', () => {
    for (const item of ['open-topic', 'text', 'adoption', 'remarks']) {
      expect(under(item).state.agenda.find((one) => one.item.id === item)?.list).toBe('open')
    }
    for (const item of ['messages', 'exchange', 'signature', 'break']) {
      expect(under(item).state.agenda.find((one) => one.item.id === item)?.list).toBe('closed')
    }
  })

  it('happens in any order, one at a time, once each', () => {
    const sitting = under('remarks')
    sitting
      .when(chair({ type: 'TakeUpItem', item: 'topic' }))
      .refuses({ code: 'item-taken-up', item: 'remarks' })
    const after = sitting.after(chair({ type: 'ConcludeItem' }))
    after
      .when(chair({ type: 'TakeUpItem', item: 'remarks' }))
      .refuses({ code: 'item-concluded', item: 'remarks' })
    after.when(chair({ type: 'TakeUpItem', item: 'break' })).records({ type: 'ItemTakenUp', item: 'break' })
    after.when(chair({ type: 'TakeUpItem', item: 'ghost' })).refuses({ code: 'item-unknown', item: 'ghost' })
  })

  it('needs both people of an exchange, from two sides', () => {
    inSession
      .after(act('south-desk', { type: 'WithdrawAccreditation', seat: 'south-regional' }))
      .when(chair({ type: 'TakeUpItem', item: 'exchange' }))
      .refuses({
        code: 'meeting-not-ready',
        missing: [{ code: 'speaker-missing', item: 'exchange', seat: 'south-regional' }],
      })
    given(
      meetingDecider,
      ...opened(),
      placed(9, { kind: 'exchange', id: 'talk', title, between: ['north-head', 'guest'] }),
      accredited('guest', 'regional', 'north'),
    )
      .when(chair({ type: 'TakeUpItem', item: 'talk' }))
      .refuses({ code: 'exchange-needs-two-sides' })
  })
})

describe('concluding an item', () => {
  it('ends it, its list with it', () => {
    const { state } = under('topic').after(chair({ type: 'ConcludeItem' }, START + 60_000))
    expect(state.current).toBeUndefined()
    expect(state.agenda[1]).toMatchObject({
      status: 'concluded',
      list: 'closed',
      requests: [],
      concludedAt: START + 60_000,
    })
  })

  it('waits for the speaker', () => {
    under('open-topic')
      .after(chair({ type: 'GiveFloor', seat: 'north-head', kind: 'statement' }))
      .when(chair({ type: 'ConcludeItem' }))
      .refuses({ code: 'floor-taken', by: 'north-head' })
  })

  it('waits until all messages with a reader are read', () => {
    under('messages')
      .when(chair({ type: 'ConcludeItem' }))
      .refuses({ code: 'messages-not-all-read', messages: ['north-letter', 'south-letter'] })
    under('messages')
      .after(
        chair({ type: 'CallMessage' }),
        chair({ type: 'EndTurn' }),
        act('south-desk', { type: 'WithdrawAccreditation', seat: 'south-head' }),
      )
      .when(chair({ type: 'ConcludeItem' }))
      .records({ type: 'ItemConcluded', item: 'messages' })
  })

  it('needs an item', () => {
    inSession.when(chair({ type: 'ConcludeItem' })).refuses({ code: 'no-item-taken-up' })
  })
})

describe('a note', () => {
  const body = { en: 'Something to keep' }

  it('is entered by the chair or a secretariat, under the item taken up', () => {
    under('topic')
      .when(act('south-desk', { type: 'EnterNote', body }))
      .records({ type: 'NoteEntered', item: 'topic', body })
    inSession.when(chair({ type: 'EnterNote', body })).records({ type: 'NoteEntered', body })
    inSession
      .when(act('north-head', { type: 'EnterNote', body }))
      .refuses({ code: 'not-entitled', needs: 'chair' })
  })

  it('is kept with its time', () => {
    const { state } = suspended.after(chair({ type: 'EnterNote', body }, START + 11))
    expect([...state.notes]).toEqual([{ body, at: START + 11 }])
  })
})
