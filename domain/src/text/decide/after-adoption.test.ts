import { describe, expect, it } from 'vitest'
import { adopted, does, put, ready, rootIn, takes, target, TEXT, textIn } from '../fictional-text.ts'

const root = rootIn(ready())
const NOT_THIS = 'f'.repeat(64)
const confirms = { type: 'ConfirmAdReferendum', text: TEXT, root } as const
const initials = { type: 'InitialText', text: TEXT, root } as const
const signs = { type: 'SignText', text: TEXT, root } as const
const attaches = {
  type: 'AttachStatement',
  text: TEXT,
  statement: 's1',
  kind: 'reservation',
  body: { en: 'On paragraph one.' },
} as const

const adReferendum = ready()
  .after(does('south-head', takes('ad-referendum', target('one', 'peace'))))
  .after(does('officer', { type: 'PutText', text: TEXT, root }))
  .after(does('officer', { type: 'DeclareAdopted', text: TEXT, root }))

describe('confirming an acceptance ad referendum', () => {
  it('is for a delegation that accepted so, once', () => {
    adReferendum
      .when(does('south-alternate', confirms))
      .records({ type: 'AdReferendumConfirmed', text: TEXT, root, delegation: 'south' })
    adReferendum.when(does('north-head', confirms)).refuses({ code: 'nothing-to-confirm' })
    const confirmed = adReferendum.after(does('south-head', confirms))
    expect(textIn(confirmed).adopted?.pending).toEqual([])
    confirmed.when(does('south-head', confirms)).refuses({ code: 'nothing-to-confirm' })
  })
})

describe.each([
  ['confirming', adReferendum, confirms],
  ['initialling', adopted(), initials],
  ['signing', adopted(), signs],
] as const)('%s', (_what, told, command) => {
  it('is for head and alternate, of exactly what was adopted', () => {
    for (const seat of ['south-delegate', 'south-desk', 'south-secretary', 'officer']) {
      told.when(does(seat, command)).refuses({ code: 'not-entitled', needs: 'head-or-alternate' })
    }
    told
      .when(does('south-head', { ...command, root: NOT_THIS }))
      .refuses({ code: 'wrong-hash', expected: root })
    put().when(does('south-head', command)).refuses({ code: 'text-not-adopted', text: TEXT })
  })

  it('is possible after the meeting is adjourned', () => {
    const adjourned = told.after(does('officer', { type: 'AdjournMeeting' }))
    expect(adjourned.when(does('south-head', command)).decision.ok).toBe(true)
  })
})

describe('initialling and signing', () => {
  it('are two acts, each once per delegation, by a named seat', () => {
    adopted()
      .when(does('south-alternate', initials))
      .records({ type: 'TextInitialled', text: TEXT, root, delegation: 'south', seat: 'south-alternate' })
    adopted()
      .when(does('south-head', signs))
      .records({ type: 'TextSigned', text: TEXT, root, delegation: 'south', seat: 'south-head' })
    const initialled = adopted().after(does('south-head', initials))
    initialled.when(does('south-alternate', initials)).refuses({ code: 'already-initialled' })
    const signed = initialled.after(does('south-head', signs), does('north-head', signs))
    signed.when(does('south-alternate', signs)).refuses({ code: 'already-signed' })
    expect(textIn(signed).signed.map(({ delegation }) => delegation)).toEqual(['south', 'north'])
    expect(textIn(signed).initialled.map(({ delegation }) => delegation)).toEqual(['south'])
  })
})

describe('attaching a statement', () => {
  it('is for head, alternate and delegate from the moment the text is put', () => {
    for (const told of [put(), adopted(), adopted().after(does('officer', { type: 'AdjournMeeting' }))]) {
      told.when(does('south-delegate', attaches)).records({
        type: 'StatementAttached',
        text: TEXT,
        statement: 's1',
        delegation: 'south',
        kind: 'reservation',
        body: attaches.body,
      })
    }
    ready().when(does('south-head', attaches)).refuses({ code: 'text-not-put', text: TEXT })
    for (const seat of ['south-secretary', 'south-desk', 'officer', 'observer']) {
      put().when(does(seat, attaches)).refuses({ code: 'not-entitled', needs: 'delegation' })
    }
  })

  it('is possible while silence runs', () => {
    const running = ready().after(
      does('officer', { type: 'OpenSilence', text: TEXT, root, expiresAt: 999_000_000 }),
    )
    expect(running.when(does('south-head', attaches)).decision.ok).toBe(true)
  })

  it('has a name of its own, languages of the meeting, and fits into one event', () => {
    const attached = put().after(does('south-head', attaches))
    attached.when(does('north-head', attaches)).refuses({ code: 'statement-exists', statement: 's1' })
    put()
      .when(does('south-head', { ...attaches, body: { ar: 'x' } }))
      .refuses({ code: 'language-not-of-the-dialogue', language: 'ar' })
    put()
      .when(does('south-head', { ...attaches, body: { zh: '和'.repeat(12_000), ru: 'м'.repeat(12_000) } }))
      .refuses({ code: 'text-too-large' })
  })

  it('changes nothing of the text', () => {
    const attached = adopted().after(does('south-head', attaches))
    expect(textIn(attached).adopted).toEqual(textIn(adopted()).adopted)
  })
})
