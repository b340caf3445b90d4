import { PROTOCOL_CODES, type ProtocolCode } from '@parley/protocol/problem'
import * as z from 'zod'
import type { Route } from './route.ts'

type Json = { readonly [key: string]: unknown }

/** The API as an OpenAPI 3.1 document, made of the same schemas that parse what comes in. */
export const openApiOf = (routes: readonly Route[]): object => {
  const schemas: Record<string, unknown> = {}
  const ref = (schema: z.ZodType, io: 'input' | 'output'): Json => referenced(schema, io, schemas)
  const paths: Record<string, Record<string, unknown>> = {}
  for (const one of routes) {
    const path = `/api${one.url.replaceAll(/:([a-z]+)/g, '{$1}')}`
    paths[path] = { ...paths[path], [one.method.toLowerCase()]: operationOf(one, ref) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Parley',
      version: '1',
      description:
        'The record of standing dialogues: acts, events, views, proofs. The live protocol stands beside it.',
    },
    paths,
    components: {
      schemas: { ...schemas, Problem: PROBLEM },
      securitySchemes: {
        session: { type: 'http', scheme: 'bearer' },
        cookie: { type: 'apiKey', in: 'cookie', name: '__Host-parley' },
      },
    },
  }
}

type Ref = (schema: z.ZodType, io: 'input' | 'output') => Json

const operationOf = (one: Route, ref: Ref): Json => ({
  operationId: operationId(one),
  summary: one.summary,
  security: one.who === 'anyone' ? [] : [{ session: [] }, { cookie: [] }],
  parameters: [...parametersOf(one.params, 'path', ref), ...parametersOf(one.query, 'query', ref)],
  ...(one.body === undefined
    ? {}
    : {
        requestBody: {
          required: true,
          content:
            one.takesBytes === undefined
              ? { 'application/json': { schema: ref(one.body, 'input') } }
              : { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
        },
      }),
  responses: { ...answerOf(one, ref), ...problemsOf(one) },
})

const operationId = ({ method, url }: Route): string =>
  [method.toLowerCase(), ...url.split('/').filter((part) => part !== '')]
    .map((part) => part.replaceAll(/[^A-Za-z]/g, ''))
    .join('-')

const answerOf = ({ answer }: Route, ref: Ref): Json => {
  const { status, type, schema } = answer
  if (status === 204) return { 204: { description: 'Done.' } }
  const content = schema === undefined ? {} : { schema: ref(schema, 'output') }
  return { [status]: { description: 'Done.', content: { [type ?? 'application/json']: content } } }
}

/** What may go wrong on every route, and what more on those that know who asks or read a body. */
const ALWAYS: readonly ProtocolCode[] = ['not-found', 'too-many', 'bug', 'disk-fault', 'closing']
const FOR_CALLERS: readonly ProtocolCode[] = ['not-signed-in', 'in-lobby']
const WITH_BODY: readonly ProtocolCode[] = ['malformed', 'too-large', 'not-json', 'origin-refused']

const problemsOf = (one: Route): Json => {
  const codes = new Set<ProtocolCode>([
    ...(one.problems ?? []),
    ...ALWAYS,
    ...(one.who === 'caller' ? FOR_CALLERS : []),
    ...(one.body === undefined ? [] : WITH_BODY),
    ...(one.query === undefined ? [] : (['malformed'] as const)),
  ])
  const byStatus = Map.groupBy(codes, (code) => String(PROTOCOL_CODES[code]))
  const refusals: readonly (readonly [string, string])[] =
    one.who === 'caller'
      ? [
          ['403', 'not entitled'],
          ['422', 'refused by the rules'],
        ]
      : []
  const described = new Map([...byStatus].map(([status, codes]) => [status, codes.join(', ')]))
  for (const [status, what] of refusals) {
    described.set(status, [described.get(status), what].filter((part) => part !== undefined).join(', '))
  }
  return Object.fromEntries(
    [...described].map(([status, description]) => [
      status,
      {
        description,
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  )
}

const parametersOf = (schema: z.ZodType | undefined, where: 'path' | 'query', ref: Ref): readonly Json[] => {
  if (!(schema instanceof z.ZodObject)) return []
  return Object.entries(schema.shape).map(([name, inner]) => {
    if (!(inner instanceof z.ZodType)) throw new Error(`${name} has no schema`)
    return {
      name,
      in: where,
      required: where === 'path' || !inner.safeParse(undefined).success,
      schema: ref(inner, 'input'),
    }
  })
}

/** A schema as it stands in the document; parts with a name are put beside the paths and referred to. */
const referenced = (schema: z.ZodType, io: 'input' | 'output', schemas: Record<string, unknown>): Json => {
  const made: { $defs?: Record<string, unknown>; $schema?: unknown; id?: string } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
  })
  const { $defs = {}, $schema: _dialect, id, ...own } = pointed(made)
  for (const [name, part] of Object.entries($defs)) schemas[name] = named(part)
  if (id === undefined) return own
  schemas[id] = own
  return { $ref: `#/components/schemas/${id}` }
}

type Made = { $defs?: Record<string, unknown>; $schema?: unknown; id?: string }

const pointed = (made: object): Made =>
  JSON.parse(JSON.stringify(made).replaceAll('"#/$defs/', '"#/components/schemas/'))

const named = (part: unknown): unknown => {
  if (typeof part !== 'object' || part === null) return part
  return Object.fromEntries(Object.entries(part).filter(([key]) => key !== 'id'))
}

/** RFC 9457; see protocol/src/problem.ts. */
const PROBLEM: Json = {
  type: 'object',
  required: ['type', 'status', 'code', 'title'],
  properties: {
    type: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'Stable; a program needs nothing else.' },
    title: { type: 'string', description: 'For people, in the language asked for.' },
    refusal: { type: 'object', required: ['code'], properties: { code: { type: 'string' } } },
    malformations: {
      type: 'array',
      maxItems: 20,
      items: {
        type: 'object',
        required: ['path', 'code'],
        properties: { path: { type: 'string' }, code: { type: 'string' } },
      },
    },
    size: { type: 'integer', description: 'With stale: how many leaves the log has.' },
    retryAfterSeconds: { type: 'integer' },
  },
}
