import { InvitationView, OwnSeat } from '@parley/protocol/arrival'
import { OpenSession, SessionOpened } from '@parley/protocol/sessions'
import * as z from 'zod'
import { give } from '../application/answer.ts'
import { signInCookies, signOutCookies } from '../application/credentials.ts'
import type { Parley } from '../application/parley.ts'
import { asJson, newcomerRoute, openRoute, type Route } from './route.ts'

const SessionView = z
  .union([OwnSeat, z.strictObject({ operator: z.literal(true) })])
  .meta({ id: 'SessionView' })

/** Coming in with an invitation, and going out. */
export const sessionRoutes = (parley: Parley, origin: string): readonly Route[] => [
  openRoute(
    {
      method: 'POST',
      url: '/invitations/look',
      summary:
        'Whom an invitation lets in. It is not used up; a used one is known to the browser that used it.',
      body: OpenSession,
      answer: { status: 200, schema: InvitationView },
      problems: ['invitation-unknown', 'invitation-used', 'invitation-expired', 'origin-refused'],
      lets: 'in',
    },
    async ({ body, kept }) => asJson(await parley.access.look(body.invitation, kept)),
  ),
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
    async ({ body, kept }) => {
      const opened = await parley.access.openSession(body.invitation)
      if (!opened.ok) return opened
      const cookies = signInCookies(origin, opened.value, kept)
      return give({ kind: 'json', value: opened.value, cookies })
    },
  ),
  newcomerRoute(
    {
      method: 'GET',
      url: '/session',
      summary: 'Whom the session speaks for, and whether they wait to be admitted.',
      answer: { status: 200, schema: SessionView },
    },
    async (_asked, caller) =>
      caller.kind === 'operator'
        ? give({ kind: 'json', value: { operator: true } })
        : asJson(await parley.access.ownSeat(caller)),
  ),
  newcomerRoute(
    {
      method: 'DELETE',
      url: '/session',
      summary: 'Ends the session.',
      answer: { status: 204 },
    },
    async ({ kept }, caller) => {
      const over = await parley.access.endSession(caller, kept)
      return give({ kind: 'nothing', cookies: signOutCookies(origin, over) })
    },
  ),
]
