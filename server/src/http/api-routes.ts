import * as z from 'zod'
import { give } from '../application/answer.ts'
import type { Parley } from '../application/parley.ts'
import { dialogueRoutes } from './dialogue-routes.ts'
import { documentRoutes } from './document-routes.ts'
import { mediaRoutes } from './media-routes.ts'
import { meetingRoutes } from './meeting-routes.ts'
import { openApiOf } from './openapi.ts'
import { openRoute, type Route } from './route.ts'
import { passkeyRoutes } from './passkey-routes.ts'
import { sessionRoutes } from './session-routes.ts'

const KeyView = z.strictObject({ key: z.string() }).meta({ id: 'KeyView' })
const HealthView = z.strictObject({ ok: z.literal(true) }).meta({ id: 'HealthView' })

/** Every route of the API, the document about them included. */
export const apiRoutes = (parley: Parley, origin: string): readonly Route[] => {
  const routes: readonly Route[] = [
    ...sessionRoutes(parley, origin),
    ...passkeyRoutes(parley, origin),
    ...dialogueRoutes(parley),
    ...meetingRoutes(parley),
    ...documentRoutes(parley),
    ...mediaRoutes(parley.media, parley.recordings),
    openRoute(
      {
        method: 'GET',
        url: '/key',
        summary: 'The key that signs the heads of this server’s logs (C2SP signed-note verifier key).',
        answer: { status: 200, schema: KeyView },
      },
      async () => give({ kind: 'json', value: { key: parley.heads.key } }),
    ),
    openRoute(
      {
        method: 'GET',
        url: '/health',
        summary: 'Whether the server serves.',
        answer: { status: 200, schema: HealthView },
      },
      async () => give({ kind: 'json', value: { ok: true } }),
    ),
    openRoute(
      {
        method: 'GET',
        url: '/openapi.json',
        summary: 'This document.',
        answer: { status: 200 },
      },
      async () => give({ kind: 'json', value: openApiOf(routes) }),
    ),
  ]
  return routes
}
