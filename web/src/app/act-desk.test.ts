import type { ActDone } from '@parley/client/parley-client'
import type { Result } from '@parley/client/result'
import { describe, expect, it } from 'vitest'
import { createActDesk, type Send } from './act-desk.ts'

const LOG = 'meeting/north-south/m8'
const DONE: Result<ActDone> = { ok: true, value: { log: LOG, firstSeq: 0, count: 1, repeated: false } }
const UNREACHABLE: Result<ActDone> = {
  ok: false,
  problem: { status: 0, code: 'unreachable', cause: 'no network' },
}
const REFUSED: Result<ActDone> = {
  ok: false,
  problem: {
    type: 'urn:parley:refusal:list-closed',
    status: 422,
    code: 'list-closed',
    refusal: { code: 'list-closed' },
  },
}

/** A desk whose server gives these answers in turn, and what was sent to it. */
const desk = (...answers: readonly Result<ActDone>[]) => {
  const sent: { readonly id: string; readonly type: string }[] = []
  let count = 0
  const send: Send = async (_log, id, { type }) => {
    sent.push({ id, type })
    return answers[sent.length - 1] ?? DONE
  }
  return { sent, ...createActDesk(send, () => `act-${(count += 1)}`) }
}

describe('an act', () => {
  it('is pending until the server has answered', async () => {
    const { act, read } = desk(DONE)
    const answered = act(LOG, { type: 'OpenMeeting' })
    expect(read().pending).toMatchObject([{ command: { type: 'OpenMeeting' }, state: 'sent' }])
    expect(await answered).toBe(true)
    expect(read()).toEqual({ pending: [], trouble: undefined })
  })

  it('that is refused leaves the reason, until the next act or until it is put away', async () => {
    const { act, read, putAway } = desk(REFUSED, DONE, REFUSED)
    expect(await act(LOG, { type: 'RequestFloor' })).toBe(false)
    expect(read()).toMatchObject({ pending: [], trouble: { code: 'list-closed' } })
    await act(LOG, { type: 'OpenList' })
    expect(read().trouble).toBeUndefined()
    await act(LOG, { type: 'RequestFloor' })
    putAway()
    expect(read().trouble).toBeUndefined()
  })

  it('that found no connection waits, and is sent once more under the same name when there is one', async () => {
    const { act, connected, read, sent } = desk(UNREACHABLE, DONE)
    expect(await act(LOG, { type: 'RequestFloor' })).toBe(false)
    expect(read().pending).toMatchObject([{ id: 'act-1', state: 'waiting' }])
    await connected()
    await connected()
    expect(sent).toEqual([
      { id: 'act-1', type: 'RequestFloor' },
      { id: 'act-1', type: 'RequestFloor' },
    ])
    expect(read().pending).toEqual([])
  })

  it('that waited and is then refused says why', async () => {
    const { act, connected, read } = desk(UNREACHABLE, REFUSED)
    await act(LOG, { type: 'RequestFloor' })
    await connected()
    expect(read()).toMatchObject({ pending: [], trouble: { code: 'list-closed' } })
  })

  it('tells whoever listens of each step, and nobody who has left', async () => {
    const { act, subscribe } = desk(DONE)
    let told = 0
    const stop = subscribe(() => (told += 1))
    await act(LOG, { type: 'OpenMeeting' })
    expect(told).toBe(2)
    stop()
    await act(LOG, { type: 'OpenMeeting' })
    expect(told).toBe(2)
  })
})
