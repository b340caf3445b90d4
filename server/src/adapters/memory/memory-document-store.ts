import { createHash } from 'node:crypto'
import { assertSha256, FILES_LIMIT, type DocumentStore } from '../../ports/document-store.ts'

/** Files in memory, for tests. */
export const memoryDocumentStore = (): DocumentStore => {
  const places = new Map<string, Map<string, Uint8Array>>()
  return {
    keep: async (place, chunks, limitBytes) => {
      const parts: Uint8Array[] = []
      let sizeBytes = 0
      for await (const chunk of chunks) {
        sizeBytes += chunk.length
        if (sizeBytes > limitBytes) return { kind: 'too-large' }
        parts.push(Uint8Array.from(chunk))
      }
      if (sizeBytes === 0) return { kind: 'empty' }
      const bytes = Buffer.concat(parts)
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const kept = places.get(place) ?? new Map<string, Uint8Array>()
      if (!kept.has(sha256) && kept.size >= FILES_LIMIT) return { kind: 'full' }
      places.set(place, kept.set(sha256, bytes))
      return { kind: 'kept', sha256, sizeBytes }
    },
    open: async (place, sha256) => {
      assertSha256(sha256)
      const bytes = places.get(place)?.get(sha256)
      return bytes === undefined ? undefined : { sizeBytes: bytes.length, chunks: once(bytes) }
    },
  }
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}
