import { join } from 'node:path'
import type { FastifyBaseLogger } from 'fastify'
import { destination, pino } from 'pino'
import { readRoomFiles } from './foyer/room-files.ts'
import { fileDocumentStore } from './adapters/file/file-document-store.ts'
import { fileKeyStore } from './adapters/file/file-key-store.ts'
import { cryptoTokens } from './adapters/node/crypto-tokens.ts'
import { recorderProcess } from './adapters/node/recorder-process.ts'
import { parentClock } from './adapters/node/parent-clock.ts'
import { systemClock } from './adapters/node/system-clock.ts'
import { openDataFolder, type DataFolder } from './adapters/sqlite/open-data-folder.ts'
import type { Config } from './config.ts'
import { type Listening, listenOn } from './listening.ts'
import { openEngine } from './media-engine.ts'
import { operatorToken } from './operator-token.ts'
import { serveParley } from './serve-parley.ts'

export type Running = {
  /** Where the server listens. */
  readonly url: string
  /** Takes no more requests, says goodbye on every socket, finishes what was handed in and gives the data folder back. */
  readonly close: () => Promise<void>
}

/** Serves a data folder. Throws a `Fault`, `NameChanged`, or the system's error for a port that cannot be had. */
export const startParley = async (config: Config): Promise<Running> => {
  const data = openDataFolder(config.dataFolder)
  try {
    const listening = await listenOn(config.host, config.port)
    try {
      return await serve(config, data, listening)
    } catch (cause) {
      await listening.close()
      throw cause
    }
  } catch (cause) {
    await data.close()
    throw cause
  }
}

/** Where `vite build web` puts the rooms. */
const BUILT_ROOMS = join(import.meta.dirname, '../../web/dist')

const RECORDER = join(import.meta.dirname, '../../sfu/src/recorder.ts')

const serve = async (config: Config, data: DataFolder, listening: Listening): Promise<Running> => {
  const log: FastifyBaseLogger = pino({ level: config.logLevel }, destination({ dest: 2, sync: true }))
  const tokens = cryptoTokens()
  const machine = systemClock()
  const media = openEngine(config.media, { host: config.host, url: listening.url, log })
  const served = await serveParley({
    ...data,
    listening,
    log,
    tokens,
    clock: config.clock === 'parent' ? parentClock(process, machine) : machine,
    sessionClock: machine,
    documents: fileDocumentStore(join(config.dataFolder, 'documents')),
    keys: fileKeyStore(join(config.dataFolder, 'keys')),
    name: config.name,
    operatorToken: operatorToken(config.dataFolder, tokens),
    origin: config.origin ?? listening.url,
    rooms: readRoomFiles(BUILT_ROOMS),
    engine: media.engine,
    recorder: recorderProcess({
      program: RECORDER,
      folder: join(config.dataFolder, 'recordings'),
      onTrouble: (what) => log.error({ part: 'recorder' }, what),
    }),
    turn: config.turn,
    mediaBehind: media.behind,
  })
  return {
    url: listening.url,
    close: async () => {
      await served.close()
      await media.close()
      await data.close()
    },
  }
}
