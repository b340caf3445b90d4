import type { Principal } from '@parley/protocol/address'
import { Invite, Invited } from '@parley/protocol/sessions'
import * as z from 'zod'
import type { Parley } from '../application/parley.ts'
import { asJson, route, type Route } from './route.ts'

const Revoked = z
  .strictObject({
    /** How many sessions and unused invitations that ended. */
    ended: z.int().min(0),
  })
  .meta({ id: 'Revoked' })

type SeatPlace = Omit<Principal, 'seat'>

/** Who comes in: invitations to seats, and their taking back. */
export const seatRoutes = (
  parley: Parley,
  {
    url,
    params,
    name,
  }: { readonly url: string; readonly params: z.ZodType<SeatPlace>; readonly name: string },
): readonly Route[] => [
  route(
    {
      method: 'POST',
      url: `${url}/invitations`,
      summary: `A single-use invitation to a seat of ${name}, good for 72 hours.`,
      params,
      body: Invite,
      answer: { status: 201, schema: Invited },
    },
    async ({ params, body }, caller) =>
      asJson(await parley.access.invite(caller, { ...params, seat: body.seat })),
  ),
  route(
    {
      method: 'POST',
      url: `${url}/revocations`,
      summary: `Ends every session and open invitation of a seat of ${name}, at once.`,
      params,
      body: Invite,
      answer: { status: 200, schema: Revoked },
    },
    async ({ params, body }, caller) =>
      asJson(await parley.access.revoke(caller, { ...params, seat: body.seat })),
  ),
]
