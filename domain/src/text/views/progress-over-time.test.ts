import { describe, expect, it } from 'vitest'
import type { Act, Recorded } from '../../decider.ts'
import type { ProceedingsCommand, ProceedingsEvent } from '../../proceedings/events.ts'
import { does, negotiating, tabling, takes, target, TEXT, textIn } from '../fictional-text.ts'
import { progressOverTime } from './progress-over-time.ts'
import { progress } from './standing.ts'

/** The facts these acts lead to, a minute apart, from the opening of the text on. */
const recorded = (...commands: readonly (readonly [string, ProceedingsCommand])[]) => {
  let told = negotiating()
  const facts: Recorded<ProceedingsEvent>[] = [
    {
      seq: 0,
      at: 0,
      by: { seat: 'office' },
      event: { type: 'TextOpened', text: TEXT, title: textIn(told).title, languages: ['zh', 'ru'] },
    },
  ]
  for (const [minute, [seat, command]] of commands.entries()) {
    const act: Act<ProceedingsCommand> = does(seat, command)
    const { decision } = told.when(act)
    if (!decision.ok) throw new Error(decision.refusal.code)
    for (const event of decision.events) {
      facts.push({ seq: facts.length, at: minute + 1, by: { seat }, event })
    }
    told = told.after(act)
  }
  return { facts, told }
}

const session = recorded(
  ['north-head', tabling('first', 'one', 'peace')],
  ['north-head', takes('confirmed', target('one', 'peace'))],
  ['south-head', takes('can-live', target('one', 'peace'))],
  ['north-head', tabling('second', 'two', 'trade')],
  ['south-head', takes('reserve', target('one', 'peace'))],
  ['north-head', { type: 'WithdrawProposal', text: TEXT, proposal: 'second' }],
)

describe('the progress of a text', () => {
  it('has a point wherever the number of agreed or open blocks changed, and none where it did not', () => {
    expect(progressOverTime(session.facts, TEXT, session.told.state.meeting)).toEqual([
      { at: 0, agreed: 0, open: 0 },
      { at: 1, agreed: 0, open: 1 },
      { at: 3, agreed: 1, open: 0 },
      { at: 4, agreed: 1, open: 1 },
      { at: 5, agreed: 0, open: 2 },
      { at: 6, agreed: 0, open: 1 },
    ])
  })

  it('ends where the text stands', () => {
    const { facts, told } = session
    for (const length of facts.keys()) {
      const last = progressOverTime(facts.slice(0, length + 1), TEXT, told.state.meeting).at(-1)
      expect(last).toBeDefined()
    }
    const { agreedBlocks: agreed, openBlocks: open } = progress(textIn(told), told.state.meeting)
    expect(progressOverTime(facts, TEXT, told.state.meeting).at(-1)).toMatchObject({ agreed, open })
  })

  it('is of the one text asked about', () => {
    expect(progressOverTime(session.facts, 'another', session.told.state.meeting)).toEqual([])
  })
})
