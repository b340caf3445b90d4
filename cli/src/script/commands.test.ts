import { readFileSync } from 'node:fs'
import { ChamberCommand } from '@parley/domain/chamber'
import { DialogueCommand } from '@parley/domain/dialogue'
import { ProceedingsCommand } from '@parley/domain/proceedings'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { commandTable } from './command-table.ts'
import { COMMANDS } from './commands.ts'
import { scriptSchema } from './json-schema.ts'
import { readSource } from './source.ts'
import { STEP_WORDS } from './steps.ts'

const ROOT = new URL('../../../', import.meta.url)
const textOf = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8')

const DOMAIN = [...DialogueCommand.options, ...ProceedingsCommand.options, ...ChamberCommand.options]

describe('the commands of scripts', () => {
  test('are all the commands of the domain, and no others', () => {
    expect([...COMMANDS.keys()]).toEqual(DOMAIN.map(({ shape }) => shape.type.value))
  })

  test.each(DOMAIN.map((command) => [command.shape.type.value, command] as const))(
    '%s has every field of the domain’s command',
    (type, command) => {
      const fields = Object.keys(command.shape).filter((field) => field !== 'type')
      const ofScript = Object.keys(COMMANDS.get(type)?.fields.shape ?? {})
      expect(ofScript).toEqual(expect.arrayContaining(fields))
    },
  )

  test.each([
    ['TakeStance', { text: 't', level: 'confirmed', targets: 'all' }],
    [
      'TakeStance',
      { text: 't', level: 'object', targets: [{ block: 'b', latest: true }, { order: 'current' }] },
    ],
    ['TakeStance', { text: 't', level: 'reserve', targets: [{ block: 'b', version: 'a'.repeat(64) }] }],
    ['PutText', { text: 't' }],
    ['PutText', { text: 't', root: { text: 'other' } }],
    ['SignText', { text: 't', root: '0'.repeat(64) }],
    ['OpenSilence', { text: 't', expiresAt: '+3d' }],
    ['ExtendTime', { bySeconds: '2m' }],
    ['ClearRelease', { release: 'r', language: 'ru' }],
    ['ClearRelease', { release: 'r', language: 'ru', hash: { release: 'r', language: 'zh' } }],
    ['EditRelease', { release: 'r', language: 'ru', replace: [{ find: 'a', with: 'b' }] }],
  ])('%s may leave to the meeting what the meeting knows: %j', (type, fields) => {
    expect(COMMANDS.get(type)?.fields.safeParse(fields).success).toBe(true)
  })

  test.each([
    ['TakeStance', { text: 't', level: 'confirmed', targets: [] }],
    ['TakeStance', { text: 't', level: 'confirmed', targets: [{ block: 'b', agreed: false }] }],
    ['SignText', { text: 't', root: 'latest' }],
    ['PutText', {}],
    ['OpenMeeting', { now: true }],
  ])('%s is not understood as %j', (type, fields) => {
    expect(COMMANDS.get(type)?.fields.safeParse(fields).success).toBe(false)
  })
})

describe('what is published about scripts', () => {
  test('the JSON Schema kept in the repository is that of the code; else: parley rehearse --schema', () => {
    expect(JSON.parse(textOf('cli/schema/script.schema.json'))).toEqual(scriptSchema())
  })

  test.each(['demo-two-delegations', 'dialogue-of-ruling-parties-8', 'three-harbours'])(
    'the JSON Schema accepts the example %s',
    (name) => {
      const read = readSource(textOf(`examples/${name}.yaml`))
      const schema = z.fromJSONSchema(JSON.parse(textOf('cli/schema/script.schema.json')))
      const checked = schema.safeParse(read.ok ? read.source.value : undefined)
      expect(checked.error?.issues.slice(0, 3)).toBeUndefined()
    },
  )

  test('docs/scripts.md lists every command with its fields', () => {
    const kept = /<!-- commands -->\n([\s\S]*?)\n<!-- \/commands -->/.exec(textOf('docs/scripts.md'))?.[1]
    expect(kept).toBe(commandTable())
  })

  test.each(Object.keys(STEP_WORDS))('docs/scripts.md says what the word %s stands for', (word) => {
    expect(textOf('docs/scripts.md')).toMatch(new RegExp(`^\\|.*\`${word}:`, 'm'))
  })

  test('the script in docs/scripts.md is one', () => {
    const [, script] = /```yaml\n(parley: 1\n[\s\S]*?)```/.exec(textOf('docs/scripts.md')) ?? []
    const read = readSource(script ?? '')
    expect(read.ok && read.source.value).toMatchObject({ parley: 1, meetings: [{ id: 'first' }] })
  })
})
