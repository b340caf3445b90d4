import { Party } from '@parley/domain/dialogue/events'
import { Mode } from '@parley/domain/meeting/convening'
import { AgendaItem, CorrespondedMessage, MotionKind, Role, Speech } from '@parley/domain/meeting/things'
import { Expression } from '@parley/domain/release/events'
import { AttachedKind, BlockKind, Body, Intent, StanceLevel } from '@parley/domain/text/things'
import { Hash, Instant, Person, Slug } from '@parley/domain/words/identity'
import { Language, Localized, LocalizedPassage } from '@parley/domain/words/language'
import * as z from 'zod'

const Count = z.int().min(0)
/** Something with a code and what it is about, such as what a meeting still lacks; see domain/src/refusal.ts. */
const Coded = z.looseObject({ code: z.string() })

const MeetingLine = z.strictObject({ meeting: Slug, number: z.int(), host: Slug })

/** A dialogue as its seats see it. */
export const DialogueView = z
  .strictObject({
    size: Count,
    dialogue: Slug,
    name: Localized,
    parties: z.array(Party),
    languages: z.array(Language),
    rulePack: z.string(),
    secretariats: z.array(z.strictObject({ seat: Slug, party: Slug.optional(), person: Person })),
    /** In the order of their numbers; of the meetings, those the asker may enter. */
    meetings: z.array(
      z.strictObject({
        ...MeetingLine.shape,
        theme: Localized,
        phase: z.enum(['convened', 'open', 'suspended', 'adjourned']),
        startsAt: Instant,
      }),
    ),
  })
  .meta({ id: 'DialogueView' })
export type DialogueView = z.infer<typeof DialogueView>

export const DialogueList = z
  .strictObject({ dialogues: z.array(z.strictObject({ dialogue: Slug, name: Localized })) })
  .meta({ id: 'DialogueList' })
export type DialogueList = z.infer<typeof DialogueList>

const TurnView = z.strictObject({
  turn: z.string(),
  item: Slug,
  seat: Slug,
  delegation: Slug.optional(),
  kind: Speech,
  message: Slug.optional(),
  limitSeconds: Count,
  usedMs: Count,
  /** Negative in overtime. */
  remainingMs: z.int(),
  state: z.enum(['running', 'warning', 'overtime', 'paused']),
  pausedFor: z.enum(['interpretation', 'technical', 'point-of-order', 'question']).optional(),
})

const RequestView = z.strictObject({
  request: z.string(),
  seat: Slug,
  delegation: Slug.optional(),
  kind: Speech,
  inscribed: z.boolean(),
})

const Used = z.strictObject({ usedMs: Count, overtimeMs: Count, turns: Count })

/** How a meeting stands at `now`. Times that run were read from the server's clock at that moment. */
export const MeetingView = z
  .strictObject({
    size: Count,
    now: Instant,
    dialogue: Slug,
    dialogueName: Localized,
    meeting: Slug,
    number: z.int(),
    host: Slug,
    phase: z.enum(['convened', 'open', 'suspended', 'adjourned']),
    theme: Localized,
    themeOf: z.record(Slug, Localized),
    mode: Mode,
    startsAt: Instant,
    openedAt: Instant.optional(),
    adjournedAt: Instant.optional(),
    languages: z.array(Language),
    rulePack: z.string(),
    retrospective: z.boolean(),
    delegations: z.array(Party),
    secretariats: z.array(z.strictObject({ seat: Slug, party: Slug.optional(), person: Person })),
    people: z.array(
      z.strictObject({
        seat: Slug,
        delegation: Slug.optional(),
        role: Role,
        person: Person,
        active: z.boolean(),
      }),
    ),
    chair: z.array(Slug),
    agenda: z.array(
      z.strictObject({
        item: AgendaItem,
        status: z.enum(['ahead', 'taken-up', 'concluded']),
        list: z.enum(['open', 'closed']),
        actualMinutes: Count.optional(),
      }),
    ),
    driftMinutes: z.int(),
    current: Slug.optional(),
    floor: TurnView.optional(),
    /** Who waits for the floor, in the order the rules call them. */
    speakers: z.array(RequestView),
    maySpeak: z.array(z.strictObject({ seat: Slug, right: z.enum(['chair', 'floor', 'point-of-order']) })),
    /** In the order of reading. */
    messages: z.array(z.strictObject({ message: CorrespondedMessage, readOut: z.boolean() })),
    /** Absent for a record entered afterwards: its speaking times are not known. */
    timeUsed: z.record(Slug, Used).optional(),
    present: z.array(Slug),
    pointOfOrder: z
      .strictObject({
        point: z.string(),
        seat: Slug,
        delegation: Slug.optional(),
        subject: z.string().optional(),
      })
      .optional(),
    appeal: z
      .strictObject({
        point: z.string(),
        by: Slug,
        votes: z.record(Slug, z.enum(['uphold', 'overrule', 'abstain'])),
      })
      .optional(),
    motions: z.array(
      z.strictObject({
        motion: z.string(),
        kind: MotionKind,
        delegation: Slug,
        opposedBy: z.array(Slug),
      }),
    ),
    /** What stands between the meeting and its opening, and what should be there but stops nobody. */
    missing: z.strictObject({ blocking: z.array(Coded), advisory: z.array(Coded) }),
    texts: z.array(
      z.strictObject({ text: Slug, title: Localized, languages: z.array(Language), root: Hash.optional() }),
    ),
    notes: z.array(z.strictObject({ item: Slug.optional(), body: LocalizedPassage, at: Instant })),
  })
  .meta({ id: 'MeetingView' })
export type MeetingView = z.infer<typeof MeetingView>

const VersionView = z.strictObject({
  version: Hash,
  intent: Intent,
  kind: BlockKind,
  body: Body,
  base: Hash.optional(),
  proposals: z.array(Slug),
  stances: z.record(Slug, StanceLevel),
  certifiedBy: z.array(Slug),
})

/** What only those who negotiate see of a text. */
const Negotiation = z.strictObject({
  order: Hash,
  blocks: z.array(
    z.strictObject({
      block: Slug,
      kind: BlockKind,
      versions: z.array(VersionView),
      agreed: Hash.optional(),
      concordant: z.boolean(),
      languagesMissing: z.array(Language),
    }),
  ),
  orderStances: z.record(Slug, z.strictObject({ order: Hash, level: StanceLevel })),
  obstacles: z.array(Coded),
  progress: z.strictObject({ openBlocks: Count, agreedBlocks: Count, unconfirmedConcordance: Count }),
  /** The root of the wording that would be adopted now; only when nothing stands against adoption. */
  ready: Hash.optional(),
  put: z
    .strictObject({
      root: Hash,
      objections: z.array(z.strictObject({ delegation: Slug, reason: z.string().optional() })),
    })
    .optional(),
  silence: z.strictObject({ root: Hash, openedAt: Instant, expiresAt: Instant }).optional(),
})

const Hand = z.strictObject({ delegation: Slug, seat: Slug, at: Instant })

export const TextView = z
  .strictObject({
    size: Count,
    text: Slug,
    title: Localized,
    languages: z.array(Language),
    negotiation: Negotiation.optional(),
    adopted: z
      .strictObject({
        root: Hash,
        mode: z.enum(['consensus', 'silence']),
        at: Instant,
        pending: z.array(Slug),
        blocks: z.array(z.strictObject({ block: Slug, kind: BlockKind, version: Hash, body: Body })),
      })
      .optional(),
    statements: z.array(
      z.strictObject({
        statement: Slug,
        delegation: Slug,
        kind: AttachedKind,
        body: LocalizedPassage,
        at: Instant,
      }),
    ),
    initialled: z.array(Hand),
    signed: z.array(Hand),
  })
  .meta({ id: 'TextView' })
export type TextView = z.infer<typeof TextView>

/** The press desk's view of a meeting's releases. */
export const ReleasesView = z
  .strictObject({
    size: Count,
    positions: z.array(
      z.strictObject({ delegation: Slug, item: Slug.optional(), position: LocalizedPassage, seq: Count }),
    ),
    versions: z.array(
      z.strictObject({
        release: Slug,
        language: Language,
        revision: z.int(),
        hash: Hash,
        expression: Expression,
        correction: z.string().optional(),
        clearedBy: z.array(Slug),
        objections: z.array(z.strictObject({ delegation: Slug, reason: z.string() })),
        editions: z.array(
          z.strictObject({
            edition: z.int(),
            hash: Hash,
            at: Instant,
            correction: z.string().optional(),
            embargoUntil: Instant.optional(),
          }),
        ),
        withdrawn: z
          .strictObject({ cause: z.string(), explanation: Localized.optional(), at: Instant })
          .optional(),
      }),
    ),
  })
  .meta({ id: 'ReleasesView' })
export type ReleasesView = z.infer<typeof ReleasesView>
