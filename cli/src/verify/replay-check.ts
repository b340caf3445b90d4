import { DialogueEvent, evolveDialogue, initialDialogue } from '@parley/domain/dialogue'
import type { Recorded } from '@parley/domain/decider'
import { evolveProceedings, initialProceedings, ProceedingsEvent } from '@parley/domain/proceedings'
import { expressionHash } from '@parley/domain/release'
import { agreedRoot, textRoot, versionHash } from '@parley/domain/text'
import { Author } from '@parley/domain/words/identity'
import { lookup } from '@parley/domain/words/lookup'
import { parseLogName } from '@parley/client/parley-client'
import type { Checkpoint } from '@parley/record/checkpoint'
import type { Envelope } from '@parley/record/envelope'
import type { LogCheck } from '@parley/record/verify-events'

/**
 * Runs the rules of the house over a log: every event is one the domain knows, is about the log it is in, and every content
 * address in it is that of the content. What was adopted is what the delegations had agreed on.
 */
export const replayCheck = ({ origin }: Checkpoint): LogCheck | undefined => {
  const name = origin.split('/').slice(-3)
  const meeting = parseLogName(name.join('/'))
  if (meeting?.kind === 'meeting') return meetingCheck(meeting.dialogue, meeting.meeting)
  const dialogue = parseLogName(name.slice(-2).join('/'))
  return dialogue?.kind === 'dialogue' ? dialogueCheck(dialogue.dialogue) : undefined
}

const dialogueCheck = (id: string): LogCheck => {
  let state = initialDialogue
  return {
    event: (envelope) => {
      const event = DialogueEvent.safeParse({ ...envelope.data, type: envelope.type })
      const by = Author.safeParse(envelope.by)
      if (!event.success || !by.success) return 'event-unknown'
      if (envelope.seq === 0 && (event.data.type !== 'DialogueFounded' || event.data.dialogue !== id)) {
        return 'not-founded-here'
      }
      state = evolveDialogue(state, recorded(envelope, by.data, event.data))
      return undefined
    },
    end: () => (state.founded ? undefined : 'not-founded-here'),
  }
}

const meetingCheck = (dialogue: string, meeting: string): LogCheck => {
  let state = initialProceedings
  return {
    event: (envelope) => {
      const parsed = ProceedingsEvent.safeParse({ ...envelope.data, type: envelope.type })
      const by = Author.safeParse(envelope.by)
      if (!parsed.success || !by.success) return 'event-unknown'
      const event = parsed.data
      if (envelope.seq === 0) {
        const here =
          event.type === 'MeetingConvened' && event.dialogue === dialogue && event.meeting === meeting
        if (!here) return 'not-convened-here'
      }
      const wrong = wrongAddress(event)
      if (wrong !== undefined) return wrong
      if (event.type === 'TextAdopted') {
        const text = lookup(state.texts.byId, event.text)
        if (text === undefined || agreedRoot(text, state.meeting) !== event.root)
          return 'adopted-what-was-not-agreed'
      }
      state = evolveProceedings(state, recorded(envelope, by.data, event))
      return undefined
    },
    end: () => {
      for (const text of Object.values(state.texts.byId)) {
        const { adopted } = text
        if (adopted !== undefined && textRoot({ ...text, blocks: adopted.blocks }) !== adopted.root) {
          return 'adopted-text-not-of-its-root'
        }
      }
      return undefined
    },
  }
}

/** Content under an address that is not its own. */
const wrongAddress = (event: ProceedingsEvent): string | undefined => {
  if (event.type === 'ProposalTabled' || event.type === 'BlockAdopted') {
    return versionHash(event.kind, event.body) === event.version ? undefined : 'version-not-of-its-hash'
  }
  if (
    event.type === 'ReleaseDrafted' ||
    event.type === 'ReleaseEdited' ||
    event.type === 'ReleasePublished'
  ) {
    return expressionHash(event.expression) === event.hash ? undefined : 'release-not-of-its-hash'
  }
  return undefined
}

const recorded = <Event>({ seq, at }: Envelope, by: Author, event: Event): Recorded<Event> => ({
  seq,
  at,
  by,
  event,
})
