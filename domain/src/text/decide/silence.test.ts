import { describe, expect, it } from 'vitest'
import { given } from '../../given.ts'
import { prepared, START } from '../../meeting/fictional-meeting.ts'
import { proceedingsDecider } from '../../proceedings/index.ts'
import { packOf } from '../../meeting/seats.ts'
import {
  adopted,
  does,
  negotiating,
  put,
  ready,
  rootIn,
  takes,
  target,
  TEXT,
  textIn,
  textOpened,
} from '../fictional-text.ts'
import { breakSilence, openSilence } from './silence.ts'

const root = rootIn(ready())
const at = START + 1000
const expiresAt = at + 24 * 3_600_000
const opens = { type: 'OpenSilence', text: TEXT, root, expiresAt } as const
const breaks = { type: 'BreakSilence', text: TEXT, by: 'objection' } as const
const closes = { type: 'CloseSilence', text: TEXT, root } as const
const running = ready().after(does('officer', opens))
const NOT_THIS = 'f'.repeat(64)

describe('opening a silence', () => {
  it('gives the delegations until a moment, in session, suspended or adjourned', () => {
    const facts = [
      ready(),
      ready().after(does('officer', { type: 'SuspendMeeting', cause: 'break' })),
      ready().after(does('officer', { type: 'AdjournMeeting' })),
    ]
    for (const told of facts) {
      told.when(does('officer', opens)).records({ type: 'SilenceOpened', text: TEXT, root, expiresAt })
    }
    given(proceedingsDecider, ...prepared(), textOpened)
      .when(does('officer', opens))
      .refuses({ code: 'meeting-not-open' })
  })

  it("is the chair's, of exactly what every delegation accepted", () => {
    ready().when(does('north-head', opens)).refuses({ code: 'not-entitled', needs: 'chair' })
    ready()
      .when(does('officer', { ...opens, root: NOT_THIS }))
      .refuses({ code: 'wrong-hash', expected: root })
    negotiating()
      .when(does('officer', opens))
      .refuses({ code: 'text-not-ready', obstacles: [{ code: 'no-blocks' }] })
  })

  it('is at least as long as the rules say', () => {
    const { minimumSeconds } = packOf(ready().state.meeting).adoption.silence
    const shortest = at + minimumSeconds * 1000
    expect(ready().when(does('officer', { ...opens, expiresAt: shortest })).decision.ok).toBe(true)
    ready()
      .when(does('officer', { ...opens, expiresAt: shortest - 1 }))
      .refuses({ code: 'silence-too-short', minimumSeconds })
  })

  it('does not run beside itself, beside a text put, or after adoption', () => {
    running.when(does('officer', opens)).refuses({ code: 'silence-running', expiresAt })
    put().when(does('officer', opens)).refuses({ code: 'text-put', text: TEXT })
    adopted().when(does('officer', opens)).refuses({ code: 'text-adopted', text: TEXT })
    running
      .when(does('officer', { type: 'PutText', text: TEXT, root }))
      .refuses({ code: 'silence-running', expiresAt })
  })

  it('is there only where the rules provide for it', () => {
    const { meeting } = ready().state
    const pack = packOf(meeting)
    const situation = { text: textIn(ready()), meeting, by: { seat: 'officer' }, at }
    const silence = { ...pack.adoption.silence, allowed: false }
    const without = { ...situation, pack: { ...pack, adoption: { ...pack.adoption, silence } } }
    expect(openSilence(without, opens)).toEqual({ ok: false, refusal: { code: 'silence-not-provided' } })
  })
})

describe('breaking a silence', () => {
  it('is one act by the head or alternate of any delegation, and negotiation goes on', () => {
    running.when(does('south-alternate', { ...breaks, by: 'amendment', reason: 'One word.' })).records({
      type: 'SilenceBroken',
      text: TEXT,
      delegation: 'south',
      by: 'amendment',
      reason: 'One word.',
    })
    for (const seat of ['south-delegate', 'south-desk', 'officer']) {
      running.when(does(seat, breaks)).refuses({ code: 'not-entitled', needs: 'head-or-alternate' })
    }
    const broken = running.after(does('south-head', breaks))
    broken.when(does('officer', closes)).refuses({ code: 'no-silence' })
    expect(broken.when(does('south-head', takes('reserve', target('one', 'peace')))).decision.ok).toBe(true)
  })

  it('is in time up to the last millisecond before it expires', () => {
    expect(running.when(does('south-head', breaks, expiresAt - 1)).decision.ok).toBe(true)
    running.when(does('south-head', breaks, expiresAt)).refuses({ code: 'silence-expired' })
  })

  it('needs a silence', () => {
    ready().when(does('south-head', breaks)).refuses({ code: 'no-silence' })
    adopted().when(does('south-head', breaks)).refuses({ code: 'text-adopted', text: TEXT })
  })

  it('is done only in the ways the rules allow', () => {
    const { meeting } = running.state
    const pack = packOf(meeting)
    const situation = { text: textIn(running), meeting, by: { seat: 'south-head' }, at }
    const silence = { ...pack.adoption.silence, brokenBy: ['objection'] as const }
    const strict = { ...situation, pack: { ...pack, adoption: { ...pack.adoption, silence } } }
    expect(breakSilence(strict, { ...breaks, by: 'amendment' })).toEqual({
      ok: false,
      refusal: { code: 'silence-not-broken-this-way' },
    })
    expect(breakSilence(strict, breaks).ok).toBe(true)
  })
})

describe('closing a silence', () => {
  it('is an act of the chair after it expired; time alone adopts nothing', () => {
    running.when(does('officer', closes, expiresAt - 1)).refuses({ code: 'silence-running', expiresAt })
    running.when(does('north-head', closes, expiresAt)).refuses({ code: 'not-entitled', needs: 'chair' })
    const { decision } = running.when(does('officer', closes, expiresAt))
    expect(decision.ok && decision.events.map(({ type }) => type)).toEqual(['TextAdopted', 'BlockAdopted'])
    expect(decision.ok && decision.events[0]).toMatchObject({ mode: 'silence', root })
  })

  it('is of exactly the wording the silence was about', () => {
    running
      .when(does('officer', { ...closes, root: NOT_THIS }, expiresAt))
      .refuses({ code: 'wrong-hash', expected: root })
    ready()
      .when(does('officer', closes, expiresAt))
      .refuses({ code: 'no-silence' })
    adopted()
      .when(does('officer', closes, expiresAt))
      .refuses({ code: 'text-adopted', text: TEXT })
  })
})
