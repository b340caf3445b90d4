import type { Act } from '../../decider.ts'
import { accept, refuse } from '../../decider.ts'
import { isEntitled } from '../../meeting/entitlement.ts'
import { packOf } from '../../meeting/seats.ts'
import type { Meeting } from '../../meeting/state.ts'
import { lookup } from '../../words/lookup.ts'
import type { TextCommand } from '../commands.ts'
import type { Command, Decided, Situation } from '../situation.ts'
import type { Texts } from '../state.ts'
import { certifyConcordance, takeStance } from './acceptance.ts'
import { declareAdopted, objectToText, putText, takeTextBack, withdrawObjection } from './adoption.ts'
import { attachStatement, confirmAdReferendum, initialText, signText } from './after-adoption.ts'
import { arrangeBlocks, joinProposal, withdrawProposal } from './proposals.ts'
import { breakSilence, closeSilence, openSilence } from './silence.ts'
import { tableProposal } from './table-proposal.ts'

/** What an act on a text leads to, in the meeting it is before. */
export const decideText = (texts: Texts, act: Act<TextCommand>, meeting: Meeting): Decided => {
  const { command, by, at } = act
  if (meeting.phase === 'none') return refuse({ code: 'meeting-unknown' })
  if (command.type === 'OpenText') return openText(texts, { ...act, command }, meeting)
  const text = lookup(texts.byId, command.text)
  if (text === undefined) return refuse({ code: 'text-unknown', text: command.text })
  return decided({ text, meeting, pack: packOf(meeting), by, at }, command)
}

const openText = (texts: Texts, { by, command }: Act<Command<'OpenText'>>, meeting: Meeting): Decided => {
  if (!isEntitled(meeting, by, 'secretariat') && !isEntitled(meeting, by, 'chair')) {
    return refuse({ code: 'not-entitled', needs: 'secretariat' })
  }
  if (meeting.phase === 'adjourned') return refuse({ code: 'meeting-adjourned' })
  const { text, title } = command
  if (lookup(texts.byId, text) !== undefined) return refuse({ code: 'text-exists', text })
  const languages = command.languages ?? [...meeting.languages]
  const foreign = languages.find((language) => !meeting.languages.includes(language))
  if (foreign !== undefined) return refuse({ code: 'language-not-of-the-dialogue', language: foreign })
  const lacking = languages.find((language) => lookup(title, language) === undefined)
  if (lacking !== undefined) return refuse({ code: 'language-needed', language: lacking })
  return accept({ type: 'TextOpened', text, title, languages })
}

const decided = (situation: Situation, command: Exclude<TextCommand, Command<'OpenText'>>): Decided => {
  switch (command.type) {
    case 'TableProposal':
      return tableProposal(situation, command)
    case 'JoinProposal':
      return joinProposal(situation, command)
    case 'WithdrawProposal':
      return withdrawProposal(situation, command)
    case 'ArrangeBlocks':
      return arrangeBlocks(situation, command)
    case 'TakeStance':
      return takeStance(situation, command)
    case 'CertifyConcordance':
      return certifyConcordance(situation, command)
    case 'PutText':
      return putText(situation, command)
    case 'ObjectToText':
      return objectToText(situation, command)
    case 'WithdrawObjection':
      return withdrawObjection(situation)
    case 'TakeTextBack':
      return takeTextBack(situation)
    case 'DeclareAdopted':
      return declareAdopted(situation, command)
    case 'OpenSilence':
      return openSilence(situation, command)
    case 'BreakSilence':
      return breakSilence(situation, command)
    case 'CloseSilence':
      return closeSilence(situation, command)
    case 'ConfirmAdReferendum':
      return confirmAdReferendum(situation, command)
    case 'AttachStatement':
      return attachStatement(situation, command)
    case 'InitialText':
      return initialText(situation, command)
    case 'SignText':
      return signText(situation, command)
  }
}
