import { createReadStream } from 'node:fs'

/**
 * The bytes of a file, which is opened when the first of them is asked for and closed when nobody asks for more: what is
 * looked up and never read holds nothing open.
 */
export async function* readLazily(path: string): AsyncIterable<Uint8Array> {
  const stream = createReadStream(path)
  try {
    yield* stream
  } finally {
    stream.destroy()
  }
}
