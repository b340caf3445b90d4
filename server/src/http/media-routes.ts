import { RecordedTrack } from '@parley/domain/meeting/events'
import { AskPass, MediaPass } from '@parley/protocol/media'
import { Slug } from '@parley/domain/words/identity'
import { deny, give } from '../application/answer.ts'
import type { Media } from '../application/media.ts'
import type { Recordings } from '../application/recordings.ts'
import { InMeeting, MEETING } from './paths.ts'
import { asJson, route, type Route } from './route.ts'

const InRecording = InMeeting.extend({ recording: Slug, file: RecordedTrack.shape.file })

/** Ways into the media rooms of a meeting, and what was recorded there. `media` is absent where the server runs without sound and pictures. */
export const mediaRoutes = (
  media: Media | undefined,
  recordings: Recordings | undefined,
): readonly Route[] => [
  route(
    {
      method: 'POST',
      url: `${MEETING.url}/media`,
      summary: 'A pass for one connection to a media room of the meeting, to be used at once.',
      params: InMeeting,
      body: AskPass,
      answer: { status: 201, schema: MediaPass },
      problems: ['media-down'],
      lets: 'into-media',
    },
    async ({ params, body }, caller) =>
      media === undefined ? deny('not-found') : asJson(await media.pass(caller, params, body.room)),
  ),
  route(
    {
      method: 'GET',
      url: `${MEETING.url}/recordings/:recording/:file`,
      summary: 'A file of a recording that the record lists, or a part of it, for secretariats.',
      params: InRecording,
      answer: { status: 200, type: 'video/webm' },
    },
    async ({ params: { file, ...place } }, caller) => {
      const found = await recordings?.download(caller, place, file)
      if (found === undefined) return deny('not-found')
      return found.ok ? give({ kind: 'download', name: file, type: 'video/webm', ...found.value }) : found
    },
  ),
]
