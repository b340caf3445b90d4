import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Archive } from '../application/archive.ts'
import type { PublicMeeting, PublicRecord } from '../application/archive/public-record.ts'
import type { Caller, Newcomer } from '../application/caller.ts'
import { credentialsOf } from '../application/credentials.ts'
import type { Previews, VersionPlace } from '../application/preview.ts'
import { addresses } from './addresses.ts'
import { createPages } from './pages.ts'
import type { Portal } from './portal.ts'
import { SECURITY } from './security-headers.ts'

export type PreviewParts = {
  readonly archive: Archive
  readonly previews: Previews
  readonly callerOf: (token: string) => Promise<Caller | Newcomer | undefined>
  readonly origin: string
  readonly portal: Portal
}

/**
 * Shows a release to the press desk as the public page it would become: rendered by what renders that page. For
 * everybody else there is nothing here. Kept nowhere, found by no search engine, framed by our own pages alone.
 */
export const registerPreviews = (
  app: FastifyInstance,
  { archive, previews, callerOf, origin, portal }: PreviewParts,
): void => {
  const pages = createPages(origin)
  // These pages are of no version of the record; counted downwards, none is taken for one.
  let version = 0
  const shown = (meeting: PublicMeeting, { release, language }: VersionPlace) => {
    version -= 1
    const record = withMeeting(archive.now(), meeting, version)
    const found = meeting.releases.find((one) => one.release === release)
    if (found === undefined) return undefined
    const path = addresses.release(language, meeting, found)
    return pages.answer(record, language, path.slice(`/${language}/`.length), new URLSearchParams())
  }
  app.get<{ Params: VersionPlace }>(
    '/preview/:dialogue/:meeting/:release/:language',
    async (request: FastifyRequest<{ Params: VersionPlace }>, reply: FastifyReply) => {
      const { token } = credentialsOf(request, origin)
      const caller = token === undefined ? undefined : await callerOf(token)
      const isIn = caller !== undefined && caller.kind !== 'waiting'
      const meeting = isIn ? await previews(caller, request.params) : undefined
      const answer = meeting === undefined ? undefined : shown(meeting, request.params)
      if (answer?.status !== 200) return portal.notFound(request, reply)
      return reply.headers(HEADERS).headers(answer.headers).send(answer.body)
    },
  )
}

const HEADERS = {
  ...SECURITY,
  'content-security-policy': SECURITY['content-security-policy'].replace(
    "frame-ancestors 'none'",
    "frame-ancestors 'self'",
  ),
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex, nofollow',
} as const

/** The public record with one meeting as given, whether or not it was there. */
const withMeeting = (record: PublicRecord, meeting: PublicMeeting, version: number): PublicRecord => {
  const { dialogue, dialogueName, delegations } = meeting
  const known = record.dialogues.find((one) => one.dialogue === dialogue)
  const others = known?.meetings.filter((one) => one.meeting !== meeting.meeting) ?? []
  const shown = {
    ...(known ?? { dialogue, name: dialogueName, parties: delegations }),
    meetings: [...others, meeting].toSorted((one, other) => other.number - one.number),
  }
  const dialogues = [...record.dialogues.filter((one) => one !== known), shown]
  return {
    ...record,
    version,
    dialogues: dialogues.toSorted((one, other) => (one.dialogue < other.dialogue ? -1 : 1)),
  }
}
