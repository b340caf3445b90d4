import { Readable } from 'node:stream'
import type { Problem } from '@parley/protocol/problem'
import { chooseCatalogue } from '@parley/messages/choose-catalogue'
import { problemText } from '@parley/messages/problem-text'
import type { FastifyReply } from 'fastify'
import { readerLanguages } from './reader-languages.ts'
import { byteRange } from './byte-range.ts'
import type { Reply } from './route.ts'

/** Sends a problem document (RFC 9457), its title in the reader's language. */
export const sendProblem = (reply: FastifyReply, found: Problem): FastifyReply => {
  const language = chooseCatalogue(readerLanguages(reply.request.headers['accept-language']))
  const { retryAfterSeconds } = found
  if (retryAfterSeconds !== undefined) void reply.header('retry-after', retryAfterSeconds)
  return reply
    .code(found.status)
    .header('content-type', 'application/problem+json')
    .header('content-language', language)
    .header('vary', 'Accept-Language')
    .send(JSON.stringify({ ...found, title: problemText(language, found) }))
}

export const sendReply = (reply: FastifyReply, status: number, value: Reply): FastifyReply => {
  void reply.code(status)
  switch (value.kind) {
    case 'json':
      if (value.cookies !== undefined) void reply.header('set-cookie', value.cookies)
      return reply.header('content-type', 'application/json').send(JSON.stringify(value.value))
    case 'bytes':
      return reply.header('content-type', value.type).send(Buffer.from(value.bytes))
    case 'file':
      return reply
        .header('content-type', 'application/x-tar')
        .header('content-disposition', `attachment; filename="${value.name}"`)
        .send(Readable.from(value.chunks, { objectMode: false }))
    case 'download':
      void reply
        .header('content-type', value.type)
        .header('content-disposition', `attachment; filename*=UTF-8''${inHeader(value.name)}`)
        .header('x-content-type-options', 'nosniff')
      return sendBytes(reply, value)
    case 'nothing':
      return reply.header('set-cookie', value.cookies).send()
  }
}

/** All of it, or the part that was asked for where parts can be had. */
const sendBytes = (
  reply: FastifyReply,
  { sizeBytes, chunks, part }: Extract<Reply, { readonly kind: 'download' }>,
): FastifyReply => {
  if (part !== undefined) void reply.header('accept-ranges', 'bytes')
  // A part is only of use to whoever has the rest from the same bytes; these never change.
  const range = part === undefined ? 'whole' : byteRange(reply.request.headers.range, sizeBytes)
  if (range === 'beyond') return reply.code(416).header('content-range', `bytes */${sizeBytes}`).send()
  if (range === 'whole' || part === undefined)
    return reply.header('content-length', sizeBytes).send(Readable.from(chunks, { objectMode: false }))
  const { from, to } = range
  return reply
    .code(206)
    .header('content-length', to - from + 1)
    .header('content-range', `bytes ${from}-${to}/${sizeBytes}`)
    .send(Readable.from(part(from, to), { objectMode: false }))
}

/** Words as RFC 8187 writes them in a header. */
const inHeader = (words: string): string =>
  encodeURIComponent(words).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
