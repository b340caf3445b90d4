import { Devices, OwnSeat, type EndDevices, type SeatCard } from '@parley/protocol/arrival'
import { PasskeyOptions, Passkeys } from '@parley/protocol/passkeys'
import { SessionOpened } from '@parley/protocol/sessions'
import { sendForJson, type Address } from './http.ts'
import type { Result } from './result.ts'

export type { Devices, OwnSeat, PasskeyOptions, Passkeys, SeatCard }

/** What a seat keeps in order about itself: who it is, with what it signs in, and where it is signed in. */
export type OwnSeatClient = {
  readonly who: () => Promise<Result<OwnSeat>>
  readonly passkeys: () => Promise<Result<Passkeys>>
  /** What to make a passkey from; good once, for a few minutes. */
  readonly enrolment: () => Promise<Result<PasskeyOptions>>
  readonly enrol: (label: string, credential: unknown) => Promise<Result<Passkeys>>
  readonly removePasskey: (id: string) => Promise<Result<Passkeys>>
  readonly devices: () => Promise<Result<Devices>>
  readonly endDevices: (which: EndDevices) => Promise<Result<Devices>>
}

export const ownSeat = (address: Address): OwnSeatClient => ({
  who: () => sendForJson(address, OwnSeat, 'GET', '/api/session'),
  passkeys: () => sendForJson(address, Passkeys, 'GET', '/api/passkeys'),
  enrolment: () => sendForJson(address, PasskeyOptions, 'POST', '/api/passkeys/enrolment'),
  enrol: (label, credential) =>
    sendForJson(address, Passkeys, 'POST', '/api/passkeys', { label, credential }),
  removePasskey: (id) => sendForJson(address, Passkeys, 'POST', '/api/passkeys/removals', { id }),
  devices: () => sendForJson(address, Devices, 'GET', '/api/devices'),
  endDevices: (which) => sendForJson(address, Devices, 'POST', '/api/devices/endings', which),
})

/** What a passkey has to sign to come in; good once, for a few minutes. */
export const signInChallenge = (address: Address): Promise<Result<PasskeyOptions>> =>
  sendForJson(address, PasskeyOptions, 'POST', '/api/sign-ins/challenge')

export const signInWithPasskey = (address: Address, credential: unknown): Promise<Result<SessionOpened>> =>
  sendForJson(address, SessionOpened, 'POST', '/api/sign-ins', { credential })
