import { NameChanged } from './application/signing-key.ts'
import { readConfig } from './config.ts'
import { Fault } from './ports/fault.ts'
import { startParley } from './start-parley.ts'

/** Ends the process with a line for whoever started it. */
const stop = (line: string): never => {
  process.stderr.write(`${line}\n`)
  process.exit(1)
}

const read = readConfig(process.env)
if (!read.ok) stop(read.wrong.map(({ key, expected }) => `${key} must be ${expected}.`).join('\n'))
else {
  const { config } = read
  if (config.clock === 'parent' && process.send === undefined) {
    stop('PARLEY_CLOCK is parent, but no process that could move the clock has started this one.')
  }
  const running = await startParley(config).catch((cause: unknown) => stop(reasonOf(cause)))
  process.stdout.write(`Parley is ready at ${running.url}\n`)

  let stopping = false
  const close = (): void => {
    if (stopping) return
    stopping = true
    // Whatever holds on longer than this holds on for good.
    setTimeout(() => process.exit(1), 5000).unref()
    void running.close().then(() => process.exit(0))
  }
  process.once('SIGINT', close)
  process.once('SIGTERM', close)

  function reasonOf(cause: unknown): string {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
    if (code === 'EADDRINUSE')
      return `Port ${config.port} on ${config.host} is taken. Set PORT to another one.`
    if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
      return `Cannot listen on ${config.host}:${config.port} (${code}).`
    }
    if (cause instanceof NameChanged) {
      return `PARLEY_NAME is ${config.name}, but the record in ${config.dataFolder} is signed as ${cause.keyName}.`
    }
    if (!(cause instanceof Fault)) throw cause
    if (cause.code === 'data-folder-in-use') return `Another Parley serves from ${config.dataFolder} already.`
    return `The data folder ${config.dataFolder} cannot be used (${cause.code}).`
  }
}
