import { delegationOf } from '@parley/domain/meeting/entitlement'
import { decideProceedings } from '@parley/domain/proceedings'
import { FILE_LIMIT_BYTES, type DocumentFile } from '@parley/domain/meeting/things'
import type { ProceedingsCommand } from '@parley/domain/proceedings/events'
import { canSee, circumstancesOf } from '@parley/domain/visibility'
import { logName } from '@parley/protocol/address'
import type { Clock } from '../ports/clock.ts'
import type { DocumentStore } from '../ports/document-store.ts'
import { type Answer, deny, denyByRule, give } from './answer.ts'
import { authorOf, type Caller } from './caller.ts'
import type { Logs } from './logs.ts'
import { viewerAt } from './standing.ts'

type Place = { readonly dialogue: string; readonly meeting: string }

export type FileSent = { readonly sha256: string; readonly sizeBytes: number }

export type FileTaken = { readonly file: DocumentFile; readonly chunks: AsyncIterable<Uint8Array> }

/** The files of a meeting's documents: sent before the document is deposited, taken by whoever may see that it was. */
export type Documents = {
  /** Keeps bytes for a document to be deposited; for whoever may deposit one. */
  readonly send: (
    caller: Caller,
    place: Place,
    chunks: AsyncIterable<Uint8Array>,
  ) => Promise<Answer<FileSent>>
  readonly take: (caller: Caller, place: Place, document: string) => Promise<Answer<FileTaken>>
  /**
   * Whether an act names only files that the caller's own side has sent, in the size they have. An act that the rules
   * refuse is not looked into: whoever may deposit nothing learns of no file.
   */
  readonly areKept: (caller: Caller, place: Place, command: ProceedingsCommand) => Promise<boolean>
}

export const createDocuments = (logs: Logs, clock: Clock, store: DocumentStore): Documents => ({
  send: async (caller, place, chunks) => {
    const refused = await mayNotDeposit(logs, clock, caller, place)
    if (refused !== undefined) return refused
    const shelf = await ownShelf(logs, caller, place)
    const stream = tellingBreaks(chunks)
    try {
      const kept = await store.keep(shelf, stream.chunks, FILE_LIMIT_BYTES)
      switch (kept.kind) {
        case 'kept':
          return give({ sha256: kept.sha256, sizeBytes: kept.sizeBytes })
        case 'too-large':
        case 'full':
          return deny('too-large')
        case 'empty':
          return deny('malformed', { malformations: [{ path: '', code: 'text-empty' }] })
      }
    } catch (cause) {
      // Whoever broke off hears no answer; it is neither our fault nor the disk's.
      if (stream.isBroken()) return deny('malformed')
      throw cause
    }
  },

  take: async (caller, place, document) => {
    const address = { kind: 'meeting', ...place } as const
    const viewer = await viewerAt(logs, caller, address)
    if (viewer === undefined) return deny('not-found')
    const { meeting, releases } = (await logs.meeting(place.dialogue, place.meeting)).state
    const deposited = meeting.documents.find(({ id }) => id === document)
    if (deposited?.file === undefined) return deny('not-found')
    const event = { type: 'DocumentDeposited', document: deposited } as const
    if (!canSee(event, viewer, circumstancesOf(releases, clock.now()))) return deny('not-found')
    // The bytes are those of the hash, whoever sent them.
    for (const side of [...meeting.delegations.map(({ id }) => id), undefined]) {
      const kept = await store.open(shelfOf(place, side), deposited.file.sha256)
      if (kept !== undefined) return give({ file: deposited.file, chunks: kept.chunks })
    }
    return deny('not-found')
  },

  areKept: async (caller, place, command) => {
    if (command.type !== 'DepositDocument' || command.document.file === undefined) return true
    const { state } = await logs.meeting(place.dialogue, place.meeting)
    if (!decideProceedings(state, { by: authorOf(caller), at: clock.now(), command }).ok) return true
    const { sha256, sizeBytes } = command.document.file
    return (await store.open(await ownShelf(logs, caller, place), sha256))?.sizeBytes === sizeBytes
  },
})

/**
 * Where the files of one side at a meeting are kept; those of no side together. Apart, so that nobody finds out what
 * another side has sent and not yet deposited, and none takes the other's room.
 */
const shelfOf = (place: Place, side: string | undefined): string => {
  const meeting = logName({ kind: 'meeting', ...place })
  return side === undefined ? meeting : `${meeting}#${side}`
}

const ownShelf = async (logs: Logs, caller: Caller, place: Place): Promise<string> => {
  const { meeting } = (await logs.meeting(place.dialogue, place.meeting)).state
  return shelfOf(place, delegationOf(meeting, authorOf(caller)))
}

/** Asks the rules with a deposit like the one to come. */
const mayNotDeposit = async (
  logs: Logs,
  clock: Clock,
  caller: Caller,
  place: Place,
): Promise<Answer<never> | undefined> => {
  if ((await viewerAt(logs, caller, { kind: 'meeting', ...place })) === undefined) return deny('not-found')
  const { state } = await logs.meeting(place.dialogue, place.meeting)
  const decision = decideProceedings(state, {
    by: authorOf(caller),
    at: clock.now(),
    command: { type: 'DepositDocument', document: { id: 'x', title: { en: 'x' } } },
  })
  if (decision.ok || decision.refusal.code === 'document-exists') return undefined
  return denyByRule(decision.refusal)
}

/** A stream that remembers whether it was the sender who broke it off. */
const tellingBreaks = (
  chunks: AsyncIterable<Uint8Array>,
): { readonly chunks: AsyncIterable<Uint8Array>; readonly isBroken: () => boolean } => {
  let broken = false
  async function* passOn(): AsyncIterable<Uint8Array> {
    try {
      yield* chunks
    } catch (cause) {
      broken = true
      throw cause
    }
  }
  return { chunks: passOn(), isBroken: () => broken }
}
