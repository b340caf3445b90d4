import { randomUUID } from 'node:crypto'
import { problem } from '@parley/protocol/problem'
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import { createArchive } from './application/archive.ts'
import { createLimits, type Limits } from './application/limits.ts'
import { createParley, type Parley, type ParleyDeps } from './application/parley.ts'
import { registerFoyer } from './foyer/foyer.ts'
import { registerRooms, type RoomFiles } from './foyer/room-files.ts'
import { registerApi } from './http/api.ts'
import { sendProblem } from './http/send.ts'
import { isMediaUpgrade, registerMediaDoor, type MediaDoorDeps } from './http/media-door.ts'
import type { Listening } from './listening.ts'
import { attachLive } from './live/attach-live.ts'
import { registerPortal } from './portal/portal.ts'
import { registerPreviews } from './portal/preview-desk.ts'
import { createMediaReactor } from './reactors/media-reactor.ts'
import { createRecordingReactor } from './reactors/recording-reactor.ts'
import type { PadStore } from './ports/pad-store.ts'
import type { TakedownStore } from './ports/takedown-store.ts'

export type Served = {
  readonly app: FastifyInstance
  /** Takes no more requests and says goodbye on every socket. What is kept stays open. */
  readonly close: () => Promise<void>
}

export type ServeParts = ParleyDeps & {
  readonly takedowns: TakedownStore
  readonly pads: PadStore
  readonly listening: Listening
  readonly log: FastifyBaseLogger
  /** The rooms, where they have been built. */
  readonly rooms?: RoomFiles | undefined
  /** Where the embedded media server answers now; see `MediaDoorDeps`. */
  readonly mediaBehind?: MediaDoorDeps['behind']
}

/** Opens every door of the house on a port that is already there. Throws `NameChanged`. */
export const serveParley = async (parts: ServeParts): Promise<Served> => {
  const { origin, listening, log } = parts
  const parley = await createParley(parts)
  const limits = createLimits()
  const app = fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    serverFactory: listening.answerWith,
    // An address that cannot even be decoded leads nowhere.
    frameworkErrors: (_error, _request, reply) => {
      void sendProblem(reply, problem('not-found'))
    },
    routerOptions: { maxParamLength: 300 },
  })
  await registerApi(app, { parley, origin, limits })
  await registerFoyer(app, { parley, origin, rooms: parts.rooms !== undefined })
  if (parts.rooms !== undefined)
    await registerRooms(app, parts.rooms, { entrance: true, mediaUrl: parts.engine?.url })
  const { clock, tokens, takedowns, events } = parts
  const archive = await createArchive(events, clock, (fault) => log.error({ err: fault }, 'fault'))
  const { checkpoint } = parley.heads
  const portal = registerPortal(app, { archive, takedowns, clock, tokens, origin, checkpoint })
  app.setNotFoundHandler(portal.notFound)
  const { access, previews } = parley
  registerPreviews(app, { archive, previews, callerOf: access.callerOf, origin, portal })
  const stopMedia = await openMediaDoor(app, parts, parley, limits)
  await app.ready()
  const live = attachLive(app.server, {
    parley,
    origin,
    limits,
    pads: parts.pads,
    log: log.child({ part: 'live' }),
    isOthers: parts.mediaBehind === undefined ? undefined : isMediaUpgrade,
  })
  listening.open()
  return {
    app,
    close: async () => {
      await live.close()
      await stopMedia()
      archive.close()
      await listening.close()
      await app.close()
    },
  }
}

/** Sound and pictures, where there is an engine: its door, and who keeps its rooms as the record has them. */
const openMediaDoor = async (
  app: FastifyInstance,
  { events: store, log, origin, mediaBehind }: ServeParts,
  { media, recordings, access }: Parley,
  limits: Limits,
): Promise<() => Promise<void>> => {
  if (media === undefined) return async () => {}
  const reactor = createMediaReactor({
    media,
    store,
    onEngine: (state, cause) => {
      if (state === 'lost')
        log.warn({ err: cause }, 'the media server does not answer; meetings go on without it')
      else log.warn('the media server answers again')
    },
    onBug: (cause) => log.error({ err: cause }, 'media reactor'),
  })
  await registerMediaDoor(app, { media, origin, limits, behind: mediaBehind, onNews: reactor.look })
  // A session ended before its time takes its connections with it, whatever the record says.
  const stopListening = access.onEnded(reactor.lookAround)
  const recording =
    recordings &&
    createRecordingReactor({
      media,
      recordings,
      store,
      onInterrupted: (place, why) => log.warn({ ...place, why }, 'a recording is interrupted, and goes on'),
      onBug: (cause) => log.error({ err: cause }, 'recording reactor'),
    })
  return async () => {
    stopListening()
    await recording?.close()
    await reactor.close()
  }
}
