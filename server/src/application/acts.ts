import { decideChamber } from '@parley/domain/chamber'
import { decideProceedings } from '@parley/domain/proceedings'
import { logName, type Principal } from '@parley/protocol/address'
import { canSeeChamber } from '@parley/domain/visibility'
import type { ActDone, ChamberAct, DialogueAct, MeetingAct } from '@parley/protocol/acts'
import type { Clock } from '../ports/clock.ts'
import { type Answer, deny, denyByRule } from './answer.ts'
import { authorOf, callerName, type Caller } from './caller.ts'
import { logsTouched, planDialogueAct } from './dialogue-acts.ts'
import { withExpression } from './drafting.ts'
import type { Documents } from './documents.ts'
import type { Logs } from './logs.ts'
import { shareOf } from './share.ts'
import { isSeated, viewerAt } from './standing.ts'
import { momentAfter, type Plan, type Transact } from './transact.ts'

/** What a seat or the operator can do to the record. Everything not entitled to see a log is told `not-found`. */
export type Acts = {
  readonly found: (caller: Caller, act: DialogueAct) => Promise<Answer<ActDone>>
  readonly inDialogue: (caller: Caller, dialogue: string, act: DialogueAct) => Promise<Answer<ActDone>>
  readonly inMeeting: (
    caller: Caller,
    dialogue: string,
    meeting: string,
    act: MeetingAct,
  ) => Promise<Answer<ActDone>>
  readonly inChamber: (
    caller: Caller,
    at: { readonly dialogue: string; readonly meeting: string; readonly delegation: string },
    act: ChamberAct,
  ) => Promise<Answer<ActDone>>
}

export type ActsDeps = {
  readonly logs: Logs
  readonly clock: Clock
  readonly transact: Transact
  /** Shuts out a seat that the record has withdrawn. */
  readonly withdraw: (principal: Principal) => Promise<void>
  readonly areKept: Documents['areKept']
  /** Whether there is anything to record a sitting with. */
  readonly canRecord: boolean
}

export const createActs = (deps: ActsDeps): Acts => {
  const { logs, clock, transact } = deps

  return {
    found: async (caller, act) => {
      if (caller.kind !== 'operator') return denyByRule({ code: 'not-entitled', needs: 'operator' })
      if (act.command.type !== 'FoundDialogue') return deny('not-found')
      return dialogueAct(deps, caller, act.command.dialogue, act)
    },

    inDialogue: async (caller, dialogue, act) => {
      if ((await viewerAt(logs, caller, { kind: 'dialogue', dialogue })) === undefined)
        return deny('not-found')
      if (caller.kind === 'seat' && caller.principal.meeting !== undefined) {
        return denyByRule({ code: 'not-entitled', needs: 'secretariat' })
      }
      return dialogueAct(deps, caller, dialogue, act)
    },

    inMeeting: async (caller, dialogue, meeting, act) => {
      const address = { kind: 'meeting', dialogue, meeting } as const
      if ((await viewerAt(logs, caller, address)) === undefined) return deny('not-found')
      if (!(await deps.areKept(caller, { dialogue, meeting }, act.command))) {
        return deny('malformed', { malformations: [{ path: 'command.document.file', code: 'file-unknown' }] })
      }
      // The record never says that a sitting is recorded where nothing could ever be kept.
      if (act.command.type === 'OrderRecording' && !deps.canRecord)
        return denyByRule({ code: 'nothing-to-record-with' })
      const log = logName(address)
      const decide = async (): Promise<Plan> => {
        const folded = await logs.meetings.load(log)
        const at = momentAfter(clock, folded.lastAt)
        const command = await withExpression(logs.store, log, folded.size, act.command)
        const decision = decideProceedings(folded.state, { by: authorOf(caller), at, command })
        if (!decision.ok) return decision
        return { ok: true, at, shares: [shareOf(log, folded.size, decision.events, logs.meetings)] }
      }
      const answer = await transact({ ...identity(caller, act), logs: [log], decide })
      const { command } = act
      if (answer.ok && command.type === 'WithdrawAccreditation') {
        await shutOut(deps, { dialogue, meeting, seat: command.seat })
      }
      return answer
    },

    inChamber: async (caller, { dialogue, meeting, delegation }, act) => {
      const viewer = await viewerAt(logs, caller, { kind: 'meeting', dialogue, meeting })
      if (viewer === undefined) return deny('not-found')
      // Whoever had to wait for the chamber's own acts before hearing this would learn that there are some.
      if (!canSeeChamber(delegation, viewer)) return denyByRule({ code: 'chamber-closed-to-you' })
      const log = logName({ kind: 'chamber', dialogue, meeting, delegation })
      const decide = async (): Promise<Plan> => {
        const folded = await logs.chambers.load(log)
        const { meeting: state } = (await logs.meeting(dialogue, meeting)).state
        const at = momentAfter(clock, folded.lastAt)
        const decision = decideChamber(
          folded.state,
          { by: authorOf(caller), at, command: act.command },
          state,
          delegation,
        )
        if (!decision.ok) return decision
        return { ok: true, at, shares: [shareOf(log, folded.size, decision.events, logs.chambers)] }
      }
      return transact({ ...identity(caller, act), logs: [log], decide })
    },
  }
}

const dialogueAct = async (
  deps: ActsDeps,
  caller: Caller,
  dialogue: string,
  act: DialogueAct,
): Promise<Answer<ActDone>> => {
  const { logs, clock, transact } = deps
  const { command } = act
  const answer = await transact({
    ...identity(caller, act),
    logs: await logsTouched(logs, dialogue, command),
    decide: () => planDialogueAct({ logs, clock, dialogue, by: authorOf(caller), command }),
  })
  if (answer.ok && command.type === 'UnseatSecretariat') await shutOut(deps, { dialogue, seat: command.seat })
  return answer
}

/** A withdrawal sent again says nothing about a seat that has been given anew since. */
const shutOut = async ({ logs, withdraw }: ActsDeps, principal: Principal): Promise<void> => {
  if (!(await isSeated(logs, principal))) await withdraw(principal)
}

const identity = (caller: Caller, act: DialogueAct | MeetingAct | ChamberAct) => ({
  by: authorOf(caller),
  scope: callerName(caller),
  id: act.id,
  command: act.command,
  expectedSize: act.expectedSize,
})
