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

const DISK_FAULT: Result<ActDone> = {
  ok: false,
  problem: { type: 'urn:parley:problem:disk-fault', status: 503, code: 'disk-fault' },
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

  it('that the server could not record is held, and sent under the same name when the person says so', async () => {
    const { act, again, connected, read, sent } = desk(DISK_FAULT, DONE)
    expect(await act(LOG, { type: 'GiveFloor' })).toBe(false)
    expect(read()).toMatchObject({ pending: [{ state: 'held' }], trouble: { code: 'disk-fault' } })
    await connected()
    expect(sent).toHaveLength(1)
    await again('act-1')
    expect(sent.map(({ id }) => id)).toEqual(['act-1', 'act-1'])
    expect(read()).toEqual({ pending: [], trouble: undefined })
  })

  it('that waits or is held can be given up; one that is on its way cannot', async () => {
    const { act, discard, read } = desk(UNREACHABLE)
    const answered = act(LOG, { type: 'RequestFloor' })
    discard('act-1')
    expect(read().pending).toHaveLength(1)
    await answered
    discard('act-1')
    expect(read().pending).toEqual([])
  })
})

describe('acts kept over a reload', () => {
  it('wait for the connection and go out once under the ids they had, whether or not they had been sent', async () => {
    const kept = (['sent', 'waiting', 'held'] as const).map((state) => ({
      id: `old-${state}`,
      log: LOG,
      command: { type: 'RequestFloor' },
      state,
    }))
    const sent: string[] = []
    const laid: string[][] = []
    const { connected, read } = createActDesk(
      async (_log, id) => {
        sent.push(id)
        return DONE
      },
      () => 'fresh',
      { read: () => kept, write: (acts) => laid.push(acts.map(({ id }) => id)) },
    )
    await connected()
    expect(sent).toEqual(['old-sent', 'old-waiting'])
    expect(read().pending).toMatchObject([{ id: 'old-held', state: 'held' }])
    expect(laid.at(-1)).toEqual(['old-held'])
  })
})
