import { TrackSource } from '@livekit/protocol'
import { errors, jwtVerify, type JWTPayload } from 'jose'

export interface Permissions {
  readonly canPublish: boolean
  readonly canSubscribe: boolean
  readonly canPublishData: boolean
  /** Empty means every source. */
  readonly canPublishSources: readonly TrackSource[]
  readonly canUpdateMetadata: boolean
  readonly hidden: boolean
  readonly recorder: boolean
}

export interface Grants {
  readonly identity: string
  readonly name: string
  readonly metadata: string
  readonly attributes: Readonly<Record<string, string>>
  readonly room: string
  readonly roomJoin: boolean
  readonly roomCreate: boolean
  readonly roomList: boolean
  readonly roomAdmin: boolean
  readonly permissions: Permissions
  /** When the token was made, in seconds. */
  readonly issuedAtSeconds: number
}

export type TokenRefusal = 'forged' | 'expired' | 'not yet valid' | 'malformed'

export type TokenJudgement = { readonly grants: Grants } | { readonly refused: TokenRefusal }

const LEEWAY_SECONDS = 5
const LONGEST_TOKEN = 16_384
const LONGEST_NAME = 256

const SOURCES: ReadonlyMap<string, TrackSource> = new Map([
  ['camera', TrackSource.CAMERA],
  ['microphone', TrackSource.MICROPHONE],
  ['screen_share', TrackSource.SCREEN_SHARE],
  ['screen_share_audio', TrackSource.SCREEN_SHARE_AUDIO],
])

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const attributesOf = (value: unknown): Record<string, string> => {
  if (!isRecord(value)) return {}
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}

/** A source this server does not know is kept as unknown: dropping it would turn a short list into "every source". */
const sourcesOf = (value: unknown): TrackSource[] =>
  Array.isArray(value) ? value.map((name) => SOURCES.get(textOf(name)) ?? TrackSource.UNKNOWN) : []

const grantsOf = (payload: JWTPayload): Grants | undefined => {
  const video = payload['video']
  if (!isRecord(video)) return undefined
  const identity = textOf(payload.sub)
  const room = textOf(video['room'])
  if (identity.length > LONGEST_NAME || room.length > LONGEST_NAME) return undefined
  return {
    identity,
    name: textOf(payload['name']),
    metadata: textOf(payload['metadata']),
    attributes: attributesOf(payload['attributes']),
    room,
    roomJoin: video['roomJoin'] === true,
    roomCreate: video['roomCreate'] === true,
    roomList: video['roomList'] === true,
    roomAdmin: video['roomAdmin'] === true,
    permissions: {
      canPublish: video['canPublish'] !== false,
      canSubscribe: video['canSubscribe'] !== false,
      canPublishData: video['canPublishData'] !== false && video['canPublish'] !== false,
      canPublishSources: sourcesOf(video['canPublishSources']),
      canUpdateMetadata: video['canUpdateOwnMetadata'] === true,
      hidden: video['hidden'] === true,
      recorder: video['recorder'] === true,
    },
    issuedAtSeconds: payload.iat ?? payload.nbf ?? 0,
  }
}

/** The claims of a token that lets someone come back to a room as they are now. */
export const claimsFor = (
  person: Pick<Grants, 'name' | 'metadata' | 'attributes' | 'permissions'>,
  room: string,
): JWTPayload => ({
  name: person.name,
  metadata: person.metadata,
  attributes: person.attributes,
  video: {
    room,
    roomJoin: true,
    canPublish: person.permissions.canPublish,
    canSubscribe: person.permissions.canSubscribe,
    canPublishData: person.permissions.canPublishData,
    canPublishSources: person.permissions.canPublishSources.map(
      (source) => [...SOURCES].find(([, known]) => known === source)?.[0] ?? 'unknown',
    ),
    canUpdateOwnMetadata: person.permissions.canUpdateMetadata,
    hidden: person.permissions.hidden,
    recorder: person.permissions.recorder,
  },
})

/** Judges an access token as LiveKit makes them: HS256 under this key's secret, issued by this key, with an end. */
export async function judgeToken(token: string, key: string, secret: string): Promise<TokenJudgement> {
  if (token === '' || token.length > LONGEST_TOKEN) return { refused: 'malformed' }
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), {
      algorithms: ['HS256'],
      issuer: key,
      requiredClaims: ['exp'],
      clockTolerance: LEEWAY_SECONDS,
    })
    const grants = grantsOf(payload)
    return grants === undefined ? { refused: 'malformed' } : { grants }
  } catch (error) {
    if (error instanceof errors.JWTExpired) return { refused: 'expired' }
    if (error instanceof errors.JWTClaimValidationFailed) {
      return { refused: error.claim === 'nbf' ? 'not yet valid' : 'forged' }
    }
    if (error instanceof errors.JWSSignatureVerificationFailed || error instanceof errors.JOSEAlgNotAllowed) {
      return { refused: 'forged' }
    }
    return { refused: 'malformed' }
  }
}
