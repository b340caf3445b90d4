import { LeafOnWire } from '@parley/protocol/live'
import * as z from 'zod'
import { give } from '../application/answer.ts'
import { MAX_PAGE, type EventPage } from '../application/events.ts'
import type { Parley } from '../application/parley.ts'
import { Count, type LogPlace } from './paths.ts'
import { asJson, type Reply, route, type Route } from './route.ts'

const Range = z.object({
  from: Count.default(0),
  limit: Count.refine((limit) => limit >= 1 && limit <= MAX_PAGE, { message: 'not-one-of' }).default(500),
})

/** Leaves are the log's own bytes; `next` is where the next page begins. */
const Events = z
  .strictObject({ size: z.int().min(0), next: z.int().min(0), leaves: z.array(LeafOnWire) })
  .meta({ id: 'Events' })
const Consistency = z.strictObject({ hashes: z.array(z.base64()) }).meta({ id: 'Consistency' })

/** What can be read of any log: its events, its signed head and the proofs. */
export const logRoutes = <Params>(parley: Parley, place: LogPlace<Params>): readonly Route[] => {
  const { url, name, params, address } = place
  return [
    route(
      {
        method: 'GET',
        url: `${url}/events`,
        summary: `The events of ${name} that the asker may see, from a sequence number on.`,
        params,
        query: Range,
        answer: { status: 200, schema: Events },
        problems: ['stale'],
      },
      async ({ params, query }, caller) => {
        const page = await parley.events(caller, address(params), query)
        return page.ok ? give(spliced(page.value)) : page
      },
    ),
    route(
      {
        method: 'GET',
        url: `${url}/checkpoint`,
        summary: `The signed head of the log of ${name} (C2SP tlog-checkpoint).`,
        params,
        answer: { status: 200, type: 'text/plain; charset=utf-8' },
      },
      async ({ params }, caller) => asText(await parley.record.checkpoint(caller, address(params))),
    ),
    route(
      {
        method: 'GET',
        url: `${url}/proof`,
        summary: `That one leaf is in the log of ${name} (C2SP tlog-proof).`,
        params,
        query: z.object({ seq: Count }),
        answer: { status: 200, type: 'text/plain; charset=utf-8' },
      },
      async ({ params, query }, caller) =>
        asText(await parley.record.inclusion(caller, address(params), query.seq)),
    ),
    route(
      {
        method: 'GET',
        url: `${url}/consistency`,
        summary: `That an earlier state of the log of ${name} is the beginning of a later one (RFC 9162, 2.1.4).`,
        params,
        query: z.object({ from: Count, to: Count }),
        answer: { status: 200, schema: Consistency },
      },
      async ({ params, query }, caller) =>
        asJson(await parley.record.consistency(caller, address(params), query)),
    ),
  ]
}

const asText = (answer: Awaited<ReturnType<Parley['record']['checkpoint']>>) =>
  answer.ok
    ? give<Reply>({
        kind: 'bytes',
        type: 'text/plain; charset=utf-8',
        bytes: new TextEncoder().encode(answer.value),
      })
    : answer

/** The leaves stand in the answer byte for byte as they stand in the log. */
const spliced = ({ size, next, leaves }: EventPage): Reply => {
  const parts = leaves.flatMap((leaf, index) => (index === 0 ? [leaf] : [COMMA, leaf]))
  const head = Buffer.from(`{"size":${size},"next":${next},"leaves":[`)
  return { kind: 'bytes', type: 'application/json', bytes: Buffer.concat([head, ...parts, TAIL]) }
}

const COMMA = Buffer.from(',')
const TAIL = Buffer.from(']}')
