import { gunzipSync } from 'node:zlib'
import {
  JoinRequest,
  WrappedJoinRequest,
  WrappedJoinRequest_Compression,
  type AddTrackRequest,
  type SessionDescription,
} from '@livekit/protocol'

const LARGEST_JOIN_BYTES = 262_144

/** What a client asks for when it opens its signalling connection. */
export interface JoinAsk {
  /** The single-connection protocol of /rtc/v1, or the older one with a connection each way. */
  readonly version: 0 | 1
  readonly token: string
  readonly autoSubscribe: boolean
  readonly adaptiveStream: boolean
  /** The participant to go on as, where the client resumes. */
  readonly resumes: string | undefined
  readonly offer: SessionDescription | undefined
  readonly tracks: readonly AddTrackRequest[]
  readonly protocol: number
}

const bearer = (authorization: string | undefined): string =>
  authorization?.startsWith('Bearer ') === true ? authorization.slice('Bearer '.length) : ''

const readJoinRequest = (text: string): JoinRequest | undefined => {
  try {
    const wrapped = WrappedJoinRequest.fromBinary(Buffer.from(text.replaceAll(' ', '+'), 'base64url'))
    const bytes =
      wrapped.compression === WrappedJoinRequest_Compression.GZIP
        ? gunzipSync(wrapped.joinRequest, { maxOutputLength: LARGEST_JOIN_BYTES })
        : wrapped.joinRequest
    return JoinRequest.fromBinary(bytes)
  } catch {
    return undefined
  }
}

/** Reads the ask from the address of the request; undefined if it is not one. */
export function readJoinAsk(url: URL, authorization: string | undefined): JoinAsk | undefined {
  const query = url.searchParams
  const token = query.get('access_token') ?? bearer(authorization)
  const wrapped = query.get('join_request')
  if (wrapped === null) {
    return {
      version: url.pathname === '/rtc/v1' ? 1 : 0,
      token,
      autoSubscribe: query.get('auto_subscribe') !== '0',
      adaptiveStream: query.get('adaptive_stream') === '1',
      resumes: query.get('reconnect') === '1' ? (query.get('sid') ?? '') : undefined,
      offer: undefined,
      tracks: [],
      protocol: Number(query.get('protocol') ?? 0) || 0,
    }
  }
  const request = readJoinRequest(wrapped)
  if (request === undefined) return undefined
  return {
    version: url.pathname === '/rtc/v1' ? 1 : 0,
    token,
    autoSubscribe: request.connectionSettings?.autoSubscribe ?? true,
    adaptiveStream: request.connectionSettings?.adaptiveStream ?? false,
    resumes: request.reconnect ? request.participantSid : undefined,
    offer: request.publisherOffer,
    tracks: request.addTrackRequests,
    protocol: request.clientInfo?.protocol ?? 0,
  }
}
