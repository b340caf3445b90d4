import type { Server } from 'node:http'
import type { FastifyBaseLogger } from 'fastify'
import type { Parley } from '../application/parley.ts'

export const attachLive = (
  _server: Server,
  _deps: { readonly parley: Parley; readonly origin: () => string; readonly log: FastifyBaseLogger },
): { readonly close: () => Promise<void> } => ({ close: async () => undefined })
