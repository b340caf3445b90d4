import { RemovalList, RemovalSettlement, RemovalView } from '@parley/protocol/removals'
import * as z from 'zod'
import type { Parley } from '../application/parley.ts'
import { DIALOGUE, InDialogue } from './paths.ts'
import { asJson, route, type Route } from './route.ts'

const InRemoval = InDialogue.extend({ removal: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/) })

/** Requests for removal from the public pages, for those who settle them. */
export const removalRoutes = (parley: Parley): readonly Route[] => [
  route(
    {
      method: 'GET',
      url: `${DIALOGUE.url}/removals`,
      summary: 'Requests for removal about the dialogue’s pages. The secretariats’ and the operator’s.',
      params: InDialogue,
      answer: { status: 200, schema: RemovalList },
    },
    async ({ params }, caller) => asJson(await parley.removals.list(caller, params.dialogue)),
  ),
  route(
    {
      method: 'POST',
      url: `${DIALOGUE.url}/removals/:removal/settlement`,
      summary: 'Settles a request for removal, once; the answer is how it stands settled.',
      params: InRemoval,
      body: RemovalSettlement,
      answer: { status: 200, schema: RemovalView },
    },
    async ({ params: { dialogue, removal }, body }, caller) =>
      asJson(await parley.removals.settle(caller, { dialogue, id: removal }, body)),
  ),
]
