import { bundleChunks, type BundleLog } from './bundle.ts'
import { formatManifest, manifestEntry } from './bundle-layout.ts'
import { canonicalBytes, type JsonObject } from './canonical.ts'
import { originOf, signCheckpoint } from './checkpoint.ts'
import { generateSignerKey } from './note-keys.ts'
import { formatPolicy } from './policy.ts'
import { ARCHIVE_END, paddingBytesOf, parseTarHeader, tarHeader } from './tar.ts'
import { createTree } from './tree.ts'
import { verifyBundle, type VerifyOptions } from './verify.ts'

// Bundles for the tests, good and bad.

export const key = generateSignerKey('parley.example')
export const policy = formatPolicy([key.verifierKey])

export type GivenLog = { readonly name: string; readonly leaves: readonly Uint8Array[] }

export const leafOf = (log: string, seq: number, change: JsonObject = {}) =>
  canonicalBytes({
    v: 1,
    log,
    seq,
    at: 1_595_462_400_000 + seq,
    type: 'Spoken',
    by: { seat: 'north/head' },
    data: { text: `Слово ${seq}`, zh: '发言' },
    ...change,
  })

export const logOf = (name: string, size: number): GivenLog => ({
  name,
  leaves: Array.from({ length: size }, (_, seq) => leafOf(name, seq)),
})

export function checkpointOf(log: GivenLog, size = log.leaves.length, signer = key): string {
  const tree = createTree()
  for (const leaf of log.leaves) tree.append(leaf)
  return signCheckpoint({ origin: originOf('parley.example', log.name), size, root: tree.root(size) }, signer)
}

export const bundleLog = (log: GivenLog, checkpoint = checkpointOf(log)): BundleLog => ({
  checkpoint,
  leaves: () => log.leaves,
})

export async function bundleOf(...logs: BundleLog[]): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of bundleChunks({ policy, logs })) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

/** Outcome and code of every finding, or `sound`. */
export function codesOf(source: string | Uint8Array, options: VerifyOptions = {}): string {
  const { findings, outcome } = verifyBundle(source, options)
  return findings.length === 0
    ? outcome
    : findings.map((finding) => `${finding.outcome} ${finding.code}`).join(', ')
}

export const dialogue = logOf('dialogue/1', 3)
export const meeting = logOf('meeting/8', 5)
export const good = await bundleOf(bundleLog(meeting), bundleLog(dialogue))

/** The files of an archive, for putting together others. */
export function filesOf(archive: Uint8Array): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>()
  for (let at = 0; at < archive.length - ARCHIVE_END.length;) {
    const header = parseTarHeader(archive.subarray(at, at + 512))
    if (header === undefined) throw new Error('not an archive of ours')
    files.set(header.path, archive.slice(at + 512, at + 512 + header.sizeBytes))
    at += 512 + header.sizeBytes + paddingBytesOf(header.sizeBytes)
  }
  return files
}

export function archiveOf(files: Iterable<readonly [string, Uint8Array]>): Uint8Array {
  const parts: Uint8Array[] = []
  for (const [path, bytes] of files) {
    parts.push(tarHeader(path, bytes.length), bytes, new Uint8Array(paddingBytesOf(bytes.length)))
  }
  return Buffer.concat([...parts, ARCHIVE_END])
}

/** The good bundle with some files replaced, and a manifest that agrees with them. */
export function forged(changes: { readonly [path: string]: string | Uint8Array }): Uint8Array {
  const files = filesOf(good)
  for (const [path, content] of Object.entries(changes)) files.set(path, Buffer.from(content))
  if (changes['manifest.txt'] === undefined) {
    const listed = [...files].filter(([path]) => path !== 'manifest.txt' && !path.endsWith('events.jsonl'))
    const manifest = formatManifest(listed.map(([path, bytes]) => manifestEntry(path, bytes)))
    files.set('manifest.txt', Buffer.from(manifest))
  }
  return archiveOf(files)
}

export const linesOf = (leaves: readonly Uint8Array[]) =>
  Buffer.concat(leaves.flatMap((leaf) => [leaf, Buffer.from('\n')]))

/** A bundle whose one log was signed by the server although its leaves are these. */
export const signedBundle = (...leaves: Uint8Array[]) => bundleOf(bundleLog({ name: 'meeting/8', leaves }))
