import type { Catalogue } from '@parley/messages/choose-catalogue'
import { format } from '@parley/messages/format'
import { exportRecord } from './export-record.ts'
import { troubleText } from './rehearse/report.ts'
import { startServer } from './server-process.ts'

export type ExportArguments = {
  readonly language: Catalogue
  readonly dialogue: string
  readonly meeting: string
  readonly output: string
  /** The server to ask; or the data folder to serve from for as long as it takes. */
  readonly from: { readonly origin: string; readonly operatorToken: string } | { readonly dataFolder: string }
}

/** Writes a meeting's record into a file; answers the exit code. */
export const exportCommand = async ({ from, ...args }: ExportArguments): Promise<number> => {
  if ('origin' in from) return write(args, from)
  const started = await startServer({
    PORT: '0',
    HOST: '127.0.0.1',
    PARLEY_DATA: from.dataFolder,
    PARLEY_ORIGIN: '',
  })
  if (!started.ok) return 3
  try {
    return await write(args, started.server)
  } finally {
    started.server.stop()
    await started.server.exited
  }
}

const write = async (
  { language, dialogue, meeting, output }: Omit<ExportArguments, 'from'>,
  server: { readonly origin: string; readonly operatorToken: string },
): Promise<number> => {
  const written = await exportRecord(server, dialogue, meeting, output)
  if (written.ok) {
    process.stdout.write(
      `${format(language, 'cli.exported', { count: written.value.entries, file: output })}\n`,
    )
    return 0
  }
  const reached = written.problem.code !== 'unreachable'
  const reason = reached
    ? `${dialogue}/${meeting}: ${troubleText(language, written.problem)}`
    : format(language, 'cli.server-not-reached', { address: server.origin })
  process.stderr.write(`${reason}\n`)
  return reached ? 1 : 3
}
