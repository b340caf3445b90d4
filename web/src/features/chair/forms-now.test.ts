import { given } from '@parley/domain/given'
import { opened, prepared, START } from '@parley/domain/meeting/fictional-meeting'
import { proceedingsDecider } from '@parley/domain/proceedings'
import type { ProceedingsCommand } from '@parley/domain/proceedings/events'
import { adopted, put, ready } from '@parley/domain/text/fictional-text'
import { describe, expect, it } from 'vitest'
import { formsNow } from './forms-now.ts'

const after = (...commands: readonly ProceedingsCommand[]) =>
  given(proceedingsDecider, ...opened()).after(
    ...commands.map((command) => ({ by: { seat: 'officer' }, at: START + 1000, command })),
  ).state

describe('what the chair may be asked more about', () => {
  it('is nothing before the meeting is open', () => {
    expect(formsNow(given(proceedingsDecider, ...prepared()).state)).toEqual([])
  })

  it('between items is not whom to call nor for how long', () => {
    expect(formsNow(after())).toEqual(['roll-call', 'note', 'suspend'])
  })

  it('under an item is all that concerns the floor, too', () => {
    expect(formsNow(after({ type: 'TakeUpItem', item: 'topic' }))).toEqual([
      'call-somebody',
      'limit',
      'roll-call',
      'note',
      'suspend',
    ])
  })

  it('in a suspended meeting is who is present and what is to be noted', () => {
    expect(formsNow(after({ type: 'SuspendMeeting', cause: 'break' }))).toEqual(['roll-call', 'note'])
  })

  it('is a silence only on a text that is neither put nor adopted', () => {
    expect(formsNow(ready().state)).toContain('silence')
    expect(formsNow(put().state)).not.toContain('silence')
    expect(formsNow(adopted().state)).not.toContain('silence')
  })
})
