import { Principal } from '@parley/protocol/address'
import { OpenSession, SessionOpened } from '@parley/protocol/sessions'
import * as z from 'zod'
import { give } from '../application/answer.ts'
import { sessionCookie } from '../application/credentials.ts'
import type { Parley } from '../application/parley.ts'
import { openRoute, route, type Route } from './route.ts'

const SessionView = z
  .union([z.strictObject({ principal: Principal }), z.strictObject({ operator: z.literal(true) })])
  .meta({ id: 'SessionView' })

/** Coming in with an invitation, and going out. */
export const sessionRoutes = (parley: Parley, origin: string): readonly Route[] => [
  openRoute(
    {
      method: 'POST',
      url: '/sessions',
      summary: 'Opens a session with an invitation, which is then used up. Browsers also get it as a cookie.',
      body: OpenSession,
      answer: { status: 201, schema: SessionOpened },
      problems: ['invitation-unknown', 'invitation-used', 'invitation-expired', 'origin-refused'],
      lets: 'in',
    },
    async ({ body }) => {
      const opened = await parley.access.openSession(body.invitation)
      if (!opened.ok) return opened
      return give({ kind: 'json', value: opened.value, cookie: sessionCookie(origin, opened.value) })
    },
  ),
  route(
    {
      method: 'GET',
      url: '/session',
      summary: 'Whom the session speaks for.',
      answer: { status: 200, schema: SessionView },
    },
    async (_asked, caller) =>
      give({
        kind: 'json',
        value: caller.kind === 'operator' ? { operator: true } : { principal: caller.principal },
      }),
  ),
  route(
    {
      method: 'DELETE',
      url: '/session',
      summary: 'Ends the session.',
      answer: { status: 204 },
    },
    async (_asked, caller) => {
      await parley.access.endSession(caller)
      return give({ kind: 'nothing', cookie: sessionCookie(origin, undefined) })
    },
  ),
]
