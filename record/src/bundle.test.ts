import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import * as fc from 'fast-check'
import { README_TEXT } from './bundle-layout.ts'
import {
  archiveOf,
  bundleLog,
  bundleOf,
  checkpointOf,
  codesOf,
  dialogue,
  filesOf,
  forged,
  good,
  key,
  leafOf,
  meeting,
  policy,
  signedBundle,
} from './given-bundle.ts'
import { parsePolicy } from './policy.ts'
import { ARCHIVE_END, tarHeader } from './tar.ts'
import { verifyBundle } from './verify.ts'

const folder = mkdtempSync(join(tmpdir(), 'parley-record-'))
afterAll(() => rmSync(folder, { recursive: true }))

function writeDirectory(name: string, files: Iterable<readonly [string, Uint8Array]>): string {
  const root = join(folder, name)
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), bytes)
  }
  return root
}

describe('a sound bundle', () => {
  test('says who signed which logs, and that its key came with it', () => {
    const report = verifyBundle(good)
    expect(report).toMatchObject({ outcome: 'sound', exitCode: 0, keySource: 'bundle', findings: [] })
    expect(report.logs).toMatchObject([
      { origin: 'parley.example/dialogue/1', size: 3 },
      {
        origin: 'parley.example/meeting/8',
        size: 5,
        signedBy: [{ name: 'parley.example', keyId: key.verifierKey.id }],
        firstAt: 1_595_462_400_000,
        lastAt: 1_595_462_400_004,
      },
    ])
  })

  test("is believed by the verifier's own policy", () => {
    expect(verifyBundle(good, { policy: parsePolicy(policy) })).toMatchObject({
      outcome: 'sound',
      keySource: 'verifier',
    })
  })

  test('has the same bytes whenever it is made, in whichever order its logs are given', async () => {
    expect(Buffer.compare(await bundleOf(bundleLog(dialogue), bundleLog(meeting)), good)).toBe(0)
  })

  test('may be a file or a directory with the same files', () => {
    writeFileSync(join(folder, 'good.parley'), good)
    expect(codesOf(join(folder, 'good.parley'))).toBe('sound')
    expect(codesOf(writeDirectory('good', filesOf(good)))).toBe('sound')
  })

  test('may hold no log, an empty log, and a log longer than its checkpoint', async () => {
    expect(codesOf(await bundleOf())).toBe('sound')
    expect(codesOf(await signedBundle())).toBe('sound')
    const earlier = await bundleOf(bundleLog(meeting, checkpointOf(meeting, 2)))
    expect(verifyBundle(earlier)).toMatchObject({ outcome: 'sound', logs: [{ size: 2 }] })
  })

  test('may be larger than every buffer on the way', async () => {
    const leaves = Array.from({ length: 60 }, (_, seq) =>
      leafOf('meeting/8', seq, { data: { text: 'a'.repeat(seq * 1000) } }),
    )
    const large = await signedBundle(...leaves)
    expect(large.length).toBeGreaterThan(1_500_000)
    expect(verifyBundle(large)).toMatchObject({ outcome: 'sound', logs: [{ size: 60 }] })
  })
})

const oneLog = await bundleOf(bundleLog(dialogue))

test('no bit of a bundle can be flipped', () => {
  const flipped = Buffer.from(oneLog)
  const accepted: number[] = []
  for (let bit = 0; bit < oneLog.length * 8; bit++) {
    const at = bit >> 3
    flipped[at] = (oneLog[at] ?? 0) ^ (1 << (bit & 7))
    if (verifyBundle(flipped).outcome === 'sound') accepted.push(bit)
    flipped[at] = oneLog[at] ?? 0
  }
  expect(accepted).toEqual([])
  expect(verifyBundle(flipped).outcome).toBe('sound')
}, 120_000)

test('no bundle with bytes overwritten, inserted, dropped or doubled is sound', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: good.length - 1 }),
      fc.integer({ min: 1, max: 1024 }),
      fc.uint8Array({ minLength: 1, maxLength: 64 }),
      fc.constantFrom('overwrite', 'insert', 'drop', 'double'),
      (from, length, bytes, kind) => {
        const [head, part, tail] = [
          good.subarray(0, from),
          good.slice(from, from + length),
          good.subarray(from + length),
        ]
        const changed = {
          overwrite: Buffer.concat([head, bytes, good.subarray(from + bytes.length)]),
          insert: Buffer.concat([head, bytes, part, tail]),
          drop: Buffer.concat([head, tail]),
          double: Buffer.concat([head, part, part, tail]),
        }[kind]
        fc.pre(Buffer.compare(changed, good) !== 0)
        expect(verifyBundle(changed).outcome).not.toBe('sound')
      },
    ),
    { numRuns: 2000 },
  )
})

test('every log of random length and leaves verifies, at every size it had', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 20 }),
      fc.nat(),
      async (texts, at) => {
        const leaves = texts.map((text, seq) =>
          leafOf('meeting/8', seq, { data: { text: text.normalize('NFC') } }),
        )
        const log = { name: 'meeting/8', leaves }
        const size = at % (leaves.length + 1)
        const report = verifyBundle(await bundleOf(bundleLog(log)), { against: checkpointOf(log, size) })
        expect(report).toMatchObject({ outcome: 'sound', logs: [{ size: leaves.length }] })
      },
    ),
    { numRuns: 50 },
  )
})

test('a bundle cut at any byte is incomplete', () => {
  const others = new Set<string>()
  for (let length = 0; length < good.length; length++) {
    const outcome = verifyBundle(good.subarray(0, length)).outcome
    if (outcome !== 'incomplete') others.add(`${outcome} at ${length}`)
  }
  expect([...others]).toEqual([])
}, 60_000)

function withHeader(change: (block: Buffer) => void): Uint8Array {
  const block = Buffer.from(tarHeader('README.txt', README_TEXT.length))
  change(block)
  return Buffer.concat([block, good.subarray(512)])
}

describe('a hostile archive is refused when', () => {
  const files = filesOf(good)
  const entries = [...files]
  const line = `${'0'.repeat(64)}  more\n`

  test.each<[string, Uint8Array, string]>([
    ['a byte follows its end', Buffer.concat([good, Buffer.of(0)]), 'tampered bytes-after-end'],
    ['a file is added', archiveOf([...entries, ['more', Buffer.of(1)]]), 'tampered unexpected-file'],
    ['a path climbs out', archiveOf([['../README.txt', Buffer.of(1)]]), 'tampered unexpected-file'],
    ['a path is absolute', archiveOf([['/etc/passwd', Buffer.of(1)]]), 'tampered unexpected-file'],
    ['a file stands twice', archiveOf([...entries.slice(0, 1), ...entries]), 'tampered unexpected-file'],
    ['files are out of order', archiveOf(entries.toReversed()), 'tampered unexpected-file'],
    ['a file is missing in the middle', archiveOf(entries.toSpliced(2, 1)), 'tampered unexpected-file'],
    ['the last file is missing', archiveOf(entries.slice(0, -1)), 'incomplete missing-file'],
    ['there is no file', ARCHIVE_END, 'incomplete missing-file'],
    ['there is nothing', new Uint8Array(0), 'incomplete truncated'],
    ['a file is a link', withHeader((block) => block.write('2', 156)), 'tampered bad-archive-header'],
    [
      'a size is in base 256',
      withHeader((block) => block.writeUInt8(0x80, 124)),
      'tampered bad-archive-header',
    ],
    ['a small file is huge', tarHeader('README.txt', 8 ** 11 - 1), 'tampered file-too-large'],
    ['the readme says more', forged({ 'README.txt': `${README_TEXT}Pay here.\n` }), 'tampered wrong-readme'],
    ['the manifest lists too much', forged({ 'manifest.txt': line }), 'tampered bad-manifest'],
    ['the manifest is empty', forged({ 'manifest.txt': '' }), 'tampered bad-manifest'],
    ['the policy is no policy', forged({ 'policy.txt': 'trust me\n' }), 'tampered malformed'],
    ['a checkpoint is none', forged({ 'logs/1/checkpoint': 'a\n' }), 'tampered malformed'],
  ])('%s', (_, archive, code) => {
    expect(codesOf(archive)).toBe(code)
  })
})

describe('a directory is refused when', () => {
  test('it has a file more, a file less, a link, or an empty folder more', () => {
    const files = filesOf(good)
    expect(codesOf(writeDirectory('more', [...files, ['logs/3/checkpoint', Buffer.of(1)]]))).toBe(
      'tampered unexpected-file',
    )
    expect(codesOf(writeDirectory('less', [...files].slice(0, -1)))).toBe('incomplete missing-file')
    const linked = writeDirectory('linked', [...files].slice(1))
    symlinkSync(join(folder, 'good.parley'), join(linked, 'README.txt'))
    expect(codesOf(linked)).toBe('tampered not-a-regular-file')
    const hollow = writeDirectory('hollow', files)
    mkdirSync(join(hollow, 'logs/3'))
    expect(codesOf(hollow)).toBe('tampered unexpected-file')
  })

  test('there is nothing at the path, as the system says it', () => {
    expect(() => verifyBundle(join(folder, 'nowhere'))).toThrow('ENOENT')
  })
})

test('a bundle is not made of an origin twice, nor of fewer events than were signed', async () => {
  await expect(bundleOf(bundleLog(meeting), bundleLog(meeting))).rejects.toThrow('an origin stands twice')
  const short = { checkpoint: checkpointOf(meeting), leaves: () => meeting.leaves.slice(1) }
  await expect(bundleOf(short)).rejects.toThrow('fewer leaves')
})
