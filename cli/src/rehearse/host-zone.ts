import { logName, type ParleyClient } from '@parley/client/parley-client'
import {
  decideConvening,
  DialogueEvent,
  evolveDialogue,
  initialDialogue,
  type Dialogue,
} from '@parley/domain/dialogue'
import { ConveneMeeting } from '@parley/domain/dialogue/commands'
import type { ScriptCommand } from '../script/commands.ts'

/**
 * The time zone of the city that will host a meeting a seat is about to convene: the one named, or whose turn it is.
 * Undefined where the rules would not let it be convened.
 */
export const zoneOfHost = async (
  client: ParleyClient,
  dialogue: string,
  seat: string,
  { type, fields }: ScriptCommand,
): Promise<string | undefined> => {
  const command = ConveneMeeting.safeParse({ ...fields, type, startsAt: 0 })
  if (!command.success) return undefined
  const state = await dialogueOf(client, dialogue)
  const convened = decideConvening(state, { by: { seat }, at: 0, command: command.data })
  if (!convened.ok) return undefined
  const [first] = convened.meeting
  const host = first?.type === 'MeetingConvened' ? first.host : undefined
  return state.parties.find(({ id }) => id === host)?.timeZone
}

/** The dialogue as far as its log could be read. */
const dialogueOf = async (client: ParleyClient, dialogue: string): Promise<Dialogue> => {
  const log = logName({ kind: 'dialogue', dialogue })
  let state = initialDialogue
  for (let from = 0; ;) {
    const page = await client.events(log, from)
    if (!page.ok) return state
    for (const { seq, at, type, data } of page.value.leaves) {
      const event = DialogueEvent.parse({ ...data, type })
      state = evolveDialogue(state, { seq, at, by: { operator: true }, event })
    }
    if (page.value.next >= page.value.size) return state
    from = page.value.next
  }
}
