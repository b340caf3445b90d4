import type { ProceedingsEvent } from '@parley/domain/proceedings/events'
import { canSee, circumstancesOf } from '@parley/domain/visibility'
import { lookup } from '@parley/domain/words/lookup'
import type { DialogueList, DialogueView, MeetingView, ReleasesView, TextView } from '@parley/protocol/views'
import type { Clock } from '../ports/clock.ts'
import { type Answer, deny, denyByRule, give } from './answer.ts'
import type { Caller } from './caller.ts'
import type { Logs } from './logs.ts'
import { meetingView } from './meeting-view.ts'
import { isAtPressDesk } from './press-desk.ts'
import { viewerAt } from './standing.ts'
import { textView } from './text-view.ts'
import { momentAfter } from './transact.ts'

/** The record as it stands, folded into what a screen asks for. */
export type Views = {
  readonly dialogues: (caller: Caller) => Promise<DialogueList>
  readonly dialogue: (caller: Caller, dialogue: string) => Promise<Answer<DialogueView>>
  readonly meeting: (caller: Caller, dialogue: string, meeting: string) => Promise<Answer<MeetingView>>
  readonly text: (
    caller: Caller,
    dialogue: string,
    meeting: string,
    text: string,
  ) => Promise<Answer<TextView>>
  readonly releases: (caller: Caller, dialogue: string, meeting: string) => Promise<Answer<ReleasesView>>
}

export const createViews = (logs: Logs, clock: Clock): Views => {
  const enter = async (caller: Caller, dialogue: string, meeting: string) => {
    const viewer = await viewerAt(logs, caller, { kind: 'meeting', dialogue, meeting })
    if (viewer === undefined) return undefined
    return { viewer, ...(await logs.meeting(dialogue, meeting)) }
  }

  return {
    dialogues: async (caller) => {
      const names =
        caller.kind === 'seat'
          ? [caller.principal.dialogue]
          : (await logs.store.logs('dialogue/')).map((log) => log.slice('dialogue/'.length))
      const dialogues = await Promise.all(names.map(async (name) => (await logs.dialogue(name)).state))
      return { dialogues: dialogues.map(({ dialogue, name }) => ({ dialogue, name })) }
    },

    dialogue: async (caller, dialogue) => {
      if ((await viewerAt(logs, caller, { kind: 'dialogue', dialogue })) === undefined)
        return deny('not-found')
      const { state, size } = await logs.dialogue(dialogue)
      const { name, parties, languages, rulePack, secretariats } = state
      const meetings: DialogueView['meetings'] = []
      for (const line of state.meetings.toSorted((one, other) => one.number - other.number)) {
        const entered = await enter(caller, dialogue, line.meeting)
        if (entered === undefined) continue
        const { phase, theme, startsAt } = entered.state.meeting
        if (phase !== 'none') meetings.push({ ...line, phase, theme, startsAt })
      }
      const lists = { parties: [...parties], languages: [...languages], secretariats: [...secretariats] }
      return give({ size, dialogue, name, rulePack, ...lists, meetings })
    },

    meeting: async (caller, dialogue, meeting) => {
      const entered = await enter(caller, dialogue, meeting)
      if (entered === undefined) return deny('not-found')
      const { state, size, lastAt } = entered
      const view = meetingView({ ...state, size, now: momentAfter(clock, lastAt) })
      return view === undefined ? deny('not-found') : give(view)
    },

    text: async (caller, dialogue, meeting, text) => {
      const entered = await enter(caller, dialogue, meeting)
      if (entered === undefined) return deny('not-found')
      const found = lookup(entered.state.texts.byId, text)
      if (found === undefined) return denyByRule({ code: 'text-unknown', text })
      const { viewer, state, size } = entered
      const negotiates = canSee(ANY_NEGOTIATION, viewer, circumstancesOf(state.releases, clock.now()))
      return give(textView({ text: found, meeting: state.meeting, size, negotiates }))
    },

    releases: async (caller, dialogue, meeting) => {
      const entered = await enter(caller, dialogue, meeting)
      if (entered === undefined) return deny('not-found')
      const { viewer, state, size } = entered
      if (!isAtPressDesk(viewer)) return denyByRule({ code: 'not-entitled', needs: 'press-or-secretariat' })
      const { positions, versions } = state.releases
      return give(
        JSON.parse(
          JSON.stringify({ size, positions, versions: Object.values(versions).map(withoutWording) }),
        ),
      )
    },
  }
}

/** An edition's wording is in the log; the desk needs to know that it exists. */
const withoutWording = <Version extends { readonly editions: readonly object[] }>(version: Version) => ({
  ...version,
  editions: version.editions.map((edition) => ({ ...edition, expression: undefined })),
})

/** Views that gather many events ask the predicate about one of the kind they gather. */
const ANY_NEGOTIATION: ProceedingsEvent = { type: 'ObjectionWithdrawn', text: 'any', delegation: 'any' }
