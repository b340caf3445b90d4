import { given } from '@parley/domain/given'
import { opened, prepared, START } from '@parley/domain/meeting/fictional-meeting'
import { proceedingsDecider } from '@parley/domain/proceedings'
import type { ProceedingsCommand } from '@parley/domain/proceedings/events'
import { describe, expect, it } from 'vitest'
import { isAllowed } from '../../app/permission.ts'
import { otherActs, otherCommand } from './other-acts.ts'

const AT = START + 2000
const does = (seat: string, command: ProceedingsCommand) => ({ by: { seat }, at: START + 1000, command })
const takeUp = (item: string) => does('officer', { type: 'TakeUpItem', item })

const after = (pack: string, ...acts: readonly ReturnType<typeof does>[]) =>
  given(proceedingsDecider, ...opened(pack)).after(...acts).state

const idsOf = (...acts: Parameters<typeof otherActs>): readonly string[] =>
  otherActs(...acts).map(({ id }) => id)

describe('what a delegate may do besides the next act', () => {
  it('under an open topic is every other kind of turn, a point of order, and each motion of the rules', () => {
    const ids = idsOf(after('bilateral/1', takeUp('open-topic')), 'north-delegate', AT)
    expect(ids).toEqual([
      'request-report',
      'request-reply',
      'request-right-of-reply',
      'request-remarks',
      'request-for',
      'point',
      'move-suspend-meeting',
      'move-adjourn-meeting',
      'move-close-debate',
    ])
  })

  it('is to take back each request but the one the primary button takes back', () => {
    const state = after(
      'bilateral/1',
      takeUp('open-topic'),
      does('north-delegate', { type: 'RequestFloor', kind: 'statement' }),
      does('north-delegate', { type: 'RequestFloor', kind: 'reply' }),
    )
    const withdrawals = otherActs(state, 'north-delegate', AT).filter(({ kind }) => kind === 'withdraw')
    expect(withdrawals).toEqual([{ id: 'withdraw-r2', kind: 'withdraw', speech: 'reply', request: 'r2' }])
  })

  it('after a ruling is to appeal, where the rules provide for it', () => {
    const ruled = [
      takeUp('open-topic'),
      does('south-delegate', { type: 'RaisePointOfOrder' }),
      does('officer', { type: 'RulePointOfOrder', ruling: 'rejected' }),
    ]
    expect(idsOf(after('un-family/1', ...ruled), 'south-head', AT)).toContain('appeal')
    expect(idsOf(after('bilateral/1', ...ruled), 'south-head', AT)).not.toContain('appeal')
  })

  it('is nothing for whoever only follows, and nothing before the meeting sits', () => {
    expect(idsOf(after('bilateral/1', takeUp('open-topic')), 'observer', AT)).toEqual([])
    const { state } = given(proceedingsDecider, ...prepared())
    expect(idsOf(state, 'north-delegate', AT)).toEqual([])
  })

  it.each(['north-head', 'north-delegate', 'north-regional', 'north-adviser', 'south-head'])(
    'is accepted by the rules, each act of it: %s',
    (seat) => {
      const state = after(
        'un-family/1',
        takeUp('open-topic'),
        does(seat, { type: 'RequestFloor', kind: 'statement' }),
      )
      const acts = otherActs(state, seat, AT).filter((act) => act.kind !== 'request-for')
      expect(acts.length).toBeGreaterThan(0)
      expect(acts.filter((act) => !isAllowed(state, seat, otherCommand(act), AT))).toEqual([])
    },
  )
})
