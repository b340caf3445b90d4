import { opened, START } from '@parley/domain/meeting/fictional-meeting'
import { given } from '@parley/domain/given'
import { proceedingsDecider } from '@parley/domain/proceedings'
import { does } from '@parley/domain/text/fictional-text'
import { describe, expect, it } from 'vitest'
import { kitActs } from './kit-acts.ts'

const NOW = START + 2000
const open = given(proceedingsDecider, ...opened())
const sitting = open.after(does('officer', { type: 'TakeUpItem', item: 'open-topic' }))
const acts = (situation: typeof sitting, speaker: string) =>
  kitActs(situation.state, 'south-secretary', speaker, NOW)

describe('what a shared device may do for somebody', () => {
  it('is first of all to ask for the floor, in their name', () => {
    const { first, others, refusal } = acts(sitting, 'south-delegate')
    expect(first?.command).toEqual({ type: 'RequestFloor', kind: 'statement', speaker: 'south-delegate' })
    expect(others.map(({ id }) => id)).toContain('right-of-reply')
    expect(others.at(-1)?.command).toEqual({ type: 'RaisePointOfOrder', speaker: 'south-delegate' })
    expect(refusal).toBeUndefined()
  })

  it('is what is usual under the item', () => {
    const remarks = open.after(does('officer', { type: 'TakeUpItem', item: 'remarks' }))
    expect(acts(remarks, 'south-delegate').first?.id).toBe('remarks')
    const exchange = open.after(does('officer', { type: 'TakeUpItem', item: 'exchange' }))
    expect(acts(exchange, 'south-delegate')).toMatchObject({
      first: undefined,
      refusal: { code: 'not-party-to-the-exchange' },
    })
  })

  it('is to withdraw while they are on the list', () => {
    const listed = sitting.after(
      does('south-secretary', { type: 'RequestFloor', kind: 'statement', speaker: 'south-delegate' }),
    )
    expect(acts(listed, 'south-delegate').first?.command).toEqual({
      type: 'WithdrawRequest',
      request: 'r1',
      speaker: 'south-delegate',
    })
    expect(acts(listed, 'south-head').first?.id).toBe('statement')
  })

  it('is to give the floor back while they have it, and nobody else’s', () => {
    const speaking = sitting.after(
      does('officer', { type: 'GiveFloor', seat: 'south-delegate', kind: 'statement' }),
    )
    expect(acts(speaking, 'south-delegate').first?.command).toEqual({
      type: 'YieldFloor',
      speaker: 'south-delegate',
    })
    expect(acts(speaking, 'south-head').first?.id).toBe('statement')
  })

  it('is nothing before an item is taken up, and says why', () => {
    expect(acts(open, 'south-delegate')).toMatchObject({
      first: undefined,
      refusal: { code: 'no-item-taken-up' },
    })
  })
})
