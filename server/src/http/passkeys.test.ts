import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { passkeyDomain } from '../application/passkeys.ts'
import {
  convened,
  field,
  type FictionalServer,
  fictionalServer,
  MEETING,
  OPERATOR,
  problemOf,
  type Seats,
  type Told,
} from '../fictional-server.ts'
import { fictionalAuthenticator, type Ceremony } from './fictional-authenticator.ts'

let server: FictionalServer
let seats: Seats
beforeEach(async () => {
  server = await fictionalServer()
  seats = await convened(server)
})
afterEach(() => server.close())

const ceremony = (told: Told, changes: Partial<Ceremony> = {}): Ceremony => {
  const { challenge } = Object(field(told, 'options'))
  return { challenge: String(challenge), origin: server.origin, domain: 'localhost', ...changes }
}
const enrolment = (seat: string) => server.ask(seats[seat], 'POST', '/passkeys/enrolment')
const enrol = (seat: string, credential: object, label = 'Phone') =>
  server.ask(seats[seat], 'POST', '/passkeys', { label, credential })
const challenge = () => server.ask(undefined, 'POST', '/sign-ins/challenge')
const signIn = (credential: object) => server.ask(undefined, 'POST', '/sign-ins', { credential })

/** A passkey of a seat, already enrolled. */
const passkeyOf = async (seat: string) => {
  const authenticator = fictionalAuthenticator()
  const told = await enrol(seat, authenticator.enrol(ceremony(await enrolment(seat))))
  expect(told.status).toBe(201)
  return authenticator
}
const refused = (told: Told): readonly [number, unknown] => [told.status, problemOf(told)]
const REFUSED = [401, 'passkey-refused']

const deskActs = (command: Parameters<FictionalServer['act']>[2]) =>
  server.act(seats['north-desk'] ?? '', `${MEETING}/acts`, command)

describe('a passkey', () => {
  it('opens the seat it was made for, without anything being typed', async () => {
    const authenticator = await passkeyOf('north-head')
    const told = await signIn(authenticator.assert(ceremony(await challenge())))
    expect(told.status).toBe(201)
    expect(told.json).toMatchObject({ principal: { seat: 'north-head', meeting: 'first' }, waits: false })
    expect((await server.ask(String(field(told, 'token')), 'GET', MEETING)).status).toBe(200)
  })

  it('is asked for as a discoverable one, of a verified person, without attestation', async () => {
    expect((await enrolment('north-head')).json).toMatchObject({
      options: {
        rp: { id: 'localhost' },
        attestation: 'none',
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      },
    })
    expect((await challenge()).json).toMatchObject({
      options: { rpId: 'localhost', userVerification: 'required' },
    })
  })

  it('is listed to its owner with when it was used, and to nobody else', async () => {
    const authenticator = await passkeyOf('north-head')
    server.clock.advance(1000)
    await signIn(authenticator.assert(ceremony(await challenge())))
    const own = await server.ask(seats['north-head'], 'GET', '/passkeys')
    expect(own.json).toEqual({
      passkeys: [
        {
          id: authenticator.id,
          label: 'Phone',
          createdAt: expect.any(Number),
          lastUsedAt: server.clock.now(),
        },
      ],
    })
    expect((await server.ask(seats['north-desk'], 'GET', '/passkeys')).json).toEqual({ passkeys: [] })
  })

  it('opens nothing once its owner has removed it, and others cannot remove it', async () => {
    const authenticator = await passkeyOf('north-head')
    await server.ask(seats['south-head'], 'POST', '/passkeys/removals', { id: authenticator.id })
    expect((await signIn(authenticator.assert(ceremony(await challenge())))).status).toBe(201)
    await server.ask(seats['north-head'], 'POST', '/passkeys/removals', { id: authenticator.id })
    expect(refused(await signIn(authenticator.assert(ceremony(await challenge()))))).toEqual(REFUSED)
  })

  it('ends with the seat’s access', async () => {
    const authenticator = await passkeyOf('north-head')
    await server.ask(seats['north-desk'], 'POST', `${MEETING}/revocations`, { seat: 'north-head' })
    expect(refused(await signIn(authenticator.assert(ceremony(await challenge()))))).toEqual(REFUSED)
  })

  it('ends when the record withdraws the person, and does not come back with them', async () => {
    const authenticator = await passkeyOf('north-delegate')
    await deskActs({ type: 'WithdrawAccreditation', seat: 'north-delegate' })
    expect(refused(await signIn(authenticator.assert(ceremony(await challenge()))))).toEqual(REFUSED)
    await deskActs({
      type: 'AccreditPerson',
      seat: 'north-delegate',
      role: 'delegate',
      delegation: 'north',
      person: { name: { en: 'Another person' } },
    })
    expect(refused(await signIn(authenticator.assert(ceremony(await challenge()))))).toEqual(REFUSED)
  })

  it('does not pass the lobby by', async () => {
    await server.ask(OPERATOR, 'POST', `${MEETING}/revocations`, { seat: 'north-head' })
    const invited = await server.ask(OPERATOR, 'POST', `${MEETING}/invitations`, {
      seat: 'north-head',
      lobby: true,
    })
    const opened = await server.ask(undefined, 'POST', '/sessions', { invitation: field(invited, 'token') })
    const waiting = String(field(opened, 'token'))
    expect(problemOf(await server.ask(waiting, 'POST', '/passkeys/enrolment'))).toBe('in-lobby')
  })
})

describe('signing in with a passkey is refused', () => {
  it('with a challenge that was answered before', async () => {
    const authenticator = await passkeyOf('north-head')
    const told = await challenge()
    const answer = authenticator.assert(ceremony(told))
    expect((await signIn(answer)).status).toBe(201)
    expect(refused(await signIn(answer))).toEqual(REFUSED)
    expect(refused(await signIn(authenticator.assert(ceremony(told))))).toEqual(REFUSED)
  })

  it('with a challenge that is old, or was never given', async () => {
    const authenticator = await passkeyOf('north-head')
    const told = await challenge()
    server.clock.advance(5 * 60_000)
    expect(refused(await signIn(authenticator.assert(ceremony(told))))).toEqual(REFUSED)
    const made = ceremony(told, { challenge: 'A'.repeat(43) })
    expect(refused(await signIn(authenticator.assert(made)))).toEqual(REFUSED)
  })

  it('with a challenge that was given for making a passkey', async () => {
    const authenticator = await passkeyOf('north-head')
    const told = await enrolment('north-head')
    expect(refused(await signIn(authenticator.assert(ceremony(told))))).toEqual(REFUSED)
  })

  it.each([
    ['another site', { origin: 'https://elsewhere.example' }],
    ['another name', { domain: 'elsewhere.example' }],
    ['a person who was not verified', { verified: false }],
  ])('on behalf of %s', async (_what, changes) => {
    const authenticator = await passkeyOf('north-head')
    expect(refused(await signIn(authenticator.assert(ceremony(await challenge(), changes))))).toEqual(REFUSED)
  })

  it('to a key nobody knows, to a forged signature, and to a copied key whose count runs behind', async () => {
    const stranger = fictionalAuthenticator()
    expect(refused(await signIn(stranger.assert(ceremony(await challenge()))))).toEqual(REFUSED)
    const authenticator = await passkeyOf('north-head')
    const forged = {
      ...stranger.assert(ceremony(await challenge())),
      id: authenticator.id,
      rawId: authenticator.id,
    }
    expect(refused(await signIn(forged))).toEqual(REFUSED)
    const fresh = authenticator.assert({ ...ceremony(await challenge()), counter: 9 })
    expect((await signIn(fresh)).status).toBe(201)
    const behind = authenticator.assert({ ...ceremony(await challenge()), counter: 4 })
    expect(refused(await signIn(behind))).toEqual(REFUSED)
  })
})

describe('making a passkey is refused', () => {
  it('with a challenge given to another seat, an old one, or one used before', async () => {
    const told = await enrolment('south-head')
    expect(refused(await enrol('north-head', fictionalAuthenticator().enrol(ceremony(told))))).toEqual(
      REFUSED,
    )
    const own = await enrolment('north-head')
    expect((await enrol('north-head', fictionalAuthenticator().enrol(ceremony(own)))).status).toBe(201)
    expect(refused(await enrol('north-head', fictionalAuthenticator().enrol(ceremony(own))))).toEqual(REFUSED)
  })

  it('for a key that another seat has', async () => {
    const authenticator = await passkeyOf('south-head')
    const told = await enrol('north-head', authenticator.enrol(ceremony(await enrolment('north-head'))))
    expect(refused(told)).toEqual(REFUSED)
    const opened = await signIn(authenticator.assert(ceremony(await challenge())))
    expect(opened.json).toMatchObject({ principal: { seat: 'south-head' } })
  })

  it('to whoever is not signed in, and to the operator, who has no seat', async () => {
    expect((await server.ask(undefined, 'POST', '/passkeys/enrolment')).status).toBe(401)
    expect((await server.ask(OPERATOR, 'POST', '/passkeys/enrolment')).status).toBe(404)
  })

  it.each([
    ['no name', ''],
    ['a name that hides something', 'Ph\u202eone'],
    ['a name without end', 'x'.repeat(61)],
  ])('with %s', async (_what, label) => {
    const credential = fictionalAuthenticator().enrol(ceremony(await enrolment('north-head')))
    expect((await enrol('north-head', credential, label)).status).toBe(400)
  })
})

describe('the name passkeys are bound to', () => {
  it.each([
    ['https://parley.example', 'parley.example'],
    ['https://parley.example:8443', 'parley.example'],
    ['http://localhost:8420', 'localhost'],
    ['http://parley.example', undefined],
    ['http://127.0.0.1:8420', undefined],
    ['https://192.168.0.7', undefined],
    ['https://[2001:db8::7]', undefined],
  ])('of %s is %s', (origin, domain) => {
    expect(passkeyDomain(origin)).toBe(domain)
  })
})
