import type { Dialogue } from '@parley/domain/dialogue/state'
import type { Meeting } from '@parley/domain/meeting/state'
import { lookup } from '@parley/domain/words/lookup'
import type { Viewer } from '@parley/domain/visibility'
import type { LogAddress, Principal } from '@parley/protocol/address'
import type { Caller } from './caller.ts'
import type { Logs } from './logs.ts'

/** Whether the record seats the principal now; a session is worth nothing beyond that. */
export const isSeated = async (logs: Logs, principal: Principal): Promise<boolean> => {
  const viewer = await viewerOf(logs, principal)
  return viewer !== undefined
}

/** As whom the record knows a principal now: `undefined` once its seat was withdrawn. */
export const viewerOf = async (logs: Logs, principal: Principal): Promise<Viewer | undefined> => {
  const { dialogue, meeting, seat } = principal
  if (meeting === undefined) return secretariat((await logs.dialogue(dialogue)).state, seat)
  return accredited((await logs.meeting(dialogue, meeting)).state.meeting, seat)
}

/**
 * As whom a caller looks at a log; `undefined` for someone to whom the log does not exist. A seat of the dialogue looks at
 * all its meetings, a seat at one meeting at that one and at the dialogue. Chambers are not asked for here.
 */
export const viewerAt = async (
  logs: Logs,
  caller: Caller,
  address: Exclude<LogAddress, { kind: 'chamber' }>,
): Promise<Viewer | undefined> => {
  // What is no concern of the caller's is not even looked for: how long that takes would tell whether it is there.
  if (caller.kind === 'seat' && !isConcerned(caller.principal, address)) return undefined
  if (!(await exists(logs, address))) return undefined
  return caller.kind === 'operator' ? { kind: 'operator' } : viewerOf(logs, caller.principal)
}

const isConcerned = ({ dialogue, meeting }: Principal, address: LogAddress): boolean =>
  dialogue === address.dialogue &&
  (meeting === undefined || address.kind === 'dialogue' || meeting === address.meeting)

const exists = async (logs: Logs, address: Exclude<LogAddress, { kind: 'chamber' }>): Promise<boolean> => {
  if (address.kind === 'dialogue') return (await logs.dialogue(address.dialogue)).size > 0
  return (await logs.meeting(address.dialogue, address.meeting)).size > 0
}

const secretariat = (dialogue: Dialogue, seat: string): Viewer | undefined => {
  const found = dialogue.secretariats.find((one) => one.seat === seat)
  if (found === undefined) return undefined
  return { kind: 'secretariat', seat, ...(found.party === undefined ? {} : { party: found.party }) }
}

/** A person's seat never borrows the powers of a secretariat's seat of the same name. */
const accredited = (meeting: Meeting, seat: string): Viewer | undefined => {
  const person = lookup(meeting.people, seat)
  if (person?.active !== true || meeting.secretariats.some((one) => one.seat === seat)) return undefined
  const { role, delegation } = person
  return { kind: 'accredited', seat, role, ...(delegation === undefined ? {} : { delegation }) }
}
