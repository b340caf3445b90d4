import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { connect } from '@parley/client/parley-client'
import { done, type Result } from '@parley/client/result'

/**
 * Writes the record of a meeting into a file, which is there whole or not at all. Answers how many entries the meeting's log
 * had. Throws the system's error when the file cannot be written.
 */
export const exportRecord = async (
  server: { readonly origin: string; readonly operatorToken: string },
  dialogue: string,
  meeting: string,
  file: string,
): Promise<Result<{ readonly entries: number }>> => {
  const client = connect({ origin: server.origin, token: server.operatorToken })
  const page = await client.events(`meeting/${dialogue}/${meeting}`, 0, 1)
  if (!page.ok) return page
  const record = await client.record(dialogue, meeting)
  if (!record.ok) return record
  const draft = `${file}.part`
  try {
    await pipeline(Readable.from(record.value), createWriteStream(draft))
    await rename(draft, file)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
  return done({ entries: page.value.size })
}
