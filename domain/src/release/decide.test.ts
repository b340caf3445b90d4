import { describe, expect, it } from 'vitest'
import type { Act } from '../decider.ts'
import { given } from '../given.ts'
import { opened, START } from '../meeting/fictional-meeting.ts'
import type { ProceedingsEvent } from '../proceedings/events.ts'
import { proceedingsDecider } from '../proceedings/index.ts'
import type { ReleaseCommand } from './commands.ts'
import type { Expression } from './events.ts'
import { expressionHash } from './expression-hash.ts'
import { versionKey } from './state.ts'

const of = { release: 'main', language: 'en' } as const
const wording = (text: string): Expression => ({
  headline: 'The meeting was held',
  dateline: 'River City, 14 May',
  byline: 'Secretariat of the meeting',
  source: 'Secretariat of the meeting',
  paragraphs: [{ text, facts: [0, 3] }],
})
const first = wording('They met.')
const second = wording('They met and agreed.')
const hash = expressionHash(first)
const later = expressionHash(second)

const does = (seat: string, command: ReleaseCommand, at = START + 2000): Act<ReleaseCommand> => ({
  by: { seat },
  at,
  command,
})
const drafts = { type: 'DraftRelease', ...of, expression: first } as const
const edits = { type: 'EditRelease', ...of, expression: second, base: hash } as const
const clears = { type: 'ClearRelease', ...of, hash } as const
const objects = { type: 'ObjectToRelease', ...of, hash, reason: 'The order of the names.' } as const
const publishes = { type: 'PublishRelease', ...of, hash } as const
const withdraws = { type: 'WithdrawRelease', ...of, cause: 'published-in-error' } as const

const session = given(proceedingsDecider, ...opened())
const after = (...facts: readonly ProceedingsEvent[]) =>
  given(proceedingsDecider, ...opened(), { type: 'MeetingAdjourned' } as const, ...facts)
const drafted = after().after(does('north-desk', drafts))
const cleared = drafted.after(does('north-press', clears), does('south-head', clears))
const published = cleared.after(does('joint-desk', publishes))
const versionIn = ({ state }: typeof drafted) => state.releases.versions[versionKey(of)]

describe('approving a position', () => {
  const approves = { type: 'ApprovePosition', position: { en: 'We look to the river.' } } as const

  it('is for head, alternate, secretary and the own secretariat of a delegation', () => {
    for (const seat of ['south-head', 'south-alternate', 'south-secretary', 'south-desk']) {
      session
        .when(does(seat, approves))
        .records({ type: 'PositionApproved', delegation: 'south', position: approves.position })
    }
    for (const seat of ['south-press', 'south-delegate', 'officer', 'joint-desk', 'observer']) {
      session
        .when(does(seat, approves))
        .refuses({ code: 'not-entitled', needs: 'secretariat-of-the-delegation' })
    }
  })

  it('replaces the earlier one of the same delegation on the same item', () => {
    const told = session.after(
      does('south-head', { ...approves, item: 'topic' }),
      does('south-head', approves),
      does('north-head', approves),
      does('south-desk', { ...approves, item: 'topic', position: { en: 'Otherwise.' } }),
    )
    expect(told.state.releases.positions.map(({ delegation, item }) => [delegation, item])).toEqual([
      ['south', undefined],
      ['north', undefined],
      ['south', 'topic'],
    ])
    expect(told.state.releases.positions.at(-1)?.position).toEqual({ en: 'Otherwise.' })
  })

  it('is on an item of the agenda, and fits into one event', () => {
    session
      .when(does('south-head', { ...approves, item: 'nowhere' }))
      .refuses({ code: 'item-unknown', item: 'nowhere' })
    const long = { zh: '和'.repeat(12_000), ru: 'м'.repeat(12_000) }
    session.when(does('south-head', { ...approves, position: long })).refuses({ code: 'release-too-large' })
  })

  it('needs a meeting', () => {
    given(proceedingsDecider).when(does('south-head', approves)).refuses({ code: 'meeting-unknown' })
  })
})

describe('drafting', () => {
  it('starts a language version, also before the meeting ends', () => {
    session
      .when(does('south-press', drafts))
      .records({ type: 'ReleaseDrafted', ...of, revision: 1, hash, expression: first })
  })

  it('is for press, secretaries and secretariats, as are editing, publishing and withdrawing', () => {
    for (const seat of ['south-press', 'south-secretary', 'south-desk', 'joint-desk']) {
      expect(after().when(does(seat, drafts)).decision.ok).toBe(true)
    }
    for (const seat of ['south-head', 'south-delegate', 'officer', 'interpreter', 'observer', 'nobody']) {
      for (const command of [drafts, edits, publishes, withdraws]) {
        published.when(does(seat, command)).refuses({ code: 'not-entitled', needs: 'press-or-secretariat' })
      }
    }
  })

  it('happens once for a language, with a wording', () => {
    drafted.when(does('south-desk', drafts)).refuses({ code: 'release-exists' })
    const { expression: _expression, ...wordless } = drafts
    after()
      .when(does('south-desk', { ...wordless, language: 'fr' }))
      .refuses({ code: 'no-writer-for-language', language: 'fr' })
    const paragraphs = Array.from({ length: 6 }, () => ({ text: 'м'.repeat(12_000), facts: [] }))
    after()
      .when(does('south-desk', { ...drafts, expression: { ...first, paragraphs } }))
      .refuses({ code: 'release-too-large' })
  })
})

describe('editing', () => {
  it('is of the revision the editor had before them', () => {
    drafted
      .when(does('south-press', edits))
      .records({ type: 'ReleaseEdited', ...of, revision: 2, hash: later, expression: second })
    drafted.when(does('south-press', { ...edits, base: later })).refuses({ code: 'release-stale', hash })
    drafted.when(does('south-press', { ...edits, expression: first })).refuses({ code: 'release-unchanged' })
    after().when(does('south-press', edits)).refuses({ code: 'release-unknown' })
  })

  it('voids every clearance and objection', () => {
    const objected = cleared.after(does('south-desk', objects), does('north-press', edits))
    expect(versionIn(objected)).toMatchObject({ clearedBy: [], objections: [], revision: 2, hash: later })
  })

  it('says what it corrects only in what is published', () => {
    drafted
      .when(does('south-press', { ...edits, correction: 'The date.' }))
      .refuses({ code: 'release-not-published' })
    const { decision } = published.when(does('south-press', { ...edits, correction: 'The date.' }))
    expect(decision.ok && decision.events[0]).toMatchObject({ correction: 'The date.' })
  })

  it('fits into one event, its corrections into one passage', () => {
    const paragraphs = Array.from({ length: 6 }, () => ({ text: 'м'.repeat(12_000), facts: [] }))
    drafted
      .when(does('south-press', { ...edits, expression: { ...second, paragraphs } }))
      .refuses({ code: 'release-too-large' })
    const half = 'x'.repeat(6001)
    const corrected = published.after(does('south-press', { ...edits, correction: half }))
    corrected
      .when(does('south-press', { ...edits, base: later, expression: first, correction: half }))
      .refuses({ code: 'release-too-large' })
  })
})

describe('clearing and objecting', () => {
  it('is for head, alternate, secretary, press and the own secretariat of a delegation', () => {
    for (const seat of ['south-head', 'south-alternate', 'south-secretary', 'south-press', 'south-desk']) {
      drafted.when(does(seat, clears)).records({ type: 'ReleaseCleared', ...of, hash, delegation: 'south' })
      drafted
        .when(does(seat, objects))
        .records({ type: 'ReleaseObjected', ...of, hash, delegation: 'south', reason: objects.reason })
    }
    for (const seat of ['south-delegate', 'south-adviser', 'officer', 'joint-desk', 'observer']) {
      for (const command of [clears, objects]) {
        drafted
          .when(does(seat, command))
          .refuses({ code: 'not-entitled', needs: 'secretariat-of-the-delegation' })
      }
    }
  })

  it('binds exactly the draft as it is now', () => {
    for (const command of [clears, objects]) {
      drafted.when(does('south-head', { ...command, hash: later })).refuses({ code: 'release-stale', hash })
      after().when(does('south-head', command)).refuses({ code: 'release-unknown' })
      published.when(does('south-head', command)).refuses({ code: 'release-already-published' })
    }
  })

  it('is one word per delegation, the last one', () => {
    cleared.when(does('south-desk', clears)).refuses({ code: 'release-already-cleared' })
    const objected = cleared.after(does('south-desk', objects))
    expect(versionIn(objected)).toMatchObject({
      clearedBy: ['north'],
      objections: [{ delegation: 'south', reason: objects.reason }],
    })
    expect(versionIn(objected.after(does('south-head', clears)))).toMatchObject({
      clearedBy: ['north', 'south'],
      objections: [],
    })
  })
})

describe('publishing', () => {
  it('puts out what every delegation cleared, as the next edition', () => {
    cleared
      .when(does('joint-desk', publishes))
      .records({ type: 'ReleasePublished', ...of, edition: 1, hash, expression: first })
    const embargoUntil = START + 9_000_000
    cleared
      .when(does('joint-desk', { ...publishes, embargoUntil }))
      .records({ type: 'ReleasePublished', ...of, edition: 1, hash, expression: first, embargoUntil })
  })

  it('waits for the end of the meeting, for every delegation and for no objection', () => {
    session
      .after(does('north-desk', drafts), does('north-desk', clears), does('south-desk', clears))
      .when(does('north-desk', publishes))
      .refuses({ code: 'release-before-adjournment' })
    drafted
      .after(does('south-desk', clears))
      .when(does('north-desk', publishes))
      .refuses({ code: 'release-not-cleared', delegations: ['north'] })
    cleared
      .after(does('south-desk', objects))
      .when(does('north-desk', publishes))
      .refuses({ code: 'release-objected', delegations: ['south'] })
    after().when(does('north-desk', publishes)).refuses({ code: 'release-unknown' })
  })

  it('is of exactly the draft as it is now, each draft once', () => {
    cleared.when(does('north-desk', { ...publishes, hash: later })).refuses({ code: 'release-stale', hash })
    published.when(does('north-desk', publishes)).refuses({ code: 'release-already-published' })
  })

  it('carries the corrections made since the last edition, and only those', () => {
    const third = wording('They met, agreed and parted.')
    const corrected = published.after(
      does('north-desk', { ...edits, correction: 'They also agreed.' }),
      does('north-desk', { ...edits, base: later, expression: third, correction: 'And parted.' }),
    )
    const hash = expressionHash(third)
    const again = corrected.after(
      does('north-desk', { ...clears, hash }),
      does('south-desk', { ...clears, hash }),
      does('north-desk', { ...publishes, hash }),
    )
    expect(versionIn(again)?.editions.map(({ edition, correction }) => [edition, correction])).toEqual([
      [1, undefined],
      [2, 'They also agreed.\nAnd parted.'],
    ])
    const typographic = again.after(does('north-desk', { ...edits, base: hash }))
    expect(versionIn(typographic)?.correction).toBeUndefined()
  })
})

describe('withdrawing', () => {
  it('is of what is published, for good', () => {
    published.when(does('south-press', { ...withdraws, explanation: { en: 'By mistake.' } })).records({
      type: 'ReleaseWithdrawn',
      ...of,
      cause: 'published-in-error',
      explanation: { en: 'By mistake.' },
    })
    drafted.when(does('south-press', withdraws)).refuses({ code: 'release-not-published' })
    after().when(does('south-press', withdraws)).refuses({ code: 'release-unknown' })
    const gone = published.after(does('south-press', withdraws))
    for (const command of [drafts, edits, publishes, withdraws, clears, objects]) {
      gone.when(does('south-press', command)).refuses({ code: 'release-withdrawn' })
    }
  })

  it('leaves the other languages as they are', () => {
    const gone = published.after(does('south-press', withdraws))
    expect(gone.when(does('south-press', { ...drafts, language: 'ru' })).decision.ok).toBe(true)
  })
})
