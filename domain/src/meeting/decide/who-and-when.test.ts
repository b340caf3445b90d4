import { describe, expect, it } from 'vitest'
import { given } from '../../given.ts'
import { MeetingCommand } from '../commands.ts'
import { act, chair, opened, prepared, START, title } from '../fictional-meeting.ts'
import { meetingDecider } from '../index.ts'

/** One command of every type; those about a delegation are about the south. */
const COMMANDS: readonly MeetingCommand[] = [
  { type: 'RewordTheme', theme: title },
  { type: 'RescheduleMeeting', startsAt: START },
  { type: 'AccreditPerson', seat: 'new', delegation: 'south', role: 'delegate', person: { name: title } },
  { type: 'WithdrawAccreditation', seat: 'south-adviser' },
  { type: 'AppointChair', seats: ['officer'] },
  { type: 'PlaceItem', item: { kind: 'break', id: 'new', title } },
  { type: 'AmendItem', item: { kind: 'break', id: 'break', title } },
  { type: 'MoveItem', item: 'break', position: 0 },
  { type: 'RemoveItem', item: 'break' },
  {
    type: 'ReceiveMessage',
    message: {
      id: 'new',
      form: 'greeting',
      author: { name: title },
      delegation: 'south',
      reader: 'south-head',
    },
  },
  { type: 'DepositDocument', document: { id: 'paper', title } },
  { type: 'OpenMeeting' },
  { type: 'RecordAttendance', present: [] },
  { type: 'SuspendMeeting', cause: 'break' },
  { type: 'ResumeMeeting' },
  { type: 'AdjournMeeting' },
  { type: 'TakeUpItem', item: 'topic' },
  { type: 'ConcludeItem' },
  { type: 'EnterNote', body: title },
  { type: 'OpenList' },
  { type: 'CloseList' },
  { type: 'RequestFloor', kind: 'statement' },
  { type: 'WithdrawRequest' },
  { type: 'GiveFloor' },
  { type: 'CallMessage' },
  { type: 'SetTimeLimit', kind: 'statement', limitSeconds: 60 },
  { type: 'ExtendTime', bySeconds: 60 },
  { type: 'PauseFloor', cause: 'technical' },
  { type: 'ResumeFloor' },
  { type: 'YieldFloor' },
  { type: 'EndTurn' },
  { type: 'RaisePointOfOrder' },
  { type: 'RulePointOfOrder', ruling: 'noted' },
  { type: 'AppealRuling' },
  { type: 'VoteOnAppeal', position: 'abstain' },
  { type: 'DecideAppeal' },
  { type: 'MoveMotion', kind: 'suspend-meeting' },
  { type: 'OpposeMotion' },
  { type: 'DecideMotion' },
  { type: 'OrderRecording' },
  { type: 'EndRecording' },
]

const ready = given(meetingDecider, ...prepared())
const inSession = given(meetingDecider, ...opened())
const suspended = inSession.after(chair({ type: 'SuspendMeeting', cause: 'break' }))
const adjourned = inSession.after(chair({ type: 'AdjournMeeting' }))
const seats = [
  ...Object.keys(inSession.state.people).filter((seat) => !seat.startsWith('north')),
  'south-desk',
  'north-desk',
  'joint-desk',
  'ghost',
]

const notEntitled = (seat: string, command: MeetingCommand): boolean =>
  [ready, inSession, suspended, adjourned].every((situation) => {
    const { decision } = situation.when(act(seat, command))
    return !decision.ok && decision.refusal.code === 'not-entitled'
  })

const mayAct = (type: MeetingCommand['type']): readonly string[] => {
  const command = COMMANDS.find((one) => one.type === type)
  return command === undefined ? [] : seats.filter((seat) => !notEntitled(seat, command))
}

describe('who may act', () => {
  it('is asked here about every command there is', () => {
    expect(COMMANDS.map((one) => one.type)).toEqual(
      MeetingCommand.options.map((option) => option.shape.type.value),
    )
    for (const command of COMMANDS) expect(MeetingCommand.safeParse(command).success).toBe(true)
  })

  it('is this table', () => {
    const desks = ['south-desk', 'north-desk', 'joint-desk']
    const speakers = ['south-head', 'south-alternate', 'south-delegate', 'south-regional', 'south-adviser']
    const everybody = seats.filter((seat) => seat !== 'ghost')
    const table: Record<string, readonly string[]> = {}
    for (const { type } of COMMANDS) table[type] = mayAct(type)
    expect(table).toEqual({
      RewordTheme: desks,
      RescheduleMeeting: desks,
      AccreditPerson: ['south-secretary', 'south-desk'],
      WithdrawAccreditation: ['south-secretary', 'south-desk'],
      AppointChair: desks,
      PlaceItem: desks,
      AmendItem: desks,
      MoveItem: desks,
      RemoveItem: desks,
      ReceiveMessage: ['south-secretary', 'south-desk', 'joint-desk'],
      DepositDocument: ['south-head', 'south-alternate', 'south-secretary', ...desks],
      OpenMeeting: ['officer'],
      RecordAttendance: ['officer', ...desks],
      SuspendMeeting: ['officer'],
      ResumeMeeting: ['officer'],
      AdjournMeeting: ['officer'],
      TakeUpItem: ['officer'],
      ConcludeItem: ['officer'],
      EnterNote: ['officer', ...desks],
      OpenList: ['officer'],
      CloseList: ['officer'],
      RequestFloor: speakers,
      WithdrawRequest: speakers,
      GiveFloor: ['officer'],
      CallMessage: ['officer'],
      SetTimeLimit: ['officer'],
      ExtendTime: ['officer'],
      PauseFloor: everybody,
      ResumeFloor: everybody,
      YieldFloor: everybody,
      EndTurn: ['officer'],
      RaisePointOfOrder: speakers,
      RulePointOfOrder: ['officer'],
      AppealRuling: ['south-head', 'south-alternate'],
      VoteOnAppeal: ['south-head', 'south-alternate'],
      DecideAppeal: ['officer'],
      MoveMotion: ['south-head', 'south-alternate', 'south-delegate'],
      OpposeMotion: ['south-head', 'south-alternate'],
      DecideMotion: ['officer'],
      OrderRecording: ['officer'],
      EndRecording: ['officer'],
    })
  })

  it('is never the operator, nor a reactor', () => {
    for (const command of COMMANDS) {
      for (const by of [{ operator: true as const }, { reactor: 'clock' }]) {
        const { decision } = inSession.when({ by, at: START, command })
        expect(decision).toMatchObject({ ok: false, refusal: { code: 'not-entitled' } })
      }
    }
  })
})

describe('when', () => {
  it('nothing of the meeting changes after adjournment, whoever asks', () => {
    for (const command of COMMANDS) {
      for (const seat of seats) {
        const { decision } = adjourned.when(act(seat, command))
        const code = decision.ok ? 'allowed' : decision.refusal.code
        expect(['meeting-adjourned', 'not-entitled']).toContain(code)
      }
    }
  })

  it('the floor waits for the opening and for resumption', () => {
    for (const [situation, code] of [
      [ready, 'meeting-not-open'],
      [suspended, 'meeting-suspended'],
    ] as const) {
      situation.when(chair({ type: 'GiveFloor' })).refuses({ code })
      situation.when(act('south-head', { type: 'RequestFloor', kind: 'statement' })).refuses({ code })
      situation.when(act('south-head', { type: 'RaisePointOfOrder' })).refuses({ code })
      situation.when(act('south-head', { type: 'MoveMotion', kind: 'suspend-meeting' })).refuses({ code })
    }
  })
})
