import type { Clock } from '../ports/clock.ts'
import type { AccessStore } from '../ports/access-store.ts'
import type { DocumentStore } from '../ports/document-store.ts'
import type { EventStore } from '../ports/event-store.ts'
import type { MediaEngine } from '../ports/media-engine.ts'
import type { KeyStore } from '../ports/key-store.ts'
import type { PasskeyStore } from '../ports/passkey-store.ts'
import type { Recorder } from '../ports/recorder.ts'
import type { TakedownStore } from '../ports/takedown-store.ts'
import type { Tokens } from '../ports/tokens.ts'
import { createAccess, type Access } from './access.ts'
import { createActs, type Acts } from './acts.ts'
import { readEvents, type EventPage } from './events.ts'
import { createDocuments, type Documents } from './documents.ts'
import { createOwnDevices, type OwnDevices } from './devices.ts'
import { createHeads, type Heads } from './heads.ts'
import { createLobby, type Lobby } from './lobby.ts'
import { createLogs, type Logs } from './logs.ts'
import { createMedia, type Media, type Turn } from './media.ts'
import { createPasskeys, type Passkeys } from './passkeys.ts'
import { createPreviews, type Previews } from './preview.ts'
import { createRecordings, type Recordings } from './recordings.ts'
import { createQueue } from './queue.ts'
import { createRemovals, type Removals } from './removals.ts'
import { createRecordAccess, type RecordAccess } from './record.ts'
import { signingKey } from './signing-key.ts'
import { createTransact } from './transact.ts'
import { windowOn, type Window } from './visible.ts'
import { createViews, type Views } from './views.ts'
import type { Answer } from './answer.ts'
import type { Caller } from './caller.ts'
import type { LogAddress } from '@parley/protocol/address'

export type ParleyDeps = {
  readonly takedowns: TakedownStore
  readonly events: EventStore
  readonly access: AccessStore
  readonly passkeys: PasskeyStore
  readonly documents: DocumentStore
  readonly keys: KeyStore
  /** By which facts are recorded, and embargoes and silences end. */
  readonly clock: Clock
  /** By which invitations and sessions end, on the server and in browsers: the time of day, whatever the record's clock says. */
  readonly sessionClock: Clock
  readonly tokens: Tokens
  /** The name the record is signed under, for good. */
  readonly name: string
  readonly operatorToken: string
  /** Where people reach the server; known once it listens. */
  readonly origin: string
  /** Sound and pictures; absent where the server runs without. */
  readonly engine?: MediaEngine | undefined
  /** Who writes down what a chair orders to be recorded; absent where nothing can be. */
  readonly recorder?: Recorder | undefined
  /** Relays for people behind firewalls. */
  readonly turn?: Turn | undefined
}

/** Everything the doors can ask for. */
export type Parley = {
  readonly clock: Clock
  readonly logs: Logs
  readonly access: Access
  readonly lobby: Lobby
  readonly passkeys: Passkeys
  readonly devices: OwnDevices
  readonly acts: Acts
  readonly views: Views
  readonly previews: Previews
  readonly removals: Removals
  readonly documents: Documents
  readonly heads: Heads
  readonly record: RecordAccess
  readonly events: (
    caller: Caller,
    address: LogAddress,
    range: { readonly from: number; readonly limit: number },
  ) => Promise<Answer<EventPage>>
  readonly window: (caller: Caller, address: LogAddress) => Promise<Answer<Window>>
  readonly media: Media | undefined
  readonly recordings: Recordings | undefined
}

/** Throws `NameChanged` when the record is already signed under another name. */
export const createParley = async (deps: ParleyDeps): Promise<Parley> => {
  const { clock } = deps
  const logs = createLogs(deps.events)
  const transact = createTransact(deps.events, createQueue())
  const heads = createHeads(deps.events, await signingKey(deps.keys, deps.name))
  const { origin, sessionClock, passkeys } = deps
  const documents = createDocuments(logs, clock, deps.documents)
  const access = createAccess({ ...deps, clock: sessionClock, store: deps.access, logs })
  return {
    clock,
    logs,
    access,
    lobby: createLobby({ logs, store: deps.access, clock: sessionClock }),
    passkeys: createPasskeys({ store: passkeys, clock: sessionClock, access, origin }),
    devices: createOwnDevices(deps.access, sessionClock, access),
    acts: createActs({
      logs,
      clock,
      transact,
      withdraw: access.withdraw,
      areKept: documents.areKept,
      canRecord: deps.engine !== undefined && deps.recorder !== undefined,
    }),
    views: createViews(logs, clock),
    previews: createPreviews(logs, clock),
    removals: createRemovals(logs, clock, deps.takedowns),
    documents,
    heads,
    record: createRecordAccess(logs, clock, heads),
    events: (caller, address, range) => readEvents(logs, clock, caller, address, range),
    window: (caller, address) => windowOn(logs, clock, caller, address),
    media: deps.engine === undefined ? undefined : createMedia({ ...deps, engine: deps.engine, logs }),
    recordings:
      deps.recorder === undefined
        ? undefined
        : createRecordings({ logs, clock, transact, recorder: deps.recorder }),
  }
}
