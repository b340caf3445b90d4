import {
  canSee,
  canSeeChamber,
  canSeeDialogue,
  circumstancesOf,
  type Viewer,
} from '@parley/domain/visibility'
import { logName, type LogAddress } from '@parley/protocol/address'
import type { Clock } from '../ports/clock.ts'
import { type Answer, deny, denyByRule, give } from './answer.ts'
import type { Caller } from './caller.ts'
import { isDialogueEvent, isProceedingsEvent, type Kinds, type Typed } from './kinds.ts'
import { recordedOf } from './leaf.ts'
import type { Logs } from './logs.ts'
import { viewerAt } from './standing.ts'

/** One log as one viewer may see it. */
export type Window = {
  readonly log: string
  readonly viewer: Viewer
  /** The same for all who see the same: viewers of one audience share it. */
  readonly audience: string
  /** Whether this leaf of the log may be shown. Asks the one predicate, `canSee`. */
  readonly shows: (leaf: Uint8Array) => boolean
}

/** Opens a log to a caller, or says why not: `not-found` for everyone to whom it does not exist. */
export const windowOn = async (
  logs: Logs,
  clock: Clock,
  caller: Caller,
  address: LogAddress,
): Promise<Answer<Window>> => {
  const log = logName(address)
  const { dialogue } = address
  const shared =
    address.kind === 'dialogue' ? address : ({ kind: 'meeting', dialogue, meeting: address.meeting } as const)
  const viewer = await viewerAt(logs, caller, shared)
  if (viewer === undefined) return deny('not-found')
  const window = { log, viewer, audience: audienceOf(viewer) }
  switch (address.kind) {
    case 'dialogue': {
      const circumstances = { now: clock.now(), recordPublic: false }
      return give({ ...window, shows: (leaf) => canSeeDialogue(dialogueEvent(leaf), viewer, circumstances) })
    }
    case 'chamber':
      return canSeeChamber(address.delegation, viewer)
        ? give({ ...window, shows: () => true })
        : denyByRule({ code: 'chamber-closed-to-you' })
    case 'meeting': {
      const { releases } = (await logs.meetings.load(log)).state
      return give({
        ...window,
        shows: (leaf) => canSee(meetingEvent(leaf), viewer, circumstancesOf(releases, clock.now())),
      })
    }
  }
}

/** A leaf is read once, however many audiences ask about it. */
const readOnce = <Event extends Typed>(kinds: Kinds<Event>): ((leaf: Uint8Array) => Event) => {
  const read = new WeakMap<Uint8Array, { readonly event: Event }>()
  return (leaf) => {
    const known = read.get(leaf) ?? recordedOf(leaf, kinds)
    read.set(leaf, known)
    return known.event
  }
}

const dialogueEvent = readOnce(isDialogueEvent)
const meetingEvent = readOnce(isProceedingsEvent)

const audienceOf = (viewer: Viewer): string => {
  switch (viewer.kind) {
    case 'operator':
    case 'public':
      return viewer.kind
    case 'secretariat':
      return `secretariat/${viewer.party ?? ''}`
    case 'accredited':
      return `${viewer.role}/${viewer.delegation ?? ''}`
  }
}
