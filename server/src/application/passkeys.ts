import { createHash } from 'node:crypto'
import { isIP } from 'node:net'
import type {
  Assertion,
  Enrolment,
  PasskeyOptions,
  Passkeys as PasskeysView,
} from '@parley/protocol/passkeys'
import type { SessionOpened } from '@parley/protocol/sessions'
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { Clock } from '../ports/clock.ts'
import type { PasskeyStore } from '../ports/passkey-store.ts'
import type { Access } from './access.ts'
import { type Answer, deny, give } from './answer.ts'
import { principalName, type Caller } from './caller.ts'
import { ANYBODY, createChallenges, type Challenges } from './challenges.ts'
import { principalOf, storedOf } from './stored-principal.ts'

/** Coming back without an invitation: WebAuthn, discoverable credentials, the person always verified, no attestation. */
export type Passkeys = {
  readonly list: (caller: Caller) => Promise<Answer<PasskeysView>>
  readonly enrolment: (caller: Caller) => Promise<Answer<PasskeyOptions>>
  readonly enrol: (
    caller: Caller,
    made: { readonly label: string; readonly credential: Enrolment },
  ) => Promise<Answer<PasskeysView>>
  readonly remove: (caller: Caller, id: string) => Promise<Answer<PasskeysView>>
  /** What is to be signed to come in; says nothing of who may. */
  readonly challenge: () => Promise<Answer<PasskeyOptions>>
  readonly signIn: (credential: Assertion) => Promise<Answer<SessionOpened>>
}

export type PasskeysDeps = {
  readonly store: PasskeyStore
  readonly clock: Clock
  readonly access: Access
  readonly origin: string
}

/** Ed25519, ECDSA over P-256, RSA: COSE's numbers for what authenticators sign with. */
const ALGORITHMS = [-8, -7, -257]

export const createPasskeys = (deps: PasskeysDeps): Passkeys => {
  const challenges = createChallenges(deps.clock)
  const parts = { ...deps, challenges, domain: passkeyDomain(deps.origin) }
  return { ...ownPasskeys(parts), ...signingIn(parts) }
}

type Parts = PasskeysDeps & { readonly challenges: Challenges; readonly domain: string | undefined }

const ownPasskeys = ({
  store,
  clock,
  access,
  origin,
  challenges,
  domain,
}: Parts): Pick<Passkeys, 'list' | 'enrolment' | 'enrol' | 'remove'> => {
  const list = async (caller: Caller): Promise<Answer<PasskeysView>> => {
    if (caller.kind === 'operator') return deny('not-found')
    const own = await store.of(storedOf(caller.principal))
    return give({
      passkeys: own.map(({ id, label, createdAtMs, lastUsedAtMs }) => ({
        id,
        label,
        createdAt: createdAtMs,
        ...(lastUsedAtMs === undefined ? {} : { lastUsedAt: lastUsedAtMs }),
      })),
    })
  }

  return {
    list,

    enrolment: async (caller) => {
      if (caller.kind === 'operator') return deny('not-found')
      if (domain === undefined) return deny('passkeys-unavailable')
      const own = await store.of(storedOf(caller.principal))
      const options = await generateRegistrationOptions({
        rpName: 'Parley',
        rpID: domain,
        userID: userHandleOf(caller),
        userName: principalName(caller.principal),
        attestationType: 'none',
        supportedAlgorithmIDs: ALGORITHMS,
        excludeCredentials: own.map(({ id }) => ({ id })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      })
      challenges.issue(options.challenge, caller.session)
      return give({ options: { ...options } })
    },

    enrol: async (caller, { label, credential }) => {
      if (caller.kind === 'operator') return deny('not-found')
      if (domain === undefined) return deny('passkeys-unavailable')
      const verified = await ifGenuine(() =>
        verifyRegistrationResponse({
          response: { ...credential, clientExtensionResults: {} },
          expectedChallenge: (challenge) => challenges.take(challenge, caller.session),
          expectedOrigin: origin,
          expectedRPID: domain,
          requireUserVerification: true,
          supportedAlgorithmIDs: ALGORITHMS,
        }),
      )
      if (verified?.verified !== true) return deny('passkey-refused')
      const { id, publicKey, counter } = verified.registrationInfo.credential
      const principal = storedOf(caller.principal)
      const added = await store.add({ id, principal, publicKey, counter, label, createdAtMs: clock.now() })
      if (!added) return deny('passkey-refused')
      // Access taken back while the person held a finger on the key is taken back from the key too.
      if (!(await access.isLive(caller))) await store.remove(principal, id)
      return list(caller)
    },

    remove: async (caller, id) => {
      if (caller.kind === 'operator') return deny('not-found')
      await store.remove(storedOf(caller.principal), id)
      return list(caller)
    },
  }
}

const signingIn = ({
  store,
  clock,
  access,
  origin,
  challenges,
  domain,
}: Parts): Pick<Passkeys, 'challenge' | 'signIn'> => {
  return {
    challenge: async () => {
      if (domain === undefined) return deny('passkeys-unavailable')
      const options = await generateAuthenticationOptions({ rpID: domain, userVerification: 'required' })
      challenges.issue(options.challenge, ANYBODY)
      return give({ options: { ...options } })
    },

    signIn: async (credential) => {
      if (domain === undefined) return deny('passkeys-unavailable')
      const known = await store.find(credential.id)
      if (known === undefined) return deny('passkey-refused')
      const { id, publicKey, counter } = known
      const verified = await ifGenuine(() =>
        verifyAuthenticationResponse({
          response: assertionOf(credential),
          expectedChallenge: (challenge) => challenges.take(challenge, ANYBODY),
          expectedOrigin: origin,
          expectedRPID: domain,
          credential: { id, publicKey, counter },
          requireUserVerification: true,
        }),
      )
      if (verified?.verified !== true) return deny('passkey-refused')
      await store.used(id, verified.authenticationInfo.newCounter, clock.now())
      const opened = await access.signIn(principalOf(known.principal))
      if (opened === undefined) return deny('passkey-refused')
      // Whoever took the seat's access back in between meant this session too.
      if ((await store.find(id)) !== undefined) return give(opened)
      const caller = await access.callerOf(opened.token)
      if (caller !== undefined) await access.endSession(caller)
      return deny('passkey-refused')
    },
  }
}

/** The name passkeys are bound to. Browsers make none for a bare network address, and none without TLS but on `localhost`. */
export const passkeyDomain = (origin: string): string | undefined => {
  const { protocol, hostname } = new URL(origin)
  if (isIP(hostname.replace(/^\[|\]$/g, '')) !== 0) return undefined
  return protocol === 'https:' || hostname === 'localhost' ? hostname : undefined
}

/** One account for each seat on a person's authenticator: enrolling anew on it replaces the old key. */
const userHandleOf = ({ principal }: Extract<Caller, { kind: 'seat' }>): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(
    createHash('sha256')
      .update(`seat ${principalName(principal)}`)
      .digest(),
  )

const assertionOf = ({ id, rawId, type, response }: Assertion) => {
  const { userHandle, ...signed } = response
  return {
    id,
    rawId,
    type,
    clientExtensionResults: {},
    response: { ...signed, ...(userHandle === undefined ? {} : { userHandle }) },
  }
}

/** What the verifier throws says in what way an answer is not genuine; the sender is told only that it is not. */
const ifGenuine = async <Value>(verify: () => Promise<Value>): Promise<Value | undefined> => {
  try {
    return await verify()
  } catch {
    return undefined
  }
}
