import { describe, expect, it } from 'vitest'
import { DialogueEvent } from './dialogue/events.ts'
import { Role } from './meeting/things.ts'
import { ProceedingsEvent } from './proceedings/events.ts'
import dialogueEvents from './dialogue/history/events.json' with { type: 'json' }
import meetingEvents from './meeting/history/events.json' with { type: 'json' }
import releaseEvents from './release/history/events.json' with { type: 'json' }
import textEvents from './text/history/events.json' with { type: 'json' }
import { initialReleases } from './release/state.ts'
import { canSee, canSeeChamber, canSeeDialogue, circumstancesOf, SITS_IN_CHAMBER } from './visibility.ts'
import type { Circumstances, Viewer } from './visibility.ts'

// Written a second time, from the viewer's side: what each kind of viewer is refused. Everything not named here is seen.
const NEGOTIATION = [
  'ProposalTabled',
  'ProposalJoined',
  'ProposalWithdrawn',
  'BlocksArranged',
  'StanceTaken',
  'ConcordanceCertified',
  'TextPut',
  'ObjectionRaised',
  'ObjectionWithdrawn',
  'TextTakenBack',
  'SilenceOpened',
  'SilenceBroken',
]
const DESK = ['PositionApproved', 'ReleaseDrafted', 'ReleaseEdited', 'ReleaseCleared', 'ReleaseObjected']
const ROOM = [
  'SecretariatJoined',
  'SecretariatLeft',
  'MessageReceived',
  'DocumentDeposited',
  'AttendanceRecorded',
  'ListOpened',
  'ListClosed',
  'FloorRequested',
  'RequestWithdrawn',
  'TimeLimitSet',
  'PointOfOrderRaised',
  'PointOfOrderRuled',
  'RulingAppealed',
  'AppealVoteCast',
  'AppealDecided',
  'MotionMoved',
  'MotionOpposed',
  'MotionDecided',
  'RecordingOrdered',
  'RecordingInterrupted',
  'RecordingContinued',
  'RecordingEnded',
  'RecordingListed',
]
const NONE: readonly string[] = []
const HIDDEN_FROM: Readonly<Record<Role, readonly string[]>> = {
  head: NONE,
  alternate: NONE,
  delegate: NONE,
  regional: NONE,
  adviser: NONE,
  secretary: NONE,
  officer: NONE,
  interpreter: NONE,
  press: NEGOTIATION,
  observer: [...NEGOTIATION, ...DESK],
}
const HIDDEN_FROM_PUBLIC = [...NEGOTIATION, ...DESK, ...ROOM]

const EVENTS = [...meetingEvents, ...textEvents, ...releaseEvents].map((event) =>
  ProceedingsEvent.parse(event),
)
const TYPES = ProceedingsEvent.options.map(({ shape }) => shape.type.value)
/** One edition of `main/zh` stands in the examples under this embargo, and one under none. */
const EMBARGO = 1_700_100_000_000

const DELEGATIONS = [undefined, 'north', 'south']
const PARTIES = [undefined, 'north', 'south']
const accredited = (role: Role, delegation: string | undefined): Viewer => ({
  kind: 'accredited',
  seat: 'somebody',
  role,
  ...(delegation === undefined ? {} : { delegation }),
})
const secretariat = (party: string | undefined): Viewer => ({
  kind: 'secretariat',
  seat: 'desk',
  ...(party === undefined ? {} : { party }),
})

const CIRCUMSTANCES: readonly Circumstances[] = [EMBARGO - 1, EMBARGO].flatMap((now) =>
  [false, true].flatMap((recordPublic) => [
    { now, recordPublic },
    { now, recordPublic, withdrawn: ['main/ru'] },
    { now, recordPublic, withdrawn: ['main/zh'] },
  ]),
)
const isOut = (event: ProceedingsEvent, { now, withdrawn }: Circumstances): boolean =>
  event.type !== 'ReleasePublished' ||
  ((event.embargoUntil === undefined || now >= EMBARGO) && !(withdrawn ?? []).includes('main/zh'))

describe('every fact of a meeting log', () => {
  it('is known by name in the table below', () => {
    const named = new Set(HIDDEN_FROM_PUBLIC)
    expect([...named].filter((type) => !TYPES.some((known) => known === type))).toEqual([])
    expect(named.size).toBe(HIDDEN_FROM_PUBLIC.length)
  })

  it('is among the examples', () => {
    expect(new Set(EVENTS.map(({ type }) => type))).toEqual(new Set(TYPES))
  })

  describe.each(TYPES)('%s', (type) => {
    const events = EVENTS.filter((event) => event.type === type)

    it('is seen by the operator and every secretariat, always', () => {
      for (const circumstances of CIRCUMSTANCES) {
        for (const viewer of [{ kind: 'operator' } as const, ...PARTIES.map(secretariat)]) {
          for (const event of events) expect(canSee(event, viewer, circumstances)).toBe(true)
        }
      }
    })

    it.each(Role.options)('is seen by %s as the table says, of whatever delegation', (role) => {
      for (const circumstances of CIRCUMSTANCES) {
        for (const delegation of DELEGATIONS) {
          for (const event of events) {
            const expected =
              !HIDDEN_FROM[role].includes(type) && (role !== 'observer' || isOut(event, circumstances))
            expect(canSee(event, accredited(role, delegation), circumstances)).toBe(expected)
          }
        }
      }
    })

    it('is seen by the public only once the record is public, and never what is not for it', () => {
      for (const circumstances of CIRCUMSTANCES) {
        for (const event of events) {
          const expected =
            circumstances.recordPublic && !HIDDEN_FROM_PUBLIC.includes(type) && isOut(event, circumstances)
          expect(canSee(event, { kind: 'public' }, circumstances)).toBe(expected)
        }
      }
    })
  })

  it('is denied to everybody when its name is not known', () => {
    const [example] = EVENTS
    if (example === undefined) throw new Error('no example')
    for (const type of ['Unheard', 'constructor', '__proto__']) {
      const unknown = { ...example }
      Object.assign(unknown, { type })
      for (const viewer of [
        { kind: 'operator' } as const,
        secretariat('north'),
        accredited('head', 'north'),
      ]) {
        expect(canSee(unknown, viewer, { now: EMBARGO, recordPublic: true })).toBe(false)
      }
    }
  })
})

describe("the dialogue's log", () => {
  it('is seen by everybody with a seat, and by the public only as far as a public meeting shows it', () => {
    const shown = ['DialogueFounded', 'MeetingNumbered']
    for (const event of dialogueEvents.map((one) => DialogueEvent.parse(one))) {
      for (const viewer of [
        { kind: 'operator' } as const,
        secretariat('north'),
        accredited('observer', undefined),
      ]) {
        expect(canSeeDialogue(event, viewer)).toBe(true)
      }
      expect(canSeeDialogue(event, { kind: 'public' })).toBe(false)
      expect(canSeeDialogue(event, { kind: 'public' }, { recordPublic: true })).toBe(
        shown.includes(event.type),
      )
    }
  })
})

describe("a delegation's chamber", () => {
  const insiders: readonly Role[] = ['head', 'alternate', 'delegate', 'regional', 'adviser', 'secretary']

  it('is seen by its own people but the press, and by its own secretariat', () => {
    for (const role of Role.options) {
      for (const delegation of DELEGATIONS) {
        const expected = delegation === 'north' && insiders.includes(role)
        expect(canSeeChamber('north', accredited(role, delegation))).toBe(expected)
        expect(SITS_IN_CHAMBER[role]).toBe(insiders.includes(role))
      }
    }
    for (const party of PARTIES) expect(canSeeChamber('north', secretariat(party))).toBe(party === 'north')
  })

  it('is seen by nobody else, the operator included', () => {
    expect(canSeeChamber('north', { kind: 'operator' })).toBe(false)
    expect(canSeeChamber('north', { kind: 'public' })).toBe(false)
  })
})

describe('the circumstances of a meeting', () => {
  it('are not public before anything is published', () => {
    expect(circumstancesOf(initialReleases, 5)).toEqual({ now: 5, recordPublic: false, withdrawn: [] })
  })

  it('turn public at the moment an embargo passes', () => {
    const version = {
      release: 'main',
      language: 'zh',
      revision: 1,
      hash: 'x',
      expression: { headline: 'h', dateline: 'd', byline: 'b', source: 's', paragraphs: [] },
      clearedBy: [],
      objections: [],
    }
    const edition = { edition: 1, hash: 'x', expression: version.expression, at: 3, embargoUntil: EMBARGO }
    const releases = { positions: [], versions: { 'main/zh': { ...version, editions: [edition] } } }
    expect(circumstancesOf(releases, EMBARGO - 1).recordPublic).toBe(false)
    expect(circumstancesOf(releases, EMBARGO).recordPublic).toBe(true)
  })
})
