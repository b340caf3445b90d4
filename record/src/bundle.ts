import assert from 'node:assert/strict'
import {
  checkpointPath,
  eventsPath,
  formatManifest,
  manifestEntry,
  MANIFEST_PATH,
  MAX_LOGS,
  POLICY_PATH,
  README_PATH,
  README_TEXT,
} from './bundle-layout.ts'
import { parseCheckpoint } from './checkpoint.ts'
import { ARCHIVE_END, paddingBytesOf, tarHeader } from './tar.ts'

export type BundleLog = {
  /** The signed checkpoint, as its text. */
  readonly checkpoint: string
  /** The leaves from the first on, at least as many as the checkpoint counts; asked for twice. */
  leaves(): Iterable<Uint8Array> | AsyncIterable<Uint8Array>
}

export type BundleContents = {
  /** C2SP tlog-policy text, as formatPolicy gives it. */
  readonly policy: string
  readonly logs: readonly BundleLog[]
}

const CHUNK_BYTES = 256 * 1024
const LINE_FEED = 0x0a

/**
 * The bytes of a bundle, from first to last: the same contents give the same bytes. Holds one chunk in memory.
 * Leaves beyond the checkpoint's size are left out. It is a bug, and throws, to give fewer leaves, no valid
 * checkpoint, or one origin twice.
 */
export async function* bundleChunks(contents: BundleContents): AsyncGenerator<Uint8Array> {
  const logs = contents.logs
    .map((log) => ({ ...log, ...parseCheckpoint(log.checkpoint) }))
    .toSorted((left, right) => (left.origin < right.origin ? -1 : 1))
  assert(new Set(logs.map((log) => log.origin)).size === logs.length, 'an origin stands twice')
  assert(logs.length <= MAX_LOGS, 'too many logs')

  const readme = encoder.encode(README_TEXT)
  const policy = encoder.encode(contents.policy)
  const checkpoints = logs.map((log) => encoder.encode(log.checkpoint))
  const manifest = formatManifest([
    manifestEntry(README_PATH, readme),
    manifestEntry(POLICY_PATH, policy),
    ...checkpoints.map((bytes, index) => manifestEntry(checkpointPath(index + 1), bytes)),
  ])

  yield tarFile(README_PATH, readme)
  yield tarFile(MANIFEST_PATH, encoder.encode(manifest))
  yield tarFile(POLICY_PATH, policy)
  for (const [index, log] of logs.entries()) {
    yield tarFile(checkpointPath(index + 1), checkpoints[index] ?? new Uint8Array(0))
    let sizeBytes = 0
    for await (const leaf of firstLeaves(log, log.size)) sizeBytes += leaf.length + 1
    yield tarHeader(eventsPath(index + 1), sizeBytes)
    yield* linesInChunks(firstLeaves(log, log.size))
    yield new Uint8Array(paddingBytesOf(sizeBytes))
  }
  yield ARCHIVE_END
}

const encoder = new TextEncoder()

function tarFile(path: string, bytes: Uint8Array): Uint8Array {
  const padding = new Uint8Array(paddingBytesOf(bytes.length))
  return Buffer.concat([tarHeader(path, bytes.length), bytes, padding])
}

async function* firstLeaves(log: BundleLog, size: number): AsyncGenerator<Uint8Array> {
  let count = 0
  if (size === 0) return
  for await (const leaf of log.leaves()) {
    yield leaf
    count++
    if (count === size) return
  }
  assert.fail('the log has fewer leaves than its checkpoint counts')
}

async function* linesInChunks(leaves: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let chunk = Buffer.allocUnsafe(CHUNK_BYTES)
  let filled = 0
  for await (const leaf of leaves) {
    if (filled + leaf.length + 1 > chunk.length) {
      yield chunk.subarray(0, filled)
      chunk = Buffer.allocUnsafe(Math.max(CHUNK_BYTES, leaf.length + 1))
      filled = 0
    }
    chunk.set(leaf, filled)
    filled += leaf.length
    chunk[filled++] = LINE_FEED
  }
  yield chunk.subarray(0, filled)
}
