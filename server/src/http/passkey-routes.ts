import { Devices, EndDevices } from '@parley/protocol/arrival'
import { EnrolPasskey, PasskeyOptions, Passkeys, RemovePasskey, SignIn } from '@parley/protocol/passkeys'
import { SessionOpened } from '@parley/protocol/sessions'
import { give } from '../application/answer.ts'
import { signInCookies } from '../application/credentials.ts'
import type { Parley } from '../application/parley.ts'
import { asJson, openRoute, route, type Route } from './route.ts'

/** Coming back with a passkey, and what one's own seat is signed in with. */
export const passkeyRoutes = (parley: Parley, origin: string): readonly Route[] => [
  ...signInRoutes(parley, origin),
  ...ownPasskeyRoutes(parley),
  ...deviceRoutes(parley),
]

const signInRoutes = (parley: Parley, origin: string): readonly Route[] => [
  openRoute(
    {
      method: 'POST',
      url: '/sign-ins/challenge',
      summary:
        'What a passkey has to sign to come in, as WebAuthn’s request options; good once, for five minutes.',
      answer: { status: 200, schema: PasskeyOptions },
      problems: ['passkeys-unavailable', 'origin-refused'],
      lets: 'in',
    },
    async () => asJson(await parley.passkeys.challenge()),
  ),
  openRoute(
    {
      method: 'POST',
      url: '/sign-ins',
      summary: 'Opens a session with a passkey. Browsers also get it as a cookie.',
      body: SignIn,
      answer: { status: 201, schema: SessionOpened },
      problems: ['passkey-refused', 'passkeys-unavailable', 'origin-refused'],
      lets: 'in',
    },
    async ({ body, kept }) => {
      const opened = await parley.passkeys.signIn(body.credential)
      if (!opened.ok) return opened
      const cookies = signInCookies(origin, opened.value, kept)
      return give({ kind: 'json', value: opened.value, cookies })
    },
  ),
]

const ownPasskeyRoutes = (parley: Parley): readonly Route[] => [
  route(
    {
      method: 'GET',
      url: '/passkeys',
      summary: 'One’s own passkeys.',
      answer: { status: 200, schema: Passkeys },
    },
    async (_asked, caller) => asJson(await parley.passkeys.list(caller)),
  ),
  route(
    {
      method: 'POST',
      url: '/passkeys/enrolment',
      summary: 'What to make a passkey from, as WebAuthn’s creation options; good once, for five minutes.',
      answer: { status: 200, schema: PasskeyOptions },
      problems: ['passkeys-unavailable', 'origin-refused'],
    },
    async (_asked, caller) => asJson(await parley.passkeys.enrolment(caller)),
  ),
  route(
    {
      method: 'POST',
      url: '/passkeys',
      summary: 'Keeps a passkey that was made for one’s own seat.',
      body: EnrolPasskey,
      answer: { status: 201, schema: Passkeys },
      problems: ['passkey-refused', 'passkeys-unavailable'],
    },
    async ({ body }, caller) => asJson(await parley.passkeys.enrol(caller, body)),
  ),
  route(
    {
      method: 'POST',
      url: '/passkeys/removals',
      summary: 'Removes one of one’s own passkeys; answers those that are left.',
      body: RemovePasskey,
      answer: { status: 200, schema: Passkeys },
    },
    async ({ body }, caller) => asJson(await parley.passkeys.remove(caller, body.id)),
  ),
]

const deviceRoutes = (parley: Parley): readonly Route[] => [
  route(
    {
      method: 'GET',
      url: '/devices',
      summary: 'Where one’s own seat is signed in.',
      answer: { status: 200, schema: Devices },
    },
    async (_asked, caller) => asJson(await parley.devices.list(caller)),
  ),
  route(
    {
      method: 'POST',
      url: '/devices/endings',
      summary: 'Ends one of one’s own sessions, or all others; answers those that are left.',
      body: EndDevices,
      answer: { status: 200, schema: Devices },
    },
    async ({ body }, caller) => asJson(await parley.devices.end(caller, body)),
  ),
]
