import { FILE_LIMIT_BYTES } from '@parley/domain/meeting/things'
import { Hash, Slug } from '@parley/domain/words/identity'
import * as z from 'zod'
import { give } from '../application/answer.ts'
import type { Parley } from '../application/parley.ts'
import { InMeeting, MEETING } from './paths.ts'
import { asJson, route, type Route } from './route.ts'

const FileSent = z.strictObject({ sha256: Hash, sizeBytes: z.int().min(1) }).meta({ id: 'FileSent' })

/** Bytes as they come in, never all at once. */
const Stream = z.custom<AsyncIterable<Uint8Array>>(
  (body) => typeof body === 'object' && body !== null && Symbol.asyncIterator in body,
)

/** The files of documents. */
export const documentRoutes = ({ documents }: Parley): readonly Route[] => [
  route(
    {
      method: 'POST',
      url: `${MEETING.url}/files`,
      summary: 'Keeps the bytes of a document’s file, to be named by its deposit.',
      params: InMeeting,
      body: Stream,
      takesBytes: FILE_LIMIT_BYTES,
      answer: { status: 201, schema: FileSent },
    },
    async ({ params, body }, caller) => asJson(await documents.send(caller, params, body)),
  ),
  route(
    {
      method: 'GET',
      url: `${MEETING.url}/documents/:document/file`,
      summary: 'The file of a document, for whoever may see that it was deposited.',
      params: InMeeting.extend({ document: Slug }),
      answer: { status: 200, type: 'application/octet-stream' },
    },
    async ({ params: { document, ...place } }, caller) => {
      const taken = await documents.take(caller, place, document)
      if (!taken.ok) return taken
      const { file, chunks } = taken.value
      return give({ kind: 'download', ...file, chunks })
    },
  ),
]
