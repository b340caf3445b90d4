import {
  ownSeat,
  signInChallenge,
  signInWithPasskey,
  type OwnSeat,
  type Passkeys,
} from '@parley/client/own-seat'
import type { Result } from '@parley/client/result'
import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser'
import { keepSlot, ownAddress } from '../../app/own-client.ts'

/** No key was made or used: the person thought better of it, or the device would not. */
export type NoKey = { readonly ok: false; readonly problem: 'no-key' }

/** Makes a passkey for this tab's own seat on the person's device, named there as people would know it again. */
export const makePasskey = async (
  label: string,
  names: { readonly name: string; readonly displayName: string },
): Promise<Result<Passkeys> | NoKey> => {
  const own = ownSeat(ownAddress())
  const asked = await own.enrolment()
  if (!asked.ok) return asked
  const { options } = asked.value
  if (!isCreation(options)) return NO_KEY
  const { startRegistration } = await import('@simplewebauthn/browser')
  const optionsJSON = { ...options, user: { ...options.user, ...names } }
  const credential = await startRegistration({ optionsJSON }).catch(() => undefined)
  return credential === undefined ? NO_KEY : own.enrol(label, credential)
}

/** Comes back in with whichever passkey the person chooses; nothing is typed. The tab then speaks for that seat. */
export const comeBack = async (language: string): Promise<Result<OwnSeat['principal']> | NoKey> => {
  const address = { origin: location.origin, language }
  const asked = await signInChallenge(address)
  if (!asked.ok) return asked
  const { startAuthentication } = await import('@simplewebauthn/browser')
  const optionsJSON = asked.value.options
  const credential = await startAuthentication({ optionsJSON }).catch(() => undefined)
  if (credential === undefined) return NO_KEY
  const opened = await signInWithPasskey(address, credential)
  if (!opened.ok) return opened
  keepSlot(opened.value.slot)
  return { ok: true, value: opened.value.principal }
}

const NO_KEY: NoKey = { ok: false, problem: 'no-key' }

const isCreation = (options: object): options is PublicKeyCredentialCreationOptionsJSON =>
  'challenge' in options && 'user' in options && 'rp' in options && 'pubKeyCredParams' in options
