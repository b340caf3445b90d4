import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { connect } from '@parley/client/parley-client'
import { done, failed, type Trouble } from '@parley/client/result'

/** The system did not let the file be written. */
export type Unwritable = { readonly code: 'unwritable'; readonly cause: string }

type Exported =
  | { readonly ok: true; readonly value: { readonly entries: number } }
  | { readonly ok: false; readonly problem: Trouble | Unwritable }

/**
 * Writes the record of a meeting into a file, which is there whole or not at all. Answers how many entries the meeting's log
 * had.
 */
export const exportRecord = async (
  server: { readonly origin: string; readonly operatorToken: string },
  dialogue: string,
  meeting: string,
  file: string,
): Promise<Exported> => {
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
    if (isSystemError(error)) {
      return { ok: false, problem: { code: 'unwritable', cause: `${file}: ${error.message}` } }
    }
    // An answer that breaks off is told by fetch as a TypeError.
    if (!(error instanceof TypeError)) throw error
    return failed({ status: 0, code: 'unreachable', cause: error.message })
  }
  return done({ entries: page.value.size })
}

const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'syscall' in error
