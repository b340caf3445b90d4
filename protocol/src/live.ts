import { Slug } from '@parley/domain/words/identity'
import * as z from 'zod'
import { ActDone, ActId } from './acts.ts'
import { LogName, Principal } from './address.ts'
import { PadNews, PadRequest } from './pads.ts'
import type { Problem } from './problem.ts'

/** The live protocol's version; see docs/protocol.md. */
export const LIVE_VERSION = 1

/** What a client may send: one JSON object per text message, at most 64 KiB. The first must be `hello`. */
export const ClientMessage = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('hello'), version: z.literal(LIVE_VERSION) }),
  /** Send me this log's leaves from `from` on, then each new one as it is recorded. */
  z.strictObject({ type: z.literal('follow'), log: LogName, from: z.int().min(0) }),
  z.strictObject({ type: z.literal('unfollow'), log: LogName }),
  /** A command for a log; the answer carries the same id. The command is parsed by the log's own schema. */
  z.strictObject({
    type: z.literal('act'),
    log: LogName,
    id: ActId,
    expectedSize: z.int().min(0).optional(),
    command: z.looseObject({ type: z.string().max(64) }),
  }),
  /** I am at this meeting, or away from the screen. Presence is never recorded. */
  z.strictObject({ type: z.literal('presence'), log: LogName, state: z.enum(['here', 'away']) }),
  z.strictObject({ type: z.literal('ping'), n: z.int() }),
  ...PadRequest,
])
export type ClientMessage = z.infer<typeof ClientMessage>

export const Present = z.strictObject({
  seat: Slug,
  state: z.enum(['here', 'away']),
  connections: z.int().min(1),
})
export type Present = z.infer<typeof Present>

const ProblemOnWire = z.custom<Problem>(
  (value) => typeof value === 'object' && value !== null && 'code' in value,
)

/** A leaf as it stands in the log; `canonical(leaf)` gives its exact bytes back. */
export const LeafOnWire = z.strictObject({
  v: z.literal(1),
  log: z.string(),
  seq: z.int().min(0),
  at: z.int().min(0),
  type: z.string(),
  by: z.record(z.string(), z.unknown()),
  data: z.record(z.string(), z.unknown()),
})
export type LeafOnWire = z.infer<typeof LeafOnWire>

/** What the server sends. */
export const ServerMessage = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('welcome'),
    version: z.literal(LIVE_VERSION),
    principal: Principal,
    now: z.int(),
  }),
  z.strictObject({ type: z.literal('leaf'), leaf: LeafOnWire }),
  /**
   * The follower has everything it may see of the first `size` leaves. Sent when it has caught up, and after leaves
   * it may not see, so that a resume never asks for them again.
   */
  z.strictObject({ type: z.literal('caught-up'), log: z.string(), size: z.int().min(0) }),
  z.strictObject({ type: z.literal('done'), id: z.string(), done: ActDone }),
  z.strictObject({ type: z.literal('refused'), id: z.string(), problem: ProblemOnWire }),
  z.strictObject({ type: z.literal('presence'), log: z.string(), present: z.array(Present) }),
  z.strictObject({ type: z.literal('problem'), problem: ProblemOnWire, log: z.string().optional() }),
  z.strictObject({ type: z.literal('pong'), n: z.int(), now: z.int() }),
  ...PadNews,
])
export type ServerMessage = z.infer<typeof ServerMessage>

/** WebSocket close codes (RFC 6455 7.4.2, private range). A client reconnects after all but the first three. */
export const CLOSE = {
  signedOut: 4401,
  refusedOrigin: 4403,
  protocolError: 4400,
  tooSlow: 4408,
  tooMany: 4429,
  goingAway: 1001,
} as const
