import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import { destination, pino } from 'pino'
import { fileKeyStore } from './adapters/file/file-key-store.ts'
import { cryptoTokens } from './adapters/node/crypto-tokens.ts'
import { systemClock } from './adapters/node/system-clock.ts'
import { openDataFolder, type DataFolder } from './adapters/sqlite/open-data-folder.ts'
import { createParley } from './application/parley.ts'
import type { Config } from './config.ts'
import { registerApi } from './http/api.ts'
import { attachLive } from './live/attach-live.ts'
import { operatorToken } from './operator-token.ts'

export type Running = {
  /** Where people reach the server. */
  readonly origin: string
  /** Where it listens. */
  readonly url: string
  /** Takes no more requests, says goodbye on every socket, finishes what was handed in and gives the data folder back. */
  readonly close: () => Promise<void>
}

/** Serves a data folder. Throws a `Fault`, `NameChanged`, or the error of a port that cannot be had. */
export const startParley = async (config: Config): Promise<Running> => {
  const data = openDataFolder(config.dataFolder)
  try {
    return await serve(config, data)
  } catch (cause) {
    await data.close()
    throw cause
  }
}

const serve = async (config: Config, data: DataFolder): Promise<Running> => {
  const log: FastifyBaseLogger = pino({ level: config.logLevel }, destination({ dest: 2, sync: true }))
  const tokens = cryptoTokens()
  const clock = systemClock()
  let listening = ''
  const origin = (): string => config.origin ?? listening
  const parley = await createParley({
    events: data.events,
    access: data.access,
    keys: fileKeyStore(join(config.dataFolder, 'keys')),
    clock,
    tokens,
    name: config.name,
    operatorToken: operatorToken(config.dataFolder, tokens),
    origin,
  })
  const app = createApp(log)
  await registerApi(app, { parley, origin })
  const live = attachLive(app.server, { parley, origin, log: log.child({ part: 'live' }) })
  listening = await listen(app, config)
  return {
    origin: origin(),
    url: listening,
    close: async () => {
      await live.close()
      await app.close()
      await data.close()
    },
  }
}

const createApp = (log: FastifyBaseLogger): FastifyInstance =>
  fastify({
    loggerInstance: log,
    genReqId: () => randomUUID(),
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: true,
    requestTimeout: 30_000,
    keepAliveTimeout: 65_000,
    routerOptions: { maxParamLength: 300 },
  })

/** The address as people write it: the port that was given when any would do, brackets around IPv6. */
const listen = async (app: FastifyInstance, { host, port }: Config): Promise<string> => {
  await app.listen({ host, port })
  const address = app.server.address()
  const actual = typeof address === 'object' && address !== null ? address.port : port
  return `http://${host.includes(':') ? `[${host}]` : host}:${actual}`
}
