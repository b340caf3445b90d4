import { createServer, type Server } from 'node:http'
import { initLogger } from 'node-datachannel'
import { destination, pino } from 'pino'
import { httpDoor } from './api/http-door.ts'
import { Webhooks } from './api/webhooks.ts'
import type { MediaConfig } from './config.ts'
import { Metrics } from './metrics.ts'
import { Hub } from './room/hub.ts'
import { SignalDoor } from './signal/signal-door.ts'
import { RelayedPort } from './transport/relayed-port.ts'
import { PortTaken, takeUdpPort } from './transport/udp-port.ts'

const WEBHOOKS_WITHIN_MS = 2_000
const STDERR = 2

/** A running media server. */
export interface MediaServer {
  readonly port: number
  readonly udpPort: number
  /** Where clients behind a relay come in; undefined where that was not asked for, and where the port was taken. */
  readonly relayedPort: number | undefined
  readonly metricsPort: number | undefined
  /** Sends everyone away with the reason, and lets go of every port. */
  close(): Promise<void>
}

const listen = (server: Server, port: number, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      const address = server.address()
      if (typeof address === 'object' && address !== null) resolve(address.port)
      else reject(new Error('the server has no port'))
    })
  })

const metricsServer = (hub: Hub, metrics: Metrics): Server =>
  createServer((_request, response) => {
    let participants = 0
    let tracks = 0
    let subscriptions = 0
    for (const room of hub.rooms) {
      for (const participant of room.participants) {
        participants += 1
        tracks += [...participant.publishing.tracks].length
        subscriptions += [...participant.egress.subscriptions].length
      }
    }
    response.setHeader('Content-Type', 'text/plain; version=0.0.4')
    response.end(
      metrics.text({
        parley_media_rooms: [...hub.rooms].length,
        parley_media_participants: participants,
        parley_media_tracks: tracks,
        parley_media_subscriptions: subscriptions,
      }),
    )
  })

/** Those behind a relay are not worth more than all the others: a taken port is no reason not to start. */
const openRelayedPort = async (config: MediaConfig, mediaPort: number): Promise<RelayedPort | undefined> => {
  if (config.relayedPort === undefined) return undefined
  try {
    return await RelayedPort.open(config.address, config.relayedPort, mediaPort)
  } catch (error) {
    if (error instanceof PortTaken) return undefined
    throw error
  }
}

/** Starts serving. Throws PortTaken when the media port is not free, and Node's own error for the others. */
export async function startMediaServer(config: MediaConfig): Promise<MediaServer> {
  const log = pino({ level: config.logLevel, base: null }, destination(STDERR))
  initLogger('Error', (level, message) => log.debug({ level }, message))
  const media = await takeUdpPort(config.address, config.udpPort)
  const relayed = await openRelayedPort(config, media.port)
  const keys = { key: config.key, secret: config.secret }
  const metrics = new Metrics()
  const webhooks = new Webhooks(config.webhookUrls, keys, log)
  const hub = new Hub(
    {
      transport: { udpPort: media.port, address: config.address, announced: config.announced, relayed },
      autoCreate: config.autoCreate,
      audioStreams: config.audioStreams,
      resumeWithinSeconds: config.resumeWithinSeconds,
      emptyTimeoutSeconds: config.emptyTimeoutSeconds,
      departureTimeoutSeconds: config.departureTimeoutSeconds,
    },
    metrics,
    webhooks,
    log,
  )
  const signalDoor = new SignalDoor(hub, keys, metrics, log)
  const servers: Server[] = []
  const close = async (): Promise<void> => {
    hub.close()
    await Promise.race([
      webhooks.settled(),
      new Promise((done) => setTimeout(done, WEBHOOKS_WITHIN_MS).unref()),
    ])
    signalDoor.close()
    for (const server of servers) {
      server.closeAllConnections()
      server.close()
    }
    relayed?.close()
    media.release()
  }
  try {
    const main = httpDoor(hub, signalDoor, keys, log)
    servers.push(main)
    const port = await listen(main, config.port, config.host)
    let metricsPort: number | undefined
    if (config.metricsPort !== undefined) {
      const told = metricsServer(hub, metrics)
      servers.push(told)
      metricsPort = await listen(told, config.metricsPort, '127.0.0.1')
    }
    return { port, udpPort: media.port, relayedPort: relayed?.port, metricsPort, close }
  } catch (error) {
    await close()
    throw error
  }
}
