import { createSocket } from 'node:dgram'
import { IceUdpMuxListener } from 'node-datachannel'

/** The port for media cannot be had. */
export class PortTaken extends Error {
  readonly port: number

  constructor(address: string, port: number, cause: unknown) {
    super(`UDP port ${port} on ${address} is not free`, { cause })
    this.name = 'PortTaken'
    this.port = port
  }
}

/**
 * Takes one UDP port for all media and keeps it until `release`; port 0 takes any that is free. The port is tried
 * with a plain socket first, because the library underneath ends the whole process when it cannot bind.
 */
export async function takeUdpPort(
  address: string,
  port: number,
): Promise<{ readonly port: number; release(): void }> {
  const socket = createSocket('udp4')
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  socket.once('error', (error) => reject(new PortTaken(address, port, error)))
  socket.bind({ port, address, exclusive: true }, () => resolve(socket.address().port))
  try {
    const free = await promise
    await new Promise<void>((done) => {
      socket.close(() => done())
    })
    const listener = new IceUdpMuxListener(free, address)
    return { port: free, release: () => listener.stop() }
  } catch (error) {
    if (error instanceof PortTaken) throw error
    throw new PortTaken(address, port, error)
  }
}
