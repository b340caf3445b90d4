import type { ProceedingsCommand } from '@parley/domain/proceedings/events'
import { describe, expect, it } from 'vitest'
import { once } from './once.ts'

const join: ProceedingsCommand = { type: 'JoinProposal', text: 'joint', proposal: 'p-1' }
const leave: ProceedingsCommand = { type: 'WithdrawProposal', text: 'joint', proposal: 'p-1' }

/** A record that grows when told to, and what was sent to it. */
const recording = (...answers: readonly boolean[]) => {
  const sent: ProceedingsCommand[] = []
  let size = 7
  const act = once(
    (command) => {
      sent.push(command)
      return Promise.resolve(answers[sent.length - 1] ?? true)
    },
    () => size,
  )
  return { act, sent, grow: () => (size += 1) }
}

describe('an act pressed twice', () => {
  it('is sent once, and both presses hear of it', async () => {
    const { act, sent } = recording()
    const [first, second] = [act(join), act(join)]
    expect([await first, await second]).toEqual([true, true])
    expect(await act(join)).toBe(true)
    expect(sent).toEqual([join])
  })

  it('is sent again once the record has grown', async () => {
    const { act, sent, grow } = recording()
    await act(join)
    grow()
    await act(join)
    expect(sent).toHaveLength(2)
  })

  it('is sent again where it was not done', async () => {
    const { act, sent } = recording(false)
    expect(await act(join)).toBe(false)
    expect(await act(join)).toBe(true)
    expect(sent).toHaveLength(2)
  })

  it('holds back no other act', async () => {
    const { act, sent } = recording()
    await Promise.all([act(join), act(leave)])
    expect(sent).toEqual([join, leave])
  })
})
