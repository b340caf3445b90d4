import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCli, type Run } from '../run-cli.ts'
import { startServer, type ServerProcess } from '../server-process.ts'

/* Whole meetings against the real server, over HTTP and live connections, by the program a person runs. */

const TIMEOUT = { timeout: 60_000 }
const THREE_PORTS = fileURLToPath(new URL('./three-ports.yaml', import.meta.url))

let folder: string
let server: ServerProcess

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-cli-'))
  const started = await startServer({
    PORT: '0',
    HOST: '127.0.0.1',
    PARLEY_DATA: join(folder, 'data'),
    PARLEY_ORIGIN: '',
  })
  if (!started.ok) throw new Error(started.complaint)
  server = started.server
}, 30_000)
afterAll(async () => {
  server.stop()
  await server.exited
  await rm(folder, { recursive: true, force: true })
}, 30_000)

const rehearse = (...args: readonly string[]): Promise<Run> =>
  runCli(['rehearse', ...args, '--url', server.origin, '--operator', server.operatorToken])

let written = 0
/** A script of one small meeting with these steps, in a dialogue of its own. */
const script = async (...steps: readonly string[]): Promise<string> => {
  written += 1
  const file = join(folder, `script-${written}.yaml`)
  const lines = [
    'parley: 1',
    'dialogue:',
    `  id: forum-${written}`,
    '  name: { en: Forum }',
    '  languages: [en]',
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
    '    steps:',
    ...steps.map((step) => `      ${step}`),
  ]
  await writeFile(file, `${lines.join('\n')}\n`)
  return file
}
/** The line of a script on which its first step stands. */
const FIRST_STEP = 21

describe('an example', () => {
  test.each(['dialogue-of-ruling-parties-8', 'demo-two-delegations', 'three-harbours'])(
    '%s goes as scripted, is published, and its record is sound, but not with one bit changed',
    TIMEOUT,
    async (name) => {
      const bundle = join(folder, `${name}.parley`)
      const run = await rehearse(`examples/${name}.yaml`, '--export', bundle, '--json')
      expect(run).toMatchObject({ code: 0, stderr: '' })
      const outcome = JSON.parse(run.stdout)
      expect(outcome.surprises).toEqual([])
      expect(outcome.meetings.at(-1).published.length).toBeGreaterThanOrEqual(2)
      for (const { url } of outcome.meetings.at(-1).published) {
        expect((await fetch(url)).status).toBe(200)
      }

      const last = outcome.meetings.at(-1).meeting
      const file = outcome.meetings.length === 1 ? bundle : join(folder, `${name}.${last}.parley`)
      expect(await runCli(['verify', file])).toMatchObject({ code: 0, stderr: '' })
      const bytes = await readFile(file)
      const middle = bytes.length >> 1
      bytes[middle] = (bytes[middle] ?? 0) ^ 1
      const forged = `${file}.forged`
      await writeFile(forged, bytes)
      expect(await runCli(['verify', forged])).toMatchObject({ code: 1 })
    },
  )

  test(
    'three delegations under the rules of the UN family, with a silence broken and a release corrected',
    TIMEOUT,
    async () => {
      const run = await rehearse(THREE_PORTS, '--json')
      expect(run).toMatchObject({ code: 0, stderr: '' })
      expect(JSON.parse(run.stdout)).toMatchObject({ refusalsAsScripted: 12, surprises: [] })
    },
  )
})

describe('a meeting that goes otherwise than scripted', () => {
  test('a refusal nobody expected is told with its place, and ends in 1', TIMEOUT, async () => {
    const run = await rehearse(await script('- chair: OpenMeeting', '- chair: OpenMeeting'))
    expect(run.code).toBe(1)
    expect(run.stdout).toContain(`.yaml:${FIRST_STEP + 1}:9: refused`)
    expect(run.stdout).toContain('meeting-already-open')
  })

  test('an expected refusal that does not come is one surprise, another code another', TIMEOUT, async () => {
    const run = await rehearse(
      await script(
        '- refused: { code: not-entitled, chair: OpenMeeting }',
        '- refused: { code: list-closed, chair: OpenMeeting }',
        '- refused: { code: meeting-already-open, details: { by: chair }, chair: OpenMeeting }',
      ),
      '--json',
    )
    expect(run.code).toBe(1)
    expect(JSON.parse(run.stdout).surprises).toMatchObject([
      { kind: 'done', code: 'not-entitled', place: { line: FIRST_STEP } },
      { kind: 'refused-otherwise', expected: 'list-closed', actual: 'meeting-already-open' },
      { kind: 'refused-otherwise', place: { line: FIRST_STEP + 2 } },
    ])
  })

  test('what is expected of the meeting is looked at', TIMEOUT, async () => {
    const run = await rehearse(
      await script('- chair: OpenMeeting', '- expect: { phase: adjourned, item: none, chair: [north-head] }'),
      '--json',
    )
    expect(run.code).toBe(1)
    expect(JSON.parse(run.stdout).surprises).toMatchObject([
      { kind: 'not-as-expected', field: 'phase', expected: 'adjourned', actual: 'open' },
      { kind: 'not-as-expected', field: 'chair', expected: '[north-head]', actual: '[chair]' },
    ])
  })
})

describe('refusals that are scripted', () => {
  test('by the rules, by the protocol, and of somebody who was let out', TIMEOUT, async () => {
    const run = await rehearse(
      await script(
        '- refused: { code: stale, seen: 3, chair: OpenMeeting }',
        '- refused: { code: malformed, chair: { OpenMeeting: { now: true } } }',
        '- refused: { code: malformed, chair: Dance }',
        '- refused: { code: dialogue-exists, operator: { FoundDialogue: { dialogue: forum-' +
          String(written + 1) +
          ', name: { en: F }, parties: [{ id: a, name: { en: A }, city: { en: A }, timeZone: Europe/Oslo, language: en }, { id: b, name: { en: B }, city: { en: B }, timeZone: Europe/Oslo, language: en }], languages: [en], rulePack: bilateral/1, secretariats: [{ seat: s, person: { name: { en: S } } }] } } }',
        '- refused: { code: number-taken, desk: { ConveneMeeting: { meeting: other, number: 1, theme: { en: T }, mode: video, startsAt: now } } }',
        '- refused: { code: chamber-closed-to-you, chamber: south, north-head: { PassWord: { body: Hello. } } }',
        '- north-head: { PassWord: { body: Among ourselves. } }',
        '- chair: OpenMeeting',
        '- desk: { AccreditPerson: { seat: late, role: observer, person: { name: { en: Late } } } }',
        '- refused: { code: not-entitled, late: { RequestFloor: { kind: statement } } }',
        '- desk: { WithdrawAccreditation: { seat: late } }',
        '- refused: { code: not-signed-in, late: { RequestFloor: { kind: statement } } }',
        '- operator: { SeatSecretariat: { seat: second-desk, party: north, person: { name: { en: D } } } }',
        '- second-desk: { EnterNote: { body: { en: Noted. } } }',
        '- expect: { phase: open, people: { observer: [] } }',
      ),
      '--json',
    )
    expect(JSON.parse(run.stdout).surprises).toEqual([])
    expect(run).toMatchObject({ code: 0, stderr: '' })
    expect(JSON.parse(run.stdout)).toMatchObject({ refusalsAsScripted: 8 })
  })
})

describe('stopping and going on', () => {
  test('at a label the meeting is left as it stands', TIMEOUT, async () => {
    const file = await script('- chair: OpenMeeting', '- label: here', '- chair: AdjournMeeting')
    const run = await rehearse(file, '--until', 'here', '--json')
    expect(run.code).toBe(0)
    expect(JSON.parse(run.stdout)).toMatchObject({ stoppedAt: 'here' })
    const path = `${server.origin}/api/dialogues/forum-${written}/meetings/first`
    const view = await fetch(path, { headers: { authorization: `Bearer ${server.operatorToken}` } })
    expect(await view.json()).toMatchObject({ phase: 'open' })
  })

  test('at a phase too; a name that is neither is refused before anything is sent', TIMEOUT, async () => {
    const file = await script('- chair: OpenMeeting', '- chair: AdjournMeeting')
    expect(await rehearse(file, '--until', 'opned')).toMatchObject({ code: 2 })
    const run = await rehearse(file, '--until', 'opened', '--json')
    expect(JSON.parse(run.stdout)).toMatchObject({ stoppedAt: 'opened' })
  })

  test('a dialogue founded before is founded once', TIMEOUT, async () => {
    const file = await script('- chair: OpenMeeting')
    expect(await rehearse(file)).toMatchObject({ code: 0 })
    const again = await rehearse(file)
    expect(again.code).toBe(1)
    expect(again.stderr).toContain('dialogue-exists')
    const text = await readFile(file, 'utf8')
    const next = join(folder, 'continued.yaml')
    await writeFile(
      next,
      text
        .replace('  languages: [en]', '  languages: [en]\n  continues: true')
        .replace('id: first', 'id: second'),
    )
    const continued = await rehearse(next, '--json')
    expect(continued.code).toBe(0)
    expect(JSON.parse(continued.stdout).meetings).toMatchObject([{ meeting: 'second', number: 2 }])
  })
})

/** When a meeting of the script written last starts, as the server has it. */
const startsAt = async (meeting: string): Promise<unknown> => {
  const path = `${server.origin}/api/dialogues/forum-${written}/meetings/${meeting}`
  const view = await fetch(path, { headers: { authorization: `Bearer ${server.operatorToken}` } })
  const text = await view.text()
  return Number(/"startsAt":(\d+)/.exec(text)?.[1])
}

describe('a start without an offset', () => {
  test('is by the clocks of the host: of whoever’s turn it is, or who is named', TIMEOUT, async () => {
    const file = await script('- chair: OpenMeeting')
    const text = (await readFile(file, 'utf8')).replace('starts: now', 'starts: 2031-07-01T12:00')
    const more = [
      '  - { id: second, like: first, starts: 2031-07-01T12:00 }',
      '  - { id: third, like: first, host: south, starts: 2031-07-01T12:00 }',
    ]
    await writeFile(file, `${text}${more.join('\n')}\n`)
    expect(await rehearse(file)).toMatchObject({ code: 0 })
    expect(await startsAt('first')).toBe(Date.parse('2031-07-01T12:00+02:00'))
    expect(await startsAt('second')).toBe(Date.parse('2031-07-01T12:00+03:00'))
    expect(await startsAt('third')).toBe(Date.parse('2031-07-01T12:00+03:00'))
  })
})

describe('what it ends with', () => {
  test('2 for a script that is wrong, and nothing is sent', TIMEOUT, async () => {
    const run = await rehearse(await script('- chair: OpenMeting', '- chiar: OpenMeeting'))
    expect(run).toMatchObject({ code: 2, stdout: '' })
    expect(run.stderr).toContain(`.yaml:${FIRST_STEP}:16: no command “OpenMeting”`)
    expect(run.stderr).toContain(`.yaml:${FIRST_STEP + 1}:9: no seat “chiar”`)
    const dialogues = await fetch(`${server.origin}/api/dialogues`, {
      headers: { authorization: `Bearer ${server.operatorToken}` },
    })
    expect(JSON.stringify(await dialogues.json())).not.toContain(`forum-${written}"`)
  })

  test('2 for a file that is not there, or is no text', TIMEOUT, async () => {
    expect(await rehearse(join(folder, 'nothing.yaml'))).toMatchObject({ code: 2 })
    const binary = join(folder, 'binary.yaml')
    await writeFile(binary, Uint8Array.of(0xff, 0xfe, 0x00))
    expect(await rehearse(binary)).toMatchObject({ code: 2 })
  })

  test.each(['x'.repeat(43), `-${'x'.repeat(42)}`, `--${'x'.repeat(41)}`])(
    '3 for a server that is not there, with the token %s',
    TIMEOUT,
    async (token) => {
      const file = await script('- chair: OpenMeeting')
      const run = await runCli(['rehearse', file, '--url', 'http://127.0.0.1:1', '--operator', token])
      expect(run).toMatchObject({ code: 3, stdout: '' })
      expect(run.stderr).toContain('127.0.0.1:1')
    },
  )

  test('3, and no word against the record, when the server dies on the way', TIMEOUT, async () => {
    const dying = await startServer({
      PORT: '0',
      HOST: '127.0.0.1',
      PARLEY_DATA: join(folder, 'dying'),
      PARLEY_ORIGIN: '',
    })
    if (!dying.ok) throw new Error(dying.complaint)
    const { origin, operatorToken, stop, exited } = dying.server
    const file = await script('- chair: OpenMeeting', '- wait: 1d', '- chair: AdjournMeeting')
    // A day in a second: long enough for the log to show that the wait has begun.
    const args = ['rehearse', file, '--url', origin, '--operator', operatorToken, '--speed', '86400']
    const running = runCli(args)
    const path = `${origin}/api/dialogues/forum-${written}/meetings/first`
    const isOpen = async (): Promise<boolean> => {
      const view = await fetch(path, { headers: { authorization: `Bearer ${operatorToken}` } })
      return view.ok && (await view.text()).includes('"phase":"open"')
    }
    while (!(await isOpen()));
    stop()
    await exited
    const run = await running
    expect(run).toMatchObject({ code: 3, stdout: '' })
    expect(run.stderr).toContain(origin)
  })

  test('1 for a server that does not know the operator', TIMEOUT, async () => {
    const file = await script('- chair: OpenMeeting')
    const run = await runCli(['rehearse', file, '--url', server.origin, '--operator', 'x'.repeat(43)])
    expect(run).toMatchObject({ code: 1, stdout: '' })
    expect(run.stderr).toContain('not-signed-in')
  })

  test('64 for a command nobody knows, with what there is', TIMEOUT, async () => {
    const run = await runCli(['dance'])
    expect(run).toMatchObject({ code: 64, stdout: '' })
    expect(run.stderr).toContain('parley rehearse SCRIPT')
    expect(await runCli(['rehearse', '--sped', '2'])).toMatchObject({ code: 64 })
  })
})

describe('in the reader’s language', () => {
  test.each([
    ['zh', '一切均按脚本进行'],
    ['ru', 'Всё прошло по сценарию'],
    ['ar', 'جرى كل شيء وفق السيناريو'],
  ])('the summary speaks %s', TIMEOUT, async (language, words) => {
    const run = await rehearse(await script('- chair: OpenMeeting'), '--lang', language)
    expect(run.code).toBe(0)
    expect(run.stdout).toContain(words)
  })
})
