import type { Recorded } from '../decider.ts'
import type { DialogueEvent } from './events.ts'
import type { Dialogue } from './state.ts'

/** Folds one fact into the dialogue. */
export const evolveDialogue = (dialogue: Dialogue, { event }: Recorded<DialogueEvent>): Dialogue => {
  switch (event.type) {
    case 'DialogueFounded': {
      const { type: _type, ...founded } = event
      return { ...founded, founded: true, meetings: [] }
    }
    case 'SecretariatSeated': {
      const { type: _type, ...seat } = event
      return { ...dialogue, secretariats: [...dialogue.secretariats, seat] }
    }
    case 'SecretariatUnseated':
      return { ...dialogue, secretariats: dialogue.secretariats.filter(({ seat }) => seat !== event.seat) }
    case 'RulePackChosen':
      return { ...dialogue, rulePack: event.rulePack }
    case 'MeetingNumbered': {
      const { type: _type, ...meeting } = event
      return { ...dialogue, meetings: [...dialogue.meetings, meeting] }
    }
  }
}
