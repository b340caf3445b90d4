import { spawnSync } from 'node:child_process'
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { bundleChunks } from '@parley/record/bundle'
import { originOf, signCheckpoint } from '@parley/record/checkpoint'
import { generateSignerKey } from '@parley/record/note-keys'
import { formatPolicy } from '@parley/record/policy'
import { createTree } from '@parley/record/tree'
import { verifyBundle } from '@parley/record/verify'
import { LONG_MEETING_LOG, longMeeting } from './long-meeting.ts'
import { type Pair, timed } from './pair.ts'

const EVENTS = 1_000_000

/** Every byte, signature, sequence number and hash of a large record, beside hashing the file once. */
export const verifyingABundle = async (): Promise<readonly Pair[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'))
  const path = join(folder, 'long.parley')
  const key = generateSignerKey('bench.example')
  const tree = createTree()
  for (const leaf of longMeeting(EVENTS)) tree.append(leaf)
  const checkpoint = signCheckpoint(
    { origin: originOf('bench.example', LONG_MEETING_LOG), size: EVENTS, root: tree.root() },
    key,
  )
  const logs = [{ checkpoint, leaves: () => longMeeting(EVENTS) }]
  await pipeline(
    Readable.from(bundleChunks({ policy: formatPolicy([key.verifierKey]), logs })),
    createWriteStream(path),
  )

  return [
    {
      name: 'verify a bundle of 1,000,000 events',
      peer: 'sha256sum of the file',
      aim: 5,
      rounds: 3,
      ours: () =>
        timed(1, () => {
          const report = verifyBundle(path)
          if (report.outcome !== 'sound') throw new Error(JSON.stringify(report.findings))
        }),
      bare: () =>
        timed(1, () => {
          if (spawnSync('sha256sum', [path]).status !== 0) throw new Error('sha256sum failed')
        }),
      close: async () => rmSync(folder, { recursive: true }),
    },
  ]
}
