import { ConfigError, readConfig } from './config.ts'
import { startMediaServer } from './media-server.ts'
import { PortTaken } from './transport/udp-port.ts'

const EXIT = { fault: 1, badSettings: 2, portTaken: 3 } as const
const CLOSE_WITHIN_MS = 3_000

const isAddressInUse = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES')

const exitCodeFor = (error: unknown): number => {
  if (error instanceof ConfigError) return EXIT.badSettings
  return error instanceof PortTaken || isAddressInUse(error) ? EXIT.portTaken : EXIT.fault
}

try {
  const config = readConfig(process.env)
  const server = await startMediaServer(config)
  let ending = false
  const end = (): void => {
    if (ending) return
    ending = true
    setTimeout(() => process.exit(EXIT.fault), CLOSE_WITHIN_MS).unref()
    void server.close().then(() => process.exit(0))
  }
  process.once('SIGTERM', end)
  process.once('SIGINT', end)
  process.once('disconnect', end)
  if (config.endsWithStdin) process.stdin.resume().once('end', end).once('close', end)
  const { port, udpPort, relayedPort, metricsPort } = server
  process.stdout.write(`${JSON.stringify({ ready: true, port, udpPort, relayedPort, metricsPort })}\n`)
} catch (error) {
  process.stderr.write(`parley media: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(exitCodeFor(error))
}
