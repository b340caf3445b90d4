import { AssertionError } from 'node:assert'
import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FILES_LIMIT, type DocumentStore } from './document-store.ts'

const LIMIT_BYTES = 100_000

async function* streamOf(...parts: readonly (string | Error)[]): AsyncIterable<Uint8Array> {
  for (const part of parts) {
    if (part instanceof Error) throw part
    yield Buffer.from(part)
  }
}

/** How many files this process has open, give or take what others of it do meanwhile. */
const openFiles = (): number => readdirSync('/dev/fd').length

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** What every document store must do. `open` gives an empty one; `dispose` follows each test. */
export const documentStoreContract = (
  name: string,
  open: () => DocumentStore,
  dispose: () => void = () => undefined,
): void => {
  describe(`${name} as a document store`, () => {
    let store: DocumentStore
    beforeEach(() => {
      store = open()
    })
    afterEach(dispose)

    const textAt = async (place: string, sha256: string): Promise<string | undefined> => {
      const found = await store.open(place, sha256)
      if (found === undefined) return undefined
      const parts: Uint8Array[] = []
      for await (const chunk of found.chunks) parts.push(chunk)
      expect(found.sizeBytes).toBe(Buffer.concat(parts).length)
      return Buffer.concat(parts).toString()
    }

    it('gives back what was kept, under the hash of its bytes', async () => {
      const kept = await store.keep('meeting/a/b', streamOf('во-первых, ', 'во-вторых'), LIMIT_BYTES)
      const sha256 = hashOf('во-первых, во-вторых')
      expect(kept).toEqual({ kind: 'kept', sha256, sizeBytes: 36 })
      expect(await textAt('meeting/a/b', sha256)).toBe('во-первых, во-вторых')
    })

    it('has nothing that was not kept, and nothing of one place in another', async () => {
      await store.keep('meeting/a/b', streamOf('paper'), LIMIT_BYTES)
      expect(await textAt('meeting/a/b', hashOf('another'))).toBeUndefined()
      expect(await textAt('meeting/a/c', hashOf('paper'))).toBeUndefined()
    })

    it('keeps the same bytes once, however often and at once they come', async () => {
      const all = await Promise.all(
        Array.from({ length: 5 }, () => store.keep('meeting/a/b', streamOf('paper'), LIMIT_BYTES)),
      )
      expect(new Set(all.map((one) => JSON.stringify(one))).size).toBe(1)
      expect(await textAt('meeting/a/b', hashOf('paper'))).toBe('paper')
    })

    it('keeps exactly as much as allowed and nothing of what is more, nor nothing at all', async () => {
      expect(await store.keep('p', streamOf('12345'), 5)).toMatchObject({ kind: 'kept' })
      expect(await store.keep('p', streamOf('123', '456'), 5)).toEqual({ kind: 'too-large' })
      expect(await textAt('p', hashOf('123456'))).toBeUndefined()
      expect(await store.keep('p', streamOf(), 5)).toEqual({ kind: 'empty' })
    })

    it('passes on what broke a stream off, and keeps nothing of it', async () => {
      const broken = store.keep('p', streamOf('half', new Error('gone away')), LIMIT_BYTES)
      await expect(broken).rejects.toThrow('gone away')
      expect(await textAt('p', hashOf('half'))).toBeUndefined()
    })

    it('holds nothing open that is looked up and not read, or not read to the end', async () => {
      await store.keep('p', streamOf('x'.repeat(LIMIT_BYTES)), LIMIT_BYTES)
      const sha256 = hashOf('x'.repeat(LIMIT_BYTES))
      const before = openFiles()
      for (let times = 0; times < 200; times += 1) {
        await store.open('p', sha256)
        const chunks = (await store.open('p', sha256))?.chunks ?? []
        for await (const chunk of chunks) if (chunk.length > 0) break
      }
      expect(openFiles() - before).toBeLessThan(100)
    })

    it('says when a place is full', async () => {
      for (let index = 0; index < FILES_LIMIT; index += 1) {
        await store.keep('p', streamOf(`paper ${index}`), LIMIT_BYTES)
      }
      expect(await store.keep('p', streamOf('one more'), LIMIT_BYTES)).toEqual({ kind: 'full' })
      expect(await store.keep('q', streamOf('elsewhere'), LIMIT_BYTES)).toMatchObject({ kind: 'kept' })
    })

    it.each(['', '../parley.db', 'A'.repeat(64), 'a'.repeat(63)])(
      'takes %j for a bug where a hash belongs',
      async (sha256) => {
        await expect(store.open('p', sha256)).rejects.toBeInstanceOf(AssertionError)
      },
    )

    it.each(['../../etc', '/etc/passwd', '会议\u0000', '.'])(
      'keeps the place %j as it keeps any other',
      async (place) => {
        await store.keep(place, streamOf('paper'), LIMIT_BYTES)
        expect(await textAt(place, hashOf('paper'))).toBe('paper')
      },
    )
  })
}
