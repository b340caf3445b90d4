import { isEntitled } from '@parley/domain/meeting/entitlement'
import type { Entitlement } from '@parley/domain/refusal'
import { lookup } from '@parley/domain/words/lookup'
import type { LogAddress, Principal } from '@parley/protocol/address'
import { type Answer, deny, denyByRule } from './answer.ts'
import { authorOf, type Caller } from './caller.ts'
import type { Logs } from './logs.ts'
import { viewerAt } from './standing.ts'

/**
 * Whether a caller decides who comes in as a seat: invites, admits from the lobby, takes access back. Seats of the dialogue
 * are a secretariat's of the same party, seats at a meeting their delegation's secretariat's, seats of no delegation any
 * secretariat's, and every seat the operator's. Answers what stands against it.
 */
export const refusalToInvite = async (
  logs: Logs,
  caller: Caller,
  { dialogue, meeting, seat }: Principal,
): Promise<Answer<never> | undefined> => {
  const viewer = await viewerAt(logs, caller, addressOf({ dialogue, meeting }))
  if (viewer === undefined) return deny('not-found')
  if (meeting === undefined) {
    const { secretariats } = (await logs.dialogue(dialogue)).state
    const target = secretariats.find((one) => one.seat === seat)
    const allowed =
      viewer.kind === 'operator' || (viewer.kind === 'secretariat' && viewer.party === target?.party)
    return verdict(seat, target !== undefined, allowed, 'secretariat')
  }
  const { state } = await logs.meeting(dialogue, meeting)
  const target = lookup(state.meeting.people, seat)
  const needs: Entitlement =
    target?.delegation === undefined ? 'secretariat' : 'secretariat-of-the-delegation'
  const allowed =
    viewer.kind === 'operator' || isEntitled(state.meeting, authorOf(caller), needs, target?.delegation)
  return verdict(seat, target?.active === true, allowed, needs)
}

export const addressOf = ({
  dialogue,
  meeting,
}: {
  readonly dialogue: string
  readonly meeting?: string | undefined
}): Exclude<LogAddress, { kind: 'chamber' }> =>
  meeting === undefined ? { kind: 'dialogue', dialogue } : { kind: 'meeting', dialogue, meeting }

const verdict = (
  seat: string,
  exists: boolean,
  allowed: boolean,
  needs: Entitlement,
): Answer<never> | undefined => {
  if (!exists) return denyByRule({ code: 'seat-unknown', seat })
  return allowed ? undefined : denyByRule({ code: 'not-entitled', needs })
}
