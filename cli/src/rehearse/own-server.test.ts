import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { verifyBundle } from '@parley/record/verify'
import type { Envelope } from '@parley/record/envelope'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCli, type Run } from '../run-cli.ts'

/* Rehearsals that start a server of their own: its record lives by the script's time, however fast it is played. */

const TIMEOUT_MS = 60_000
const TIMEOUT = { timeout: TIMEOUT_MS }
const MINUTE_MS = 60_000
const DAY_MS = 1440 * MINUTE_MS

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-own-server-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

let written = 0
/** A script of one meeting under these rules, with a text of one block, its steps as given. */
const script = async (rules: string, ...steps: readonly string[]): Promise<string> => {
  written += 1
  const file = join(folder, `script-${written}.yaml`)
  const lines = [
    'parley: 1',
    'dialogue:',
    '  id: forum',
    '  name: { en: Forum }',
    '  languages: [en]',
    `  rules: ${rules}`,
    '  parties:',
    '    - { id: north, name: { en: North }, city: { en: Northtown }, zone: Europe/Oslo, language: en }',
    '    - { id: south, name: { en: South }, city: { en: Southtown }, zone: Europe/Moscow, language: en }',
    '  secretariats: [{ seat: desk, name: { en: Desk } }]',
    'meetings:',
    '  - id: first',
    '    theme: { en: The bridge }',
    '    starts: now',
    '    people:',
    '      - { seat: north-head, delegation: north, role: head, name: { en: Head of North } }',
    '      - { seat: south-head, delegation: south, role: head, name: { en: Head of South } }',
    '      - { seat: chair, role: officer, name: { en: Chair } }',
    '    chair: [chair]',
    '    agenda: [{ id: topic, kind: topic, title: { en: Topic } }]',
    '    texts:',
    '      - id: consensus',
    '        title: { en: Consensus }',
    '        blocks: [{ id: b1, kind: paragraph, body: { en: The bridge stays open. } }]',
    '    steps:',
    '      - chair: OpenMeeting',
    ...steps.map((step) => `      ${step}`),
  ]
  await writeFile(file, `${lines.join('\n')}\n`)
  return file
}

const rehearse = (...args: readonly string[]): Promise<Run> => runCli(['rehearse', ...args, '--json'])

/** The leaves of the meeting in a sound bundle. */
const leavesOf = async (bundle: string): Promise<readonly Envelope[]> => {
  const leaves: Envelope[] = []
  const take = (envelope: Envelope) => {
    if (envelope.log === 'meeting/forum/first') leaves.push(envelope)
    return undefined
  }
  const report = verifyBundle(await readFile(bundle), {
    check: () => ({ event: take, end: () => undefined }),
  })
  expect(report.outcome).toBe('sound')
  return leaves
}

const SPEECHES = [
  '- item: topic',
  '- north-head: { RequestFloor: { kind: statement } }',
  '- south-head: { RequestFloor: { kind: statement } }',
  '- hear: { for: 3m }',
  '- speak: { by: north-head, for: 2m }',
]

describe('speeches', () => {
  test.each(['max', '600'])(
    'at speed %s have taken the time the script gives them',
    TIMEOUT,
    async (speed) => {
      const run = await rehearse(await script('bilateral/1', ...SPEECHES), '--speed', speed)
      expect(run).toMatchObject({ code: 0, stderr: '' })
      const { north, south } = JSON.parse(run.stdout).meetings[0].timeUsedMs
      // What the acts themselves take comes on top; all of it is less than this test may take.
      expect(north).toBeGreaterThanOrEqual(5 * MINUTE_MS)
      expect(north).toBeLessThan(5 * MINUTE_MS + TIMEOUT_MS)
      expect(south).toBeGreaterThanOrEqual(3 * MINUTE_MS)
      expect(south).toBeLessThan(3 * MINUTE_MS + TIMEOUT_MS)
    },
  )
})

const silence = (lasting: string, almost: string): readonly string[] => [
  '- agree: consensus',
  `- chair: { OpenSilence: { text: consensus, expiresAt: +${lasting} } }`,
  `- wait: ${almost}`,
  '- refused: { code: silence-running, chair: { CloseSilence: { text: consensus } } }',
  '- wait: 1m',
  '- refused: { code: silence-expired, south-head: { BreakSilence: { text: consensus, by: objection } } }',
  '- chair: { CloseSilence: { text: consensus } }',
  '- expect: { adopted: [consensus] }',
  '- chair: AdjournMeeting',
]

describe('a silence of the least length the rules allow', () => {
  // A day is longer than a session lasts: everybody who was in before is still in afterwards.
  test.each([
    ['bilateral/1', '1h1m', '1h', 61 * MINUTE_MS],
    ['un-family/1', '1d1m', '1d', DAY_MS + MINUTE_MS],
  ])('under %s adopts when it is waited out', TIMEOUT, async (rules, lasting, almost, leastMs) => {
    const bundle = join(folder, `silence-${written}.parley`)
    const file = await script(rules, ...silence(lasting, almost))
    const run = await rehearse(file, '--export', bundle)
    expect(JSON.parse(run.stdout)).toMatchObject({ surprises: [], refusalsAsScripted: 2 })
    expect(run).toMatchObject({ code: 0, stderr: '' })
    expect(await runCli(['verify', bundle])).toMatchObject({ code: 0, stderr: '' })

    const leaves = await leavesOf(bundle)
    const opened = leaves.find(({ type }) => type === 'SilenceOpened')
    const adopted = leaves.find(({ type }) => type === 'TextAdopted')
    expect(adopted?.data).toMatchObject({ text: 'consensus', mode: 'silence' })
    expect((adopted?.at ?? 0) - (opened?.at ?? 0)).toBeGreaterThanOrEqual(leastMs)
    const moments = leaves.map(({ at }) => at)
    expect(moments).toEqual(moments.toSorted((one, other) => one - other))
  })
})

test('moments from now are counted from the time the rehearsal has come to', TIMEOUT, async () => {
  const bundle = join(folder, 'suspended.parley')
  const file = await script(
    'bilateral/1',
    '- wait: 5d',
    '- chair: { SuspendMeeting: { cause: break, until: +30m } }',
    '- wait: 30m',
    '- chair: ResumeMeeting',
  )
  expect(await rehearse(file, '--export', bundle)).toMatchObject({ code: 0, stderr: '' })
  const suspended = (await leavesOf(bundle)).find(({ type }) => type === 'MeetingSuspended')
  const until = Number(suspended?.data['until'])
  expect(until).toBeGreaterThan(suspended?.at ?? Infinity)
  expect(until).toBeGreaterThan(Date.now() + 4 * DAY_MS)
})
