import type { Principal } from '@parley/protocol/address'
import { Arrivals, Lobby } from '@parley/protocol/arrival'
import { Invite, Invited, SeatNamed } from '@parley/protocol/sessions'
import * as z from 'zod'
import type { Parley } from '../application/parley.ts'
import { asJson, route, type Route } from './route.ts'

const Revoked = z
  .strictObject({
    /** How many sessions and unused invitations that ended. */
    ended: z.int().min(0),
  })
  .meta({ id: 'Revoked' })

const Admitted = z
  .strictObject({
    /** Whether the seat was waiting. */
    admitted: z.boolean(),
  })
  .meta({ id: 'Admitted' })

type SeatPlace = Omit<Principal, 'seat'>

/** Who comes in: invitations to seats, the lobby, and the taking back of access. */
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
      asJson(await parley.access.invite(caller, { ...params, seat: body.seat }, body)),
  ),
  route(
    {
      method: 'POST',
      url: `${url}/revocations`,
      summary: `Ends every session, passkey and open invitation of a seat of ${name}, at once.`,
      params,
      body: SeatNamed,
      answer: { status: 200, schema: Revoked },
    },
    async ({ params, body }, caller) =>
      asJson(await parley.access.revoke(caller, { ...params, seat: body.seat })),
  ),
  route(
    {
      method: 'GET',
      url: `${url}/arrivals`,
      summary: `How far each seat of ${name} has come, of those the asker may invite: invited, waiting, arrived.`,
      params,
      answer: { status: 200, schema: Arrivals },
    },
    async ({ params }, caller) => asJson(await parley.lobby.arrivals(caller, params)),
  ),
  route(
    {
      method: 'GET',
      url: `${url}/lobby`,
      summary: `Who has come in to ${name} and waits, of those the asker may admit.`,
      params,
      answer: { status: 200, schema: Lobby },
    },
    async ({ params }, caller) => asJson(await parley.lobby.waiting(caller, params)),
  ),
  route(
    {
      method: 'POST',
      url: `${url}/admissions`,
      summary: `Admits a seat of ${name} from the lobby; whom one turns away, one revokes.`,
      params,
      body: SeatNamed,
      answer: { status: 200, schema: Admitted },
    },
    async ({ params, body }, caller) =>
      asJson(await parley.lobby.admit(caller, { ...params, seat: body.seat })),
  ),
]
