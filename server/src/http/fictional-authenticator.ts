import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

/*
 * An authenticator as a person's device would be one, for tests: WebAuthn Level 3, ES256, no attestation. It signs what it
 * is told to, also what no honest device would.
 */

export type Ceremony = {
  readonly challenge: string
  readonly origin: string
  readonly domain: string
  /** Whether the person was verified, by finger or code; the default. */
  readonly verified?: boolean
}

export type FictionalAuthenticator = {
  readonly id: string
  readonly enrol: (ceremony: Ceremony) => object
  readonly assert: (ceremony: Ceremony & { readonly counter?: number }) => object
}

export const fictionalAuthenticator = (): FictionalAuthenticator => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const rawId = randomBytes(32)
  const id = rawId.toString('base64url')
  const credential = { id, rawId: id, type: 'public-key', clientExtensionResults: {} }

  return {
    id,
    enrol: (ceremony) => {
      const coseKey = cborMap([
        [1, cborNumber(2)],
        [3, cborNumber(-7)],
        [-1, cborNumber(1)],
        [-2, cborBytes(Buffer.from(x, 'base64url'))],
        [-3, cborBytes(Buffer.from(y, 'base64url'))],
      ])
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, rawId.length]), rawId, coseKey])
      const authData = Buffer.concat([authenticatorData(ceremony, 0x40, 0), attested])
      const attestationObject = Buffer.concat([
        Buffer.from([0xa3]),
        cborText('fmt'),
        cborText('none'),
        cborText('attStmt'),
        Buffer.from([0xa0]),
        cborText('authData'),
        cborBytes(authData),
      ])
      const clientDataJSON = clientData('webauthn.create', ceremony)
      return {
        ...credential,
        response: {
          clientDataJSON: clientDataJSON.toString('base64url'),
          attestationObject: attestationObject.toString('base64url'),
          transports: ['internal'],
        },
      }
    },
    assert: (ceremony) => {
      const authData = authenticatorData(ceremony, 0, ceremony.counter ?? 0)
      const clientDataJSON = clientData('webauthn.get', ceremony)
      const signature = sign('sha256', Buffer.concat([authData, sha256(clientDataJSON)]), privateKey)
      return {
        ...credential,
        response: {
          clientDataJSON: clientDataJSON.toString('base64url'),
          authenticatorData: authData.toString('base64url'),
          signature: signature.toString('base64url'),
        },
      }
    },
  }
}

const sha256 = (bytes: Buffer | string): Buffer => createHash('sha256').update(bytes).digest()

const clientData = (type: string, { challenge, origin }: Ceremony): Buffer =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))

const authenticatorData = ({ domain, verified = true }: Ceremony, flags: number, counter: number): Buffer => {
  const count = Buffer.alloc(4)
  count.writeUInt32BE(counter)
  return Buffer.concat([sha256(domain), Buffer.from([0x01 | (verified ? 0x04 : 0) | flags]), count])
}

/** As much of CBOR (RFC 8949) as it takes. */
const cborHead = (major: number, length: number): Buffer => {
  if (length < 24) return Buffer.from([(major << 5) | length])
  if (length < 256) return Buffer.from([(major << 5) | 24, length])
  return Buffer.from([(major << 5) | 25, length >> 8, length & 0xff])
}
const cborNumber = (value: number): Buffer => (value < 0 ? cborHead(1, -1 - value) : cborHead(0, value))
const cborBytes = (bytes: Buffer): Buffer => Buffer.concat([cborHead(2, bytes.length), bytes])
const cborText = (text: string): Buffer => Buffer.concat([cborHead(3, text.length), Buffer.from(text)])
const cborMap = (entries: readonly (readonly [number, Buffer])[]): Buffer =>
  Buffer.concat([cborHead(5, entries.length), ...entries.flatMap(([key, value]) => [cborNumber(key), value])])
