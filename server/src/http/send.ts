import { Readable } from 'node:stream'
import type { Problem } from '@parley/protocol/problem'
import { chooseCatalogue } from '@parley/messages/choose-catalogue'
import { problemText } from '@parley/messages/problem-text'
import type { FastifyReply } from 'fastify'
import { readerLanguages } from './reader-languages.ts'
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
      return reply
        .header('content-type', value.type)
        .header('content-length', value.sizeBytes)
        .header('content-disposition', `attachment; filename*=UTF-8''${inHeader(value.name)}`)
        .header('x-content-type-options', 'nosniff')
        .send(Readable.from(value.chunks, { objectMode: false }))
    case 'nothing':
      return reply.header('set-cookie', value.cookies).send()
  }
}

/** Words as RFC 8187 writes them in a header. */
const inHeader = (words: string): string =>
  encodeURIComponent(words).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
