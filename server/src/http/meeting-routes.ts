import { Slug } from '@parley/domain/words/identity'
import { ActDone, ChamberAct, MeetingAct } from '@parley/protocol/acts'
import { MeetingView, ReleasesView, TextView } from '@parley/protocol/views'
import { give } from '../application/answer.ts'
import type { Parley } from '../application/parley.ts'
import { logRoutes } from './log-routes.ts'
import { CHAMBER, InChamber, InMeeting, MEETING } from './paths.ts'
import { asJson, route, type Route } from './route.ts'
import { seatRoutes } from './seat-routes.ts'

/** One meeting: its acts, its views, its record. */
export const meetingRoutes = (parley: Parley): readonly Route[] => [
  ...actRoutes(parley),
  ...viewRoutes(parley),
  ...seatRoutes(parley, { url: MEETING.url, params: InMeeting, name: 'the meeting' }),
  ...logRoutes(parley, MEETING),
  ...logRoutes(parley, CHAMBER),
  route(
    {
      method: 'GET',
      url: `${MEETING.url}/record`,
      summary: 'The record as a bundle: the logs of meeting and dialogue with their signed heads.',
      params: InMeeting,
      answer: { status: 200, type: 'application/x-tar' },
    },
    async ({ params: { dialogue, meeting } }, caller) => {
      const bundle = await parley.record.bundle(caller, dialogue, meeting)
      return bundle.ok
        ? give({ kind: 'file', name: `${dialogue}-${meeting}.parley`, chunks: bundle.value })
        : bundle
    },
  ),
]

const actRoutes = (parley: Parley): readonly Route[] => [
  route(
    {
      method: 'POST',
      url: `${MEETING.url}/acts`,
      summary: 'An act at the meeting.',
      params: InMeeting,
      body: MeetingAct,
      answer: { status: 200, schema: ActDone },
      problems: ['act-id-reused', 'stale'],
    },
    async ({ params: { dialogue, meeting }, body }, caller) =>
      asJson(await parley.acts.inMeeting(caller, dialogue, meeting, body)),
  ),
  route(
    {
      method: 'POST',
      url: `${CHAMBER.url}/acts`,
      summary: 'An act in a delegation’s chamber.',
      params: InChamber,
      body: ChamberAct,
      answer: { status: 200, schema: ActDone },
      problems: ['act-id-reused', 'stale'],
    },
    async ({ params, body }, caller) => asJson(await parley.acts.inChamber(caller, params, body)),
  ),
]

const viewRoutes = (parley: Parley): readonly Route[] => [
  route(
    {
      method: 'GET',
      url: MEETING.url,
      summary: 'How the meeting stands.',
      params: InMeeting,
      answer: { status: 200, schema: MeetingView },
    },
    async ({ params: { dialogue, meeting } }, caller) =>
      asJson(await parley.views.meeting(caller, dialogue, meeting)),
  ),
  route(
    {
      method: 'GET',
      url: `${MEETING.url}/texts/:text`,
      summary: 'How a text stands: its negotiation for those who negotiate, its outcome for all.',
      params: InMeeting.extend({ text: Slug }),
      answer: { status: 200, schema: TextView },
    },
    async ({ params: { dialogue, meeting, text } }, caller) =>
      asJson(await parley.views.text(caller, dialogue, meeting, text)),
  ),
  route(
    {
      method: 'GET',
      url: `${MEETING.url}/releases`,
      summary: 'The meeting’s releases as the press desk sees them.',
      params: InMeeting,
      answer: { status: 200, schema: ReleasesView },
    },
    async ({ params: { dialogue, meeting } }, caller) =>
      asJson(await parley.views.releases(caller, dialogue, meeting)),
  ),
]
