import { generateSignerKey, type SignerKey } from '@parley/record/note-keys'
import { signCheckpoint } from '@parley/record/checkpoint'
import { bundleChunks } from '@parley/record/bundle'
import { formatPolicy } from '@parley/record/policy'
import { createTree } from '@parley/record/tree'
import { encodeLeaf } from '@parley/record/envelope'
import type { JsonObject } from '@parley/record/canonical'
import { opened } from '@parley/domain/meeting/fictional-meeting'
import { versionHash } from '@parley/domain/text'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCli } from '../run-cli.ts'

const TIMEOUT = { timeout: 60_000 }
const LOG = 'meeting/north-south/m8'
const KEY = generateSignerKey('parley.test')

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-verify-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

type Event = { readonly type: string; readonly [field: string]: unknown }

const leavesOf = (events: readonly Event[]): readonly Uint8Array[] =>
  events.map(({ type, ...data }, seq) => {
    const json: JsonObject = JSON.parse(JSON.stringify(data))
    return encodeLeaf({ v: 1, log: LOG, seq, at: 1_000_000 + seq, type, by: { seat: 'officer' }, data: json })
  })

const headOf = (leaves: readonly Uint8Array[], key: SignerKey): string => {
  const tree = createTree()
  for (const leaf of leaves) tree.append(leaf)
  return signCheckpoint({ origin: `${key.verifierKey.name}/${LOG}`, size: tree.size, root: tree.root() }, key)
}

let bundles = 0
/** A bundle with these events, everything about it in order; the rules alone can find fault with it. */
const bundle = async (events: readonly Event[], key = KEY): Promise<string> => {
  const leaves = leavesOf(events)
  async function* all(): AsyncGenerator<Uint8Array> {
    yield* leaves
  }
  bundles += 1
  const file = join(folder, `${bundles}.parley`)
  const log = { checkpoint: headOf(leaves, key), leaves: all }
  await writeFile(file, bundleChunks({ policy: formatPolicy([key.verifierKey]), logs: [log] }))
  return file
}

const verify = async (...args: readonly string[]) => {
  const run = await runCli(['verify', ...args, '--json'])
  const report: { outcome?: string; findings?: readonly { reason?: string }[]; keySource?: string } =
    run.stdout === '' ? {} : JSON.parse(run.stdout)
  return { code: run.code, ...report, stderr: run.stderr }
}

const MEETING: readonly Event[] = opened()
const body = { en: [{ t: 'text', s: 'The bridge stays open.' }] } as const
const version = versionHash('paragraph', { en: [...body.en] })
const tabled = {
  type: 'ProposalTabled',
  text: 'c',
  proposal: 'p',
  block: 'b',
  kind: 'paragraph',
  intent: 'new',
  body,
  version,
  sponsors: ['north'],
  attribution: 'delegation',
}
const textOpened = { type: 'TextOpened', text: 'c', title: { en: 'C' }, languages: ['en'] }
const adopted = {
  type: 'TextAdopted',
  text: 'c',
  root: 'a'.repeat(64),
  title: { en: 'C' },
  languages: ['en'],
  blocks: 1,
  mode: 'consensus',
  adReferendum: [],
}

describe('what the rules find in a record that is signed and whole', () => {
  test('nothing, in one that was made under them', TIMEOUT, async () => {
    expect(await verify(await bundle(MEETING))).toMatchObject({
      code: 0,
      outcome: 'sound',
      keySource: 'bundle',
    })
    expect(await verify(await bundle([...MEETING, textOpened, tabled]))).toMatchObject({ code: 0 })
  })

  test.each([
    ['an event nobody knows', [...MEETING, { type: 'MeetingDreamt' }], 'event-unknown'],
    ['a field nobody knows', [...MEETING, { type: 'MeetingAdjourned', gladly: true }], 'event-unknown'],
    ['another meeting', [{ ...MEETING[0], meeting: 'm9', type: 'MeetingConvened' }], 'not-convened-here'],
    ['a meeting without beginning', MEETING.slice(1), 'not-convened-here'],
    [
      'a wording under the address of another',
      [...MEETING, textOpened, { ...tabled, version: 'b'.repeat(64) }],
      'version-not-of-its-hash',
    ],
    [
      'a text adopted that nobody agreed on',
      [...MEETING, textOpened, tabled, adopted],
      'adopted-what-was-not-agreed',
    ],
  ])('%s', TIMEOUT, async (_, events, reason) => {
    const report = await verify(await bundle(events))
    expect(report).toMatchObject({ code: 1, outcome: 'tampered' })
    expect(report.findings?.map((finding) => finding.reason)).toEqual([reason])
  })
})

describe('whose word is taken', () => {
  test('the key one trusts must have signed: else 3', TIMEOUT, async () => {
    const file = await bundle(MEETING)
    expect(await verify(file, '--key', KEY.verifierKey.text)).toMatchObject({
      code: 0,
      keySource: 'verifier',
    })
    const stranger = generateSignerKey('parley.test').verifierKey.text
    expect(await verify(file, '--key', stranger)).toMatchObject({ code: 3, outcome: 'policy-not-met' })
    const policy = join(folder, 'policy.txt')
    await writeFile(policy, formatPolicy([KEY.verifierKey]))
    expect(await verify(file, '--policy', policy)).toMatchObject({ code: 0, keySource: 'verifier' })
  })

  test('two records of one meeting that part ways are evidence: 4', TIMEOUT, async () => {
    const file = await bundle([...MEETING, { type: 'MeetingAdjourned' }])
    const other = await bundle([...MEETING, { type: 'ItemTakenUp', item: 'break' }])
    const earlier = await bundle(MEETING)
    expect(await verify(file, '--against', other)).toMatchObject({ code: 4, outcome: 'fork' })
    expect(await verify(file, '--against', earlier)).toMatchObject({ code: 0 })
    expect(await verify(earlier, '--against', file)).toMatchObject({ code: 2, outcome: 'incomplete' })
    const head = join(folder, 'checkpoint')
    await writeFile(head, headOf(leavesOf(MEETING), KEY))
    expect(await verify(file, '--against', head)).toMatchObject({ code: 0 })
  })
})

describe('what cannot be verified', () => {
  test('nothing there, a key that is none: 64', TIMEOUT, async () => {
    expect(await verify(join(folder, 'nothing.parley'))).toMatchObject({ code: 64 })
    expect(await verify(await bundle(MEETING), '--key', 'abc')).toMatchObject({ code: 64 })
  })

  test('something else than a bundle is tampered or incomplete, never sound', TIMEOUT, async () => {
    const file = join(folder, 'text.parley')
    await writeFile(file, 'not a bundle\n')
    expect([1, 2]).toContain((await verify(file)).code)
  })
})
