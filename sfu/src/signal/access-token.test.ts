import { TrackSource } from '@livekit/protocol'
import { SignJWT } from 'jose'
import { AccessToken } from 'livekit-server-sdk'
import { describe, expect, it } from 'vitest'
import { claimsFor, judgeToken } from './access-token.ts'

const KEY = 'key'
const SECRET = 'a-secret-that-is-long-enough-for-hs256'
const sign = (claims: Record<string, unknown>, secret = SECRET, alg = 'HS256') =>
  new SignJWT(claims).setProtectedHeader({ alg }).sign(new TextEncoder().encode(secret))
const now = () => Math.floor(Date.now() / 1000)
const valid = () => ({
  iss: KEY,
  sub: 'alba',
  nbf: now() - 10,
  exp: now() + 60,
  video: { room: 'r', roomJoin: true },
})

describe('an access token', () => {
  it('as LiveKit’s own tools make it says who someone is and what they may', async () => {
    const token = new AccessToken(KEY, SECRET, {
      identity: 'alba',
      name: 'Alba',
      ttl: 60,
      attributes: { seat: '1' },
    })
    token.addGrant({
      room: 'r',
      roomJoin: true,
      canPublishSources: [TrackSource.CAMERA],
      canPublishData: false,
    })
    const judged = await judgeToken(await token.toJwt(), KEY, SECRET)
    expect(judged).toMatchObject({
      grants: {
        identity: 'alba',
        name: 'Alba',
        attributes: { seat: '1' },
        room: 'r',
        roomJoin: true,
        roomAdmin: false,
        permissions: {
          canPublish: true,
          canSubscribe: true,
          canPublishData: false,
          canPublishSources: [TrackSource.CAMERA],
          hidden: false,
        },
      },
    })
  })

  it.each([
    ['forged', async () => sign(valid(), 'another-secret-that-is-long-enough-too')],
    ['forged', async () => sign({ ...valid(), iss: 'someone else' })],
    ['forged', async () => sign(valid(), `${SECRET}${SECRET}`, 'HS512')],
    ['forged', async () => `${btoa('{"alg":"none"}').replaceAll('=', '')}.${btoa('{}')}.`],
    ['forged', async () => sign({ ...valid(), exp: undefined })],
    ['expired', async () => sign({ ...valid(), exp: now() - 60 })],
    ['not yet valid', async () => sign({ ...valid(), nbf: now() + 60 })],
    ['malformed', async () => ''],
    ['malformed', async () => 'a.b.c'],
    ['malformed', async () => 'x'.repeat(20_000)],
    ['malformed', async () => sign({ ...valid(), video: undefined })],
    ['malformed', async () => sign({ ...valid(), sub: 'x'.repeat(300) })],
  ])('is refused as %s', async (refused, make) => {
    expect(await judgeToken(await make(), KEY, SECRET)).toEqual({ refused })
  })

  it('with a source nobody knows grants nothing by it', async () => {
    const judged = await judgeToken(
      await sign({ ...valid(), video: { room: 'r', roomJoin: true, canPublishSources: ['telepathy'] } }),
      KEY,
      SECRET,
    )
    expect(judged).toMatchObject({ grants: { permissions: { canPublishSources: [TrackSource.UNKNOWN] } } })
  })

  it('made for coming back says the same as the person it is for', async () => {
    const permissions = {
      canPublish: true,
      canSubscribe: false,
      canPublishData: false,
      canPublishSources: [TrackSource.MICROPHONE, TrackSource.SCREEN_SHARE],
      canUpdateMetadata: true,
      hidden: true,
      recorder: true,
    }
    const person = { name: 'Alba', metadata: 'm', attributes: { a: 'b' }, permissions }
    const judged = await judgeToken(await sign({ ...valid(), ...claimsFor(person, 'r') }), KEY, SECRET)
    expect(judged).toMatchObject({ grants: { ...person, room: 'r', roomJoin: true } })
  })
})
