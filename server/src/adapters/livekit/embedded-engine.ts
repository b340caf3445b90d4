import type { MediaEngine } from '../../ports/media-engine.ts'
import type { MediaProcess } from '../node/media-process.ts'
import { livekitEngine } from './livekit-engine.ts'

/** Where browsers reach the embedded media server: on our own origin, which hands its signalling through. */
const OWN_PATH = '/media'

/**
 * The embedded media server as an engine. Nobody waits for it but who wants to come in: it is started for the first of
 * them, and while it is started anew there are no rooms.
 */
export const embeddedEngine = (
  process: MediaProcess,
  keys: { readonly key: string; readonly secret: string },
): MediaEngine => {
  const apiOf = (): string | undefined => {
    const at = process.at()
    return at === undefined ? undefined : `http://${at.host}:${at.port}`
  }
  const engine = livekitEngine({ ...keys, api: apiOf, url: OWN_PATH })
  return {
    ...engine,
    admit: async (pass) => {
      process.start()
      await process.ready()
      return engine.admit(pass)
    },
    rooms: async () => (apiOf() === undefined ? [] : engine.rooms()),
  }
}
