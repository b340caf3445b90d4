import { given } from '@parley/domain/given'
import { convened, opened, prepared } from '@parley/domain/meeting/fictional-meeting'
import { proceedingsDecider, type Proceedings, type ProceedingsEvent } from '@parley/domain/proceedings'
import { describe, expect, it } from 'vitest'
import { afterwards, mayChair, mayPrepare, rolesFor } from './may-prepare.ts'

const stateOf = (events: readonly ProceedingsEvent[]): Proceedings =>
  given(proceedingsDecider, ...events).after().state
const asker = (seat: string, events: readonly ProceedingsEvent[] = prepared()) => ({
  proceedings: stateOf(events),
  seat,
  at: 5,
})

describe('what a seat may prepare', () => {
  it('is its own delegation, and what belongs to all', () => {
    const may = mayPrepare(asker('south-desk'))
    expect([may.people('south'), may.people('north'), may.people(undefined)]).toEqual([true, false, true])
    expect([may.theme('south'), may.theme('north'), may.theme()]).toEqual([true, false, true])
    expect([may.messages('south'), may.messages('north')]).toEqual([true, false])
    expect([may.invite('south'), may.invite('north'), may.invite(undefined)]).toEqual([true, false, true])
    expect([may.time, may.chair, may.agenda, may.texts]).toEqual([true, true, true, true])
  })

  it('is nothing for a delegate, except to put documents before the meeting where the rules let them', () => {
    const may = mayPrepare(asker('south-delegate'))
    expect([may.people('south'), may.theme(), may.time, may.chair, may.agenda]).toEqual([
      false,
      false,
      false,
      false,
      false,
    ])
    expect(may.invite('south')).toBe(false)
    expect(mayPrepare(asker('south-head')).documents('south')).toBe(true)
  })

  it('ends with the time when the meeting opens, and altogether when it is over', () => {
    expect(mayPrepare(asker('south-desk', opened())).time).toBe(false)
    expect(mayPrepare(asker('south-desk', opened())).agenda).toBe(true)
    const over: readonly ProceedingsEvent[] = [...opened(), { type: 'MeetingAdjourned' }]
    expect(mayPrepare(asker('south-desk', over)).agenda).toBe(false)
  })
})

describe('the roles somebody may be accredited in', () => {
  it('are those of a delegation or those of none', () => {
    expect(rolesFor(asker('south-desk', [convened()]), 'south')).toContain('head')
    expect(rolesFor(asker('south-desk', [convened()]), 'south')).not.toContain('officer')
    expect(rolesFor(asker('south-desk', [convened()]), undefined)).toEqual([
      'press',
      'officer',
      'interpreter',
      'observer',
    ])
  })

  it('leave out the head where there is one, unless it is the head who is corrected', () => {
    expect(rolesFor(asker('south-desk'), 'south')).not.toContain('head')
    expect(rolesFor(asker('south-desk'), 'south', 'south-head')).toContain('head')
  })
})

describe('the chair', () => {
  it('can be taken by those the rules name, and by nobody who interprets or observes', () => {
    const able = mayChair(asker('joint-desk'))
    expect(able).toEqual(expect.arrayContaining(['officer', 'north-head', 'south-delegate']))
    expect(able).not.toContain('interpreter')
    expect(able).not.toContain('observer')
  })
})

describe('several acts one after the other', () => {
  it('are refused where the first of them would be', () => {
    const { refusal } = afterwards(asker('joint-desk'), [
      { type: 'WithdrawAccreditation', seat: 'officer' },
      { type: 'AppointChair', seats: ['officer'] },
    ])
    expect(refusal).toEqual({ code: 'seat-unknown', seat: 'officer' })
  })
})
