import { createHash } from 'node:crypto'
import type { Answer } from './answer.ts'

/** An answer as it goes out: its bytes and their tag. */
export type Rendered = {
  readonly status: Answer['status']
  readonly headers: Readonly<Record<string, string>>
  readonly bytes: Buffer
  readonly etag: string
}

/** Rendered pages of one version of the record; a new version forgets them all. */
export type PageCache = {
  readonly get: (version: number, key: string) => Rendered | undefined
  readonly put: (version: number, key: string, rendered: Rendered) => void
}

const LIMIT_BYTES = 32 * 1024 * 1024

export const createPageCache = (limitBytes = LIMIT_BYTES): PageCache => {
  const pages = new Map<string, Rendered>()
  let current = -1
  let heldBytes = 0
  const renew = (version: number): void => {
    if (version === current) return
    current = version
    pages.clear()
    heldBytes = 0
  }
  return {
    get: (version, key) => {
      renew(version)
      return pages.get(key)
    },
    put: (version, key, rendered) => {
      renew(version)
      for (const [oldest, { bytes }] of pages) {
        if (heldBytes + rendered.bytes.length <= limitBytes) break
        pages.delete(oldest)
        heldBytes -= bytes.length
      }
      pages.set(key, rendered)
      heldBytes += rendered.bytes.length
    },
  }
}

export const render = ({ status, headers, body }: Answer): Rendered => {
  const bytes = Buffer.from(body)
  const tag = createHash('sha256').update(bytes).digest('base64url').slice(0, 22)
  return { status, headers, bytes, etag: `"${tag}"` }
}
