import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { FastifyBaseLogger } from 'fastify'
import { embeddedEngine } from './adapters/livekit/embedded-engine.ts'
import { livekitEngine } from './adapters/livekit/livekit-engine.ts'
import {
  createMediaProcess,
  type MediaProcess,
  type MediaProcessNews,
} from './adapters/node/media-process.ts'
import type { MediaConfig } from './config.ts'
import { mediaAddresses } from './media-addresses.ts'
import type { MediaEngine } from './ports/media-engine.ts'

/** The media server that was chosen, and how to be done with it. */
export type OpenedEngine = {
  readonly engine: MediaEngine | undefined
  /** Where the embedded one answers now; absent for one that browsers reach themselves. */
  readonly behind: MediaProcess['at'] | undefined
  readonly close: () => Promise<void>
}

const PROGRAM = join(import.meta.dirname, '../../sfu/src/main.ts')
/** The embedded server is started this long after the house has opened, or when somebody comes in. */
const START_MS = 1000

/** Opens the media server a configuration names. `host` and `url` are where the house listens. */
export const openEngine = (
  media: MediaConfig,
  { host, url, log }: { readonly host: string; readonly url: string; readonly log: FastifyBaseLogger },
): OpenedEngine => {
  switch (media.kind) {
    case 'none':
      return { engine: undefined, behind: undefined, close: async () => {} }
    case 'livekit': {
      // The server API answers where browsers connect, over HTTP.
      const api = media.url.replace(/^ws/, 'http')
      return { engine: livekitEngine({ ...media, api: () => api }), behind: undefined, close: async () => {} }
    }
    case 'embedded': {
      // Nobody else speaks to it, and it keeps nothing: keys that last as long as we do are enough.
      const keys = { key: 'parley', secret: randomBytes(32).toString('base64url') }
      const process = createMediaProcess({
        ...keys,
        ...mediaAddresses(host, media.address),
        program: PROGRAM,
        udpPort: media.udpPort,
        relayedPort: media.relayedPort,
        webhook: `${url}/media/webhook`,
        onNews: (news) => tell(log, news),
      })
      const timer = setTimeout(process.start, START_MS).unref()
      return {
        engine: embeddedEngine(process, keys),
        behind: process.at,
        close: async () => {
          clearTimeout(timer)
          await process.close()
        },
      }
    }
  }
}

const tell = (log: FastifyBaseLogger, news: MediaProcessNews): void => {
  switch (news.kind) {
    case 'ready':
      return log.info({ udpPort: news.udpPort }, 'the media server is ready')
    case 'ended':
      return log.error({ code: news.code, signal: news.signal }, 'the media server ended; another is started')
    case 'port-taken':
      return log.error(
        { udpPort: news.udpPort },
        `UDP port ${news.udpPort} is taken, and there is no sound and picture: name another with PARLEY_MEDIA_PORT`,
      )
    case 'relayed-port-taken':
      return log.error(
        { udpPort: news.udpPort },
        `UDP port ${news.udpPort} is taken, and there is no sound and picture for people behind a relay: name another with PARLEY_MEDIA_RELAYED_PORT`,
      )
    case 'said':
      return log.warn({ part: 'media' }, news.line)
  }
}
