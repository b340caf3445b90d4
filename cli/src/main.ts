#!/usr/bin/env node
import { parseArgs, type ParseArgsConfig } from 'node:util'
import { chooseCatalogue, type Catalogue } from '@parley/messages/choose-catalogue'
import { format } from '@parley/messages/format'
import { exportCommand } from './export-command.ts'
import { foundCommand } from './found-command.ts'
import { inviteCommand } from './invite-command.ts'
import { rehearseCommand } from './rehearse/rehearse-command.ts'
import { scriptSchema } from './script/json-schema.ts'
import { serveCommand } from './serve-command.ts'
import { operatorTokenOf } from './server-process.ts'
import { usage } from './usage.ts'
import { verifyCommand } from './verify/verify-command.ts'

/** What a command ends with that was not understood; as sysexits.h has it, clear of every code a command gives a meaning. */
const USAGE_EXIT = 64

const OPTIONS = {
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  url: { type: 'string' },
  operator: { type: 'string' },
  data: { type: 'string' },
  speed: { type: 'string' },
  until: { type: 'string' },
  keep: { type: 'boolean' },
  export: { type: 'string' },
  json: { type: 'boolean' },
  schema: { type: 'boolean' },
  output: { type: 'string', short: 'o' },
  policy: { type: 'string' },
  key: { type: 'string', multiple: true },
  against: { type: 'string' },
} as const satisfies ParseArgsConfig['options']

class Misunderstood extends Error {}

/** 256 bits in base64url (RFC 4648, section 5). */
const TOKEN = /^[A-Za-z0-9_-]{43}$/

/** One token in 64 begins with a dash, and `parseArgs` would take it for an option of its own. */
const withWholeTokens = (args: readonly string[]): string[] =>
  args.flatMap((word, at) => {
    const next = args[at + 1] ?? ''
    if (word === '--operator' && TOKEN.test(next)) return [`${word}=${next}`]
    return args[at - 1] === '--operator' && TOKEN.test(word) ? [] : [word]
  })

const read = (args: readonly string[]) =>
  parseArgs({ args: withWholeTokens(args), options: OPTIONS, allowPositionals: true, strict: true })
type Values = ReturnType<typeof read>['values']

const run = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = read(args)
  const language = languageOf(values)
  const [command, ...rest] = positionals
  if (values.help === true || command === 'help') {
    process.stdout.write(`${usage(language)}\n`)
    return 0
  }
  switch (command) {
    case 'serve':
      if (rest.length > 0) throw new Misunderstood(rest.join(' '))
      return serveCommand(language)
    case 'rehearse':
      return runRehearse(values, rest, language)
    case 'found': {
      const [file, ...more] = rest
      if (file === undefined || more.length > 0) throw new Misunderstood(args.join(' '))
      return foundCommand(language, await serverOf(values), file)
    }
    case 'invite': {
      const [place, seat, ...more] = rest
      if (place === undefined || seat === undefined || more.length > 0)
        throw new Misunderstood(args.join(' '))
      const [dialogue = '', meeting] = place.split('/')
      return inviteCommand(language, await serverOf(values), { dialogue, meeting }, seat)
    }
    case 'export':
      return runExport(values, rest, language)
    case 'verify': {
      const [bundle, ...more] = rest
      if (bundle === undefined || more.length > 0) throw new Misunderstood(args.join(' '))
      const { policy, key: keys = [], against, json = false } = values
      return verifyCommand({ bundle, language, policy, keys, against, json })
    }
    case undefined:
      throw new Misunderstood('parley')
    // oxlint-disable-next-line typescript/switch-exhaustiveness-check -- anything else a person may have typed
    default:
      throw new Misunderstood(command)
  }
}

const runRehearse = async (values: Values, rest: readonly string[], language: Catalogue): Promise<number> => {
  const [file, ...more] = rest
  if (values.schema === true) {
    process.stdout.write(`${JSON.stringify(scriptSchema(), undefined, 2)}\n`)
    return 0
  }
  if (file === undefined || more.length > 0) throw new Misunderstood(['rehearse', ...rest].join(' '))
  const { until, export: exportTo, keep = false, json = false } = values
  const server = values.url === undefined ? undefined : await serverOf(values)
  return rehearseCommand({
    file,
    language,
    server,
    speed: speedOf(values.speed),
    until,
    keep,
    exportTo,
    json,
  })
}

const runExport = async (values: Values, rest: readonly string[], language: Catalogue): Promise<number> => {
  const [place, ...more] = rest
  const [dialogue, meeting, ...deeper] = place?.split('/') ?? []
  const { output } = values
  if (
    dialogue === undefined ||
    meeting === undefined ||
    output === undefined ||
    more.length + deeper.length > 0
  ) {
    throw new Misunderstood(['export', ...rest].join(' '))
  }
  const dataFolder = values.data ?? process.env['PARLEY_DATA'] ?? './data'
  const from = values.url === undefined ? { dataFolder } : await serverOf(values)
  return exportCommand({ language, dialogue, meeting, output, from })
}

const speedOf = (speed: string | undefined): number | undefined => {
  if (speed === undefined || speed === 'max') return undefined
  const factor = Number(speed)
  if (!(factor > 0)) throw new Misunderstood(`--speed ${speed}`)
  return factor
}

/** Which server, and the operator's credential: given, or from the data folder. */
const serverOf = async (values: Values): Promise<{ origin: string; operatorToken: string }> => {
  const host = process.env['HOST'] ?? '127.0.0.1'
  const port = process.env['PORT'] ?? '8420'
  const url = values.url ?? process.env['PARLEY_ORIGIN'] ?? `http://${host}:${port}`
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) throw new Misunderstood(`--url ${url}`)
  const operatorToken =
    values.operator ?? (await operatorTokenOf(values.data ?? process.env['PARLEY_DATA'] ?? './data'))
  return { origin: new URL(url).origin, operatorToken }
}

/** `--lang`, or the language of the terminal. */
const languageOf = ({ lang }: Values): Catalogue => {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env
  const terminal = [LC_ALL, LC_MESSAGES, LANG].find((one) => one !== undefined && one !== '')
  return chooseCatalogue([lang ?? terminal?.split('.')[0]?.replace('_', '-') ?? 'en'])
}

const isMisuse = (error: unknown): error is Error =>
  error instanceof Misunderstood ||
  (error instanceof Error &&
    'code' in error &&
    (String(error.code).startsWith('ERR_PARSE_ARGS') || error.code === 'ENOENT'))

// A reader that has seen enough, such as `head`, is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  if (!isMisuse(error)) throw error
  const language = languageOf({})
  process.stderr.write(
    `${format(language, 'cli.usage-wrong', { what: error.message })}\n\n${usage(language)}\n`,
  )
  process.exitCode = USAGE_EXIT
}
