import { AskPass, MediaPass } from '@parley/protocol/media'
import { deny } from '../application/answer.ts'
import type { Media } from '../application/media.ts'
import { InMeeting, MEETING } from './paths.ts'
import { asJson, route, type Route } from './route.ts'

/** Ways into the media rooms of a meeting. `media` is absent where the server runs without sound and pictures. */
export const mediaRoutes = (media: Media | undefined): readonly Route[] => [
  route(
    {
      method: 'POST',
      url: `${MEETING.url}/media`,
      summary: 'A pass for one connection to a media room of the meeting, to be used at once.',
      params: InMeeting,
      body: AskPass,
      answer: { status: 201, schema: MediaPass },
      problems: ['media-down'],
    },
    async ({ params, body }, caller) =>
      media === undefined ? deny('not-found') : asJson(await media.pass(caller, params, body.room)),
  ),
]
