import { ActDone, DialogueAct } from '@parley/protocol/acts'
import { DialogueList, DialogueView } from '@parley/protocol/views'
import { give } from '../application/answer.ts'
import type { Parley } from '../application/parley.ts'
import { logRoutes } from './log-routes.ts'
import { DIALOGUE, InDialogue } from './paths.ts'
import { asJson, route, type Route } from './route.ts'
import { removalRoutes } from './removal-routes.ts'
import { seatRoutes } from './seat-routes.ts'

/** Dialogues: founding, convening, the secretariats. */
export const dialogueRoutes = (parley: Parley): readonly Route[] => [
  route(
    {
      method: 'GET',
      url: '/dialogues',
      summary: 'The dialogues the asker has a seat in; for the operator all of them.',
      answer: { status: 200, schema: DialogueList },
    },
    async (_asked, caller) => asJson(give(await parley.views.dialogues(caller))),
  ),
  route(
    {
      method: 'POST',
      url: '/dialogues',
      summary: 'Founds a dialogue, with the command FoundDialogue. The operator’s.',
      body: DialogueAct,
      answer: { status: 200, schema: ActDone },
      problems: ['act-id-reused', 'stale'],
    },
    async ({ body }, caller) => asJson(await parley.acts.found(caller, body)),
  ),
  route(
    {
      method: 'GET',
      url: '/dialogues/:dialogue',
      summary: 'A dialogue with its meetings.',
      params: InDialogue,
      answer: { status: 200, schema: DialogueView },
    },
    async ({ params }, caller) => asJson(await parley.views.dialogue(caller, params.dialogue)),
  ),
  route(
    {
      method: 'POST',
      url: '/dialogues/:dialogue/acts',
      summary: 'An act on the dialogue: convening a meeting, the secretariats’ seats, the rules.',
      params: InDialogue,
      body: DialogueAct,
      answer: { status: 200, schema: ActDone },
      problems: ['act-id-reused', 'stale'],
    },
    async ({ params, body }, caller) => asJson(await parley.acts.inDialogue(caller, params.dialogue, body)),
  ),
  ...seatRoutes(parley, { url: '/dialogues/:dialogue', params: InDialogue, name: 'the dialogue' }),
  ...removalRoutes(parley),
  ...logRoutes(parley, DIALOGUE),
]
