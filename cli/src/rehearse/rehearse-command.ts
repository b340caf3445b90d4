import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, parse, relative } from 'node:path'
import type { Catalogue } from '@parley/messages/choose-catalogue'
import { format } from '@parley/messages/format'
import { exportRecord } from '../export-record.ts'
import { parseScript } from '../script/parse-script.ts'
import type { Script } from '../script/script.ts'
import { problemLine } from '../script/script-problem.ts'
import { decodeScript } from '../script/source.ts'
import { startServer } from '../server-process.ts'
import type { Outcome } from './outcome.ts'
import { paceOf, type Pace } from './pace.ts'
import { PHASES } from './play-meeting.ts'
import { rehearse } from './rehearsal.ts'
import { reportLines, troubleText } from './report.ts'
import { Unplayable } from './sitting.ts'

/** What `parley rehearse` ends with. */
export const REHEARSAL_EXIT = { asScripted: 0, otherwise: 1, scriptWrong: 2, serverNotReached: 3 } as const

export type RehearseArguments = {
  readonly file: string
  readonly language: Catalogue
  /** Where to rehearse; without it a server of its own is started in a temporary folder. */
  readonly server?: { readonly origin: string; readonly operatorToken: string } | undefined
  /** How many times faster than life; undefined leaves out all waiting. */
  readonly speed?: number | undefined
  readonly until?: string | undefined
  /** Leaves the started server's folder and says where it is. */
  readonly keep: boolean
  readonly exportTo?: string | undefined
  readonly json: boolean
}

/** Plays a script and says what came of it; answers the exit code. */
export const rehearseCommand = async (args: RehearseArguments): Promise<number> => {
  const script = await readScript(args)
  if (script === undefined) return REHEARSAL_EXIT.scriptWrong
  if (args.server !== undefined) return play(script, args, args.server, paceOf(args.speed))
  const folder = await mkdtemp(join(tmpdir(), 'parley-rehearsal-'))
  const started = await startServer({
    PORT: '0',
    HOST: '127.0.0.1',
    PARLEY_DATA: folder,
    PARLEY_ORIGIN: '',
    PARLEY_CLOCK: 'parent',
  })
  if (!started.ok) return REHEARSAL_EXIT.serverNotReached
  const { server } = started
  const interrupted = (): void => server.stop()
  process.once('SIGINT', interrupted)
  process.once('SIGTERM', interrupted)
  try {
    return await play(script, args, server, paceOf(args.speed, server.advance))
  } finally {
    server.stop()
    await server.exited
    if (args.keep) process.stderr.write(`${folder}\n`)
    else await rm(folder, { recursive: true, force: true })
  }
}

const readScript = async ({ file, until, language }: RehearseArguments): Promise<Script | undefined> => {
  const shown = file.startsWith('/') ? file : relative('.', file)
  let text: string
  try {
    const bytes = await readFile(file)
    const decoded = decodeScript(bytes)
    if (!decoded.ok) return refuse(language, [problemLine(shown, decoded.problem)])
    text = decoded.text
  } catch (error) {
    const reason = String(error instanceof Error ? error.message : error)
    return refuse(language, [format(language, 'cli.unreadable', { file, reason })])
  }
  const parsed = parseScript(text)
  if (!parsed.ok)
    return refuse(
      language,
      parsed.problems.map((problem) => problemLine(shown, problem)),
    )
  const labels = parsed.script.meetings.flatMap(({ steps }) =>
    steps.flatMap((step) => (step.word === 'label' ? [step.label] : [])),
  )
  if (until !== undefined && ![...PHASES, ...labels].includes(until)) {
    return refuse(language, [`--until ${until}: expected one of ${[...PHASES, ...labels].join(', ')}`])
  }
  return parsed.script
}

const refuse = (language: Catalogue, lines: readonly string[]): undefined => {
  process.stderr.write(`${[...lines, format(language, 'cli.script-wrong')].join('\n')}\n`)
}

const play = async (
  script: Script,
  args: RehearseArguments,
  server: { readonly origin: string; readonly operatorToken: string },
  pace: Pace,
): Promise<number> => {
  const { language } = args
  const progress = progressLine()
  let outcome: Outcome
  try {
    outcome = await rehearse(script, {
      ...server,
      pace,
      until: args.until,
      onProgress: (meeting) => (done, of) => progress.show(`${meeting} ${done}/${of}`),
    })
  } catch (error) {
    if (!(error instanceof Unplayable)) throw error
    progress.clear()
    const { problem } = error
    const reached = problem.code !== 'unreachable'
    const reason = reached
      ? `${args.file}: ${troubleText(language, problem)} (${problem.code})`
      : format(language, 'cli.server-not-reached', { address: server.origin })
    process.stderr.write(`${reason}\n`)
    return reached ? REHEARSAL_EXIT.otherwise : REHEARSAL_EXIT.serverNotReached
  }
  progress.clear()
  const exported = await exportAll(args, server, outcome)
  const lines = args.json
    ? [JSON.stringify(outcome)]
    : [...reportLines(language, args.file, outcome), ...exported.lines]
  process.stdout.write(`${lines.join('\n')}\n`)
  return outcome.surprises.length === 0 && exported.ok ? REHEARSAL_EXIT.asScripted : REHEARSAL_EXIT.otherwise
}

/** One meeting goes into the file named; of several, each into a file with its identifier before the ending. */
const exportAll = async (
  { exportTo, language }: RehearseArguments,
  server: { readonly origin: string; readonly operatorToken: string },
  { dialogue, meetings }: Outcome,
): Promise<{ readonly ok: boolean; readonly lines: readonly string[] }> => {
  if (exportTo === undefined) return { ok: true, lines: [] }
  const lines: string[] = []
  let ok = true
  for (const { meeting } of meetings) {
    const { dir, name, ext } = parse(exportTo)
    const file = meetings.length === 1 ? exportTo : join(dir, `${name}.${meeting}${ext}`)
    const written = await exportRecord(server, dialogue, meeting, file)
    ok &&= written.ok
    lines.push(
      written.ok
        ? format(language, 'cli.exported', { count: written.value.entries, file })
        : troubleText(language, written.problem),
    )
  }
  return { ok, lines }
}

/** One line on a terminal that is written over; nothing elsewhere. */
const progressLine = () => {
  const { stderr } = process
  const write = (text: string): void => {
    if (stderr.isTTY) stderr.write(`\r\u001b[2K${text}`)
  }
  return { show: write, clear: () => write('') }
}
