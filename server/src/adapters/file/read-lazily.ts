import { createReadStream } from 'node:fs'

/** Both ends are included. */
type Part = { readonly from: number; readonly to: number }

/**
 * The bytes of a file, which is opened when the first of them is asked for and closed when nobody asks for more: what is
 * looked up and never read holds nothing open.
 */
export async function* readLazily(path: string, part?: Part): AsyncIterable<Uint8Array> {
  const stream = createReadStream(path, part === undefined ? {} : { start: part.from, end: part.to })
  try {
    yield* stream
  } finally {
    stream.destroy()
  }
}
