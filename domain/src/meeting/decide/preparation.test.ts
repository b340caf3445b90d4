import { describe, expect, it } from 'vitest'
import { given } from '../../given.ts'
import type { CommandOf } from '../commands.ts'
import {
  accredited,
  act,
  chair,
  convened,
  message,
  opened,
  prepared,
  START,
  under,
} from '../fictional-meeting.ts'
import { meetingDecider } from '../index.ts'
import type { Role } from '../things.ts'

const convenedOnly = given(meetingDecider, convened())
const ready = given(meetingDecider, ...prepared())
const inSession = given(meetingDecider, ...opened())
const person = { name: { en: 'Somebody' } }

const accredit = (seat: string, role: Role, delegation?: string): CommandOf<'AccreditPerson'> => ({
  type: 'AccreditPerson',
  seat,
  role,
  person,
  ...(delegation === undefined ? {} : { delegation }),
})

describe('theme and time', () => {
  const theme = { en: 'Another theme' }

  it('any secretariat rewords the common theme; a side words its own', () => {
    convenedOnly
      .when(act('south-desk', { type: 'RewordTheme', theme }))
      .records({ type: 'ThemeReworded', theme })
    convenedOnly
      .when(act('south-desk', { type: 'RewordTheme', theme, delegation: 'south' }))
      .records({ type: 'ThemeReworded', theme, delegation: 'south' })
  })

  it('keeps the common wording beside the wording of a side', () => {
    const { state } = convenedOnly.after(
      act('north-desk', { type: 'RewordTheme', theme }),
      act('south-desk', { type: 'RewordTheme', theme: { en: 'Our theme' }, delegation: 'south' }),
    )
    expect(state.theme).toEqual(theme)
    expect(state.themeOf).toEqual({ south: { en: 'Our theme' } })
  })

  it('nobody words the theme for another side, not even the joint secretariat', () => {
    for (const seat of ['north-desk', 'joint-desk']) {
      convenedOnly
        .when(act(seat, { type: 'RewordTheme', theme, delegation: 'south' }))
        .refuses({ code: 'not-entitled', needs: 'secretariat-of-the-delegation' })
    }
  })

  it('knows only its own delegations', () => {
    convenedOnly
      .when(act('north-desk', { type: 'RewordTheme', theme, delegation: 'west' }))
      .refuses({ code: 'delegation-unknown', delegation: 'west' })
  })

  it('is rescheduled until it is opened', () => {
    convenedOnly
      .when(act('joint-desk', { type: 'RescheduleMeeting', startsAt: START + 1 }))
      .records({ type: 'MeetingRescheduled', startsAt: START + 1 })
    inSession
      .when(act('joint-desk', { type: 'RescheduleMeeting', startsAt: START + 1 }))
      .refuses({ code: 'meeting-already-open' })
    expect(
      convenedOnly.after(act('north-desk', { type: 'RescheduleMeeting', startsAt: 5 })).state.startsAt,
    ).toBe(5)
  })
})

describe('accreditation', () => {
  it('is for the party to give: by its secretariat or by the secretary of its delegation', () => {
    for (const seat of ['south-desk', 'south-secretary']) {
      ready.when(act(seat, accredit('south-second', 'delegate', 'south'))).records({
        type: 'PersonAccredited',
        seat: 'south-second',
        role: 'delegate',
        person,
        delegation: 'south',
      })
    }
    for (const seat of ['north-desk', 'north-secretary', 'joint-desk', 'south-head', 'officer', 'nobody']) {
      ready
        .when(act(seat, accredit('south-second', 'delegate', 'south')))
        .refuses({ code: 'not-entitled', needs: 'secretariat-of-the-delegation' })
    }
  })

  it('is given by the joint secretariat where a party has seated none of its own', () => {
    given(meetingDecider, convened(), { type: 'SecretariatLeft', seat: 'south-desk' })
      .when(act('joint-desk', accredit('south-head', 'head', 'south')))
      .records({ type: 'PersonAccredited', seat: 'south-head', role: 'head', person, delegation: 'south' })
  })

  it('of people without a delegation is any secretariat’s', () => {
    for (const seat of ['south-desk', 'joint-desk']) {
      ready
        .when(act(seat, accredit('second-interpreter', 'interpreter')))
        .records({ type: 'PersonAccredited', seat: 'second-interpreter', role: 'interpreter', person })
    }
    ready
      .when(act('south-secretary', accredit('second-interpreter', 'interpreter')))
      .refuses({ code: 'not-entitled', needs: 'secretariat' })
  })

  it('takes late arrivals while the meeting sits, and nobody after adjournment', () => {
    const command = accredit('south-second', 'delegate', 'south')
    expect(inSession.when(act('south-desk', command)).decision.ok).toBe(true)
    inSession
      .after(chair({ type: 'AdjournMeeting' }))
      .when(act('south-desk', command))
      .refuses({ code: 'meeting-adjourned' })
  })

  it('asks a delegation of those who speak or write for one', () => {
    for (const role of ['head', 'alternate', 'delegate', 'regional', 'adviser', 'secretary'] as const) {
      ready
        .when(act('joint-desk', accredit('someone', role)))
        .refuses({ code: 'role-needs-delegation', role })
    }
  })

  it('keeps those who serve the whole meeting out of the delegations', () => {
    for (const role of ['officer', 'interpreter', 'observer'] as const) {
      ready
        .when(act('south-desk', accredit('someone', role, 'south')))
        .refuses({ code: 'role-without-delegation', role })
    }
  })

  it('lets the press come with a side or with none', () => {
    expect(ready.when(act('south-desk', accredit('reporter', 'press', 'south'))).decision.ok).toBe(true)
    expect(ready.when(act('south-desk', accredit('reporter', 'press'))).decision.ok).toBe(true)
  })

  it('gives a seat to one person at a time, secretariat seats included', () => {
    for (const seat of ['south-delegate', 'south-desk']) {
      ready.when(act('south-desk', accredit(seat, 'delegate', 'south'))).refuses({ code: 'seat-taken', seat })
    }
  })

  it('gives a seat left earlier again only within the same delegation', () => {
    const left = ready.after(act('south-desk', { type: 'WithdrawAccreditation', seat: 'south-adviser' }))
    expect(left.when(act('south-desk', accredit('south-adviser', 'delegate', 'south'))).decision.ok).toBe(
      true,
    )
    left
      .when(act('north-desk', accredit('south-adviser', 'delegate', 'north')))
      .refuses({ code: 'seat-of-another-delegation', seat: 'south-adviser' })
    left
      .when(act('north-desk', accredit('south-adviser', 'observer')))
      .refuses({ code: 'seat-of-another-delegation', seat: 'south-adviser' })
  })

  it('gives a delegation one head, and another once the first has left', () => {
    const second = act('south-desk', accredit('south-second', 'head', 'south'))
    ready.when(second).refuses({ code: 'head-already-accredited', delegation: 'south' })
    expect(
      ready.after(act('south-desk', { type: 'WithdrawAccreditation', seat: 'south-head' })).when(second)
        .decision.ok,
    ).toBe(true)
  })

  it('takes any seat name for itself, even one every object inherits', () => {
    const { state } = ready.after(act('south-desk', accredit('constructor', 'delegate', 'south')))
    expect(state.people['constructor']).toMatchObject({ seat: 'constructor', active: true })
  })
})

const withdraw = (seat: string) => ({ type: 'WithdrawAccreditation', seat }) as const

describe('withdrawal of an accreditation', () => {
  it('is the party’s own', () => {
    ready
      .when(act('north-desk', withdraw('south-adviser')))
      .refuses({ code: 'not-entitled', needs: 'secretariat-of-the-delegation' })
    ready
      .when(act('south-desk', withdraw('south-adviser')))
      .records({ type: 'AccreditationWithdrawn', seat: 'south-adviser' })
  })

  it('needs somebody accredited', () => {
    ready.when(act('south-desk', withdraw('ghost'))).refuses({ code: 'seat-unknown', seat: 'ghost' })
    ready
      .after(act('south-desk', withdraw('south-adviser')))
      .when(act('south-desk', withdraw('south-adviser')))
      .refuses({ code: 'seat-unknown', seat: 'south-adviser' })
  })

  it('ends the turn of whoever holds the floor and takes their requests off the list', () => {
    under('topic')
      .after(
        chair({ type: 'GiveFloor', seat: 'south-delegate', departure: 'First' }, START),
        act('south-delegate', { type: 'RequestFloor', kind: 'reply' }, START),
      )
      .when(act('south-desk', withdraw('south-delegate'), START + 4000))
      .records(
        { type: 'FloorReturned', turn: 't1', usedMs: 4000, overtimeMs: 0, ended: 'by-withdrawal' },
        { type: 'RequestWithdrawn', request: 'r3' },
        { type: 'AccreditationWithdrawn', seat: 'south-delegate' },
      )
  })

  it('does not count a message as read when its reader leaves over it', () => {
    under('messages')
      .after(chair({ type: 'CallMessage' }, START))
      .when(act('north-desk', withdraw('north-head'), START + 5))
      .records(
        { type: 'FloorReturned', turn: 't1', usedMs: 5, overtimeMs: 0, ended: 'by-withdrawal' },
        { type: 'AccreditationWithdrawn', seat: 'north-head' },
      )
  })

  it('leaves a name in the record and nothing in the room', () => {
    const { state } = inSession.after(
      act('north-desk', { type: 'RecordAttendance', present: ['officer', 'north-head'] }),
      act('north-desk', withdraw('officer')),
    )
    expect(state.people['officer']).toMatchObject({ active: false, role: 'officer' })
    expect(state.chair).toEqual([])
    expect(state.present).toEqual(['north-head'])
  })

  it('leaves a seat that can do nothing', () => {
    const left = under('open-topic').after(act('south-desk', withdraw('south-adviser')))
    left
      .when(act('south-adviser', { type: 'RequestFloor', kind: 'statement' }))
      .refuses({ code: 'not-entitled', needs: 'speaker' })
  })
})

describe('the chair', () => {
  it('is appointed by a secretariat from heads, alternates, delegates and officers', () => {
    ready
      .when(
        act('joint-desk', { type: 'AppointChair', seats: ['north-head', 'south-alternate', 'north-head'] }),
      )
      .records({ type: 'ChairAppointed', seats: ['north-head', 'south-alternate'] })
    for (const seat of ['north-adviser', 'interpreter', 'observer', 'north-press']) {
      ready
        .when(act('joint-desk', { type: 'AppointChair', seats: [seat] }))
        .refuses({ code: 'not-entitled', needs: 'chair' })
    }
    ready
      .when(act('joint-desk', { type: 'AppointChair', seats: ['ghost'] }))
      .refuses({ code: 'seat-unknown', seat: 'ghost' })
  })

  it('is held by every co-chair alike', () => {
    const shared = ready.after(
      act('joint-desk', { type: 'AppointChair', seats: ['north-head', 'south-head'] }),
      act('south-head', { type: 'OpenMeeting' }),
    )
    shared
      .when(act('north-head', { type: 'TakeUpItem', item: 'break' }))
      .records({ type: 'ItemTakenUp', item: 'break' })
    shared
      .when(act('officer', { type: 'TakeUpItem', item: 'break' }))
      .refuses({ code: 'not-entitled', needs: 'chair' })
  })
})

const letter = (delegation: string, reader: string) => {
  const received = message('second-letter', delegation, reader)
  if (received.type !== 'MessageReceived') throw new Error('not a message')
  return { type: 'ReceiveMessage', message: received.message } as const
}

describe('messages and documents', () => {
  it('are received by the secretariat of the author’s side or a joint one', () => {
    for (const seat of ['south-desk', 'south-secretary', 'joint-desk']) {
      ready.when(act(seat, letter('south', 'south-head'))).records(message('second-letter', 'south'))
    }
    ready
      .when(act('north-desk', letter('south', 'south-head')))
      .refuses({ code: 'not-entitled', needs: 'secretariat-of-the-delegation' })
    ready
      .when(act('joint-desk', letter('west', 'south-head')))
      .refuses({ code: 'delegation-unknown', delegation: 'west' })
  })

  it('are received once under a name', () => {
    ready
      .after(act('south-desk', letter('south', 'south-head')))
      .when(act('south-desk', letter('south', 'south-head')))
      .refuses({ code: 'message-exists', message: 'second-letter' })
  })

  it('are not read out by the other side', () => {
    ready
      .when(act('south-desk', letter('south', 'north-head')))
      .refuses({ code: 'seat-of-another-delegation', seat: 'north-head' })
  })

  it('may name a reader who is accredited later', () => {
    expect(convenedOnly.when(act('south-desk', letter('south', 'south-head'))).decision.ok).toBe(true)
  })

  it('a document is deposited by a secretariat, a secretary or a head, never for another side', () => {
    const deposit = { type: 'DepositDocument', document: { id: 'paper', title: { en: 'Paper' } } } as const
    const ours = { type: 'DepositDocument', document: { ...deposit.document, delegation: 'south' } } as const
    for (const seat of ['south-desk', 'joint-desk', 'south-secretary', 'south-head', 'south-alternate']) {
      ready.when(act(seat, deposit)).records({ ...deposit, type: 'DocumentDeposited' })
      ready.when(act(seat, ours)).records({ ...ours, type: 'DocumentDeposited' })
    }
    ready.when(act('south-delegate', deposit)).refuses({ code: 'not-entitled', needs: 'secretariat' })
    for (const seat of ['north-desk', 'north-head']) {
      ready.when(act(seat, ours)).refuses({ code: 'not-entitled', needs: 'secretariat-of-the-delegation' })
    }
    ready
      .after(act('south-desk', deposit))
      .when(act('south-desk', deposit))
      .refuses({ code: 'document-exists', document: 'paper' })
  })
})

describe('words', () => {
  it('are at most what one event of the record can carry', () => {
    const body = { zh: '字'.repeat(12_000), ru: 'б'.repeat(12_000) }
    const document = { id: 'paper', title: { en: 'Paper' }, body }
    ready
      .when(act('joint-desk', { type: 'DepositDocument', document }))
      .refuses({ code: 'writing-too-large' })
    expect(
      ready.when(
        act('joint-desk', { type: 'DepositDocument', document: { ...document, body: { zh: body.zh } } }),
      ).decision.ok,
    ).toBe(true)
  })
})

describe('a meeting nobody convened', () => {
  it('knows no act at all', () => {
    given(meetingDecider)
      .when(chair({ type: 'OpenMeeting' }))
      .refuses({ code: 'meeting-unknown' })
  })

  it('follows its secretariats as they are seated and unseated', () => {
    const { state } = given(
      meetingDecider,
      convened(),
      { type: 'SecretariatJoined', seat: 'south-second-desk', party: 'south', person },
      { type: 'SecretariatLeft', seat: 'joint-desk' },
      accredited('south-head', 'head', 'south'),
    )
    expect(state.secretariats.map((one) => one.seat)).toEqual([
      'north-desk',
      'south-desk',
      'south-second-desk',
    ])
  })
})
