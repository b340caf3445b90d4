import { describe, expect, it } from 'vitest'
import type { Decider } from './decider.ts'
import { accept, refuse } from './decider.ts'
import { given } from './given.ts'

type Door = { readonly open: boolean; readonly at: number }
type Opened = { readonly type: 'Opened'; readonly times: number }
type Refused = { readonly code: 'already-open'; readonly since: number }

const door: Decider<Door, { readonly type: 'Open' }, Opened, Refused> = {
  initial: { open: false, at: 0 },
  evolve: (_door, recorded) => ({ open: true, at: recorded.at }),
  decide: (state) =>
    state.open ? refuse({ code: 'already-open', since: state.at }) : accept({ type: 'Opened', times: 1 }),
}
const open = { by: { seat: 'porter' }, at: 70, command: { type: 'Open' } } as const
const opened: Opened = { type: 'Opened', times: 1 }

describe('given', () => {
  it('passes when the act records exactly these facts, whatever the order of their keys', () => {
    expect(() => given(door).when(open).records({ times: 1, type: 'Opened' })).not.toThrow()
  })

  it('fails when the act records other facts, fewer, more or none', () => {
    const outcome = given(door).when(open)
    expect(() => outcome.records({ type: 'Opened', times: 2 })).toThrow('records other facts')
    expect(() => outcome.records()).toThrow('records other facts')
    expect(() => outcome.records(opened, opened)).toThrow('records other facts')
    expect(() => given(door, opened).when(open).records()).toThrow('already-open')
  })

  it('passes when the act is refused for this reason and fails for another or none', () => {
    const outcome = given(door, { event: opened, at: 5 }).when(open)
    expect(() => outcome.refuses({ code: 'already-open', since: 5 })).not.toThrow()
    expect(() => outcome.refuses({ code: 'already-open', since: 6 })).toThrow('not refused this way')
    expect(() => given(door).when(open).refuses({ code: 'already-open', since: 0 })).toThrow('Opened')
  })

  it('puts what earlier acts led to on the log, at the time of the act', () => {
    expect(given(door).after(open).state).toEqual({ open: true, at: 70 })
    expect(() => given(door).after(open, open)).toThrow('to be allowed')
  })

  it('dates bare facts one millisecond apart', () => {
    expect(given(door, opened, opened).state.at).toBe(2)
  })
})
