import { Slug } from '@parley/domain/words/identity'
import * as z from 'zod'

/** Which media room of a meeting: what is said in one is sent to no other. */
export const MediaRoomOnWire = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('plenary') }),
  z.strictObject({ kind: z.literal('chamber'), delegation: Slug }),
  z.strictObject({ kind: z.literal('booth'), delegation: Slug.optional() }),
])

export type MediaRoomOnWire = z.infer<typeof MediaRoomOnWire>

export const AskPass = z.strictObject({ room: MediaRoomOnWire }).meta({ id: 'AskPass' })

/** A way into a media room for one connection, to be used at once. */
export const MediaPass = z
  .strictObject({
    /** Where the media server is: an absolute URL, or a path on the server's own origin. It speaks LiveKit's protocol. */
    url: z.string(),
    token: z.string(),
    /** The connection's name: `<seat>~…`. */
    identity: z.string(),
    /** How long the token lets in. */
    seconds: z.int(),
    /** Servers that relay sound and pictures past a firewall (RFC 8656), with credentials for this connection. */
    iceServers: z
      .array(z.strictObject({ urls: z.array(z.string()), username: z.string(), credential: z.string() }))
      .optional(),
  })
  .meta({ id: 'MediaPass' })
export type MediaPass = z.infer<typeof MediaPass>
