import type { Act, Decision } from '../decider.ts'
import { accept, refuse } from '../decider.ts'
import type { Refusal } from '../refusal.ts'
import { rulePack } from '../rules/index.ts'
import type { Author } from '../words/identity.ts'
import { exceedsWriting } from '../words/size.ts'
import { decideConvening } from './convening.ts'
import type { DialogueCommand } from './commands.ts'
import type { DialogueEvent, SecretariatSeat } from './events.ts'
import type { Dialogue } from './state.ts'

type Decided = Decision<DialogueEvent, Refusal>
type Command<Type extends DialogueCommand['type']> = Extract<DialogueCommand, { type: Type }>

/** How many secretariat seats a dialogue may have. */
const SECRETARIATS_LIMIT = 48

/**
 * What an act on the dialogue leads to on the dialogue's own log. Convening also opens the meeting's log: who appends
 * both uses `decideConvening`, which decides the same.
 */
export const decideDialogue = (dialogue: Dialogue, act: Act<DialogueCommand>): Decided => {
  const { command, by } = act
  if (command.type === 'FoundDialogue') return foundDialogue(dialogue, command, by)
  if (!dialogue.founded) return refuse({ code: 'dialogue-unknown' })
  switch (command.type) {
    case 'SeatSecretariat':
      return seatSecretariat(dialogue, command, by)
    case 'UnseatSecretariat':
      return unseatSecretariat(dialogue, command, by)
    case 'ChooseRulePack':
      return chooseRulePack(dialogue, command, by)
    case 'ConveneMeeting': {
      const convening = decideConvening(dialogue, { ...act, command })
      return convening.ok ? accept(...convening.dialogue) : convening
    }
  }
}

/** The secretariat seat the author holds in this dialogue. */
export const secretariatOf = (dialogue: Dialogue, by: Author): SecretariatSeat | undefined =>
  'seat' in by ? dialogue.secretariats.find(({ seat }) => seat === by.seat) : undefined

const foundDialogue = (dialogue: Dialogue, command: Command<'FoundDialogue'>, by: Author): Decided => {
  if (!('operator' in by)) return refuse({ code: 'not-entitled', needs: 'operator' })
  if (dialogue.founded) return refuse({ code: 'dialogue-exists' })
  const { type: _type, ...founding } = command
  const { parties, secretariats } = founding
  const party = twice(parties.map(({ id }) => id))
  if (party !== undefined) return refuse({ code: 'party-twice', party })
  const seat = twice(secretariats.map((one) => one.seat))
  if (seat !== undefined) return refuse({ code: 'seat-taken', seat })
  const stranger = secretariats.find((one) => isOfUnknownParty(one, parties))
  if (stranger?.party !== undefined) return refuse({ code: 'delegation-unknown', delegation: stranger.party })
  if (rulePack(founding.rulePack) === undefined) {
    return refuse({ code: 'rule-pack-unknown', rulePack: founding.rulePack })
  }
  if (exceedsWriting(founding)) return refuse({ code: 'dialogue-too-large' })
  return accept({ type: 'DialogueFounded', ...founding })
}

const seatSecretariat = (dialogue: Dialogue, command: Command<'SeatSecretariat'>, by: Author): Decided => {
  const { type: _type, ...seated } = command
  if (!maySeat(dialogue, by, seated.party)) return refuse({ code: 'not-entitled', needs: 'secretariat' })
  const { seat, party } = seated
  if (party !== undefined && isOfUnknownParty(seated, dialogue.parties)) {
    return refuse({ code: 'delegation-unknown', delegation: party })
  }
  if (dialogue.secretariats.some((one) => one.seat === seat)) return refuse({ code: 'seat-taken', seat })
  if (dialogue.secretariats.length >= SECRETARIATS_LIMIT) {
    return refuse({ code: 'secretariats-full', limit: SECRETARIATS_LIMIT })
  }
  // Convening copies the parties and all secretariats into the first leaf of the meeting's log.
  if (exceedsWriting([dialogue.parties, dialogue.secretariats, seated])) {
    return refuse({ code: 'dialogue-too-large' })
  }
  return accept({ type: 'SecretariatSeated', ...seated })
}

const unseatSecretariat = (
  dialogue: Dialogue,
  { seat }: Command<'UnseatSecretariat'>,
  by: Author,
): Decided => {
  if (secretariatOf(dialogue, by) === undefined && !('operator' in by)) {
    return refuse({ code: 'not-entitled', needs: 'secretariat' })
  }
  const known = dialogue.secretariats.find((one) => one.seat === seat)
  if (known === undefined) return refuse({ code: 'seat-unknown', seat })
  if (!maySeat(dialogue, by, known.party)) return refuse({ code: 'not-entitled', needs: 'secretariat' })
  if (dialogue.secretariats.length === 1) return refuse({ code: 'last-secretariat' })
  return accept({ type: 'SecretariatUnseated', seat })
}

/** The rules of meetings convened from now on; a meeting keeps the rules it was convened under. */
const chooseRulePack = (dialogue: Dialogue, command: Command<'ChooseRulePack'>, by: Author): Decided => {
  if (secretariatOf(dialogue, by) === undefined) {
    return refuse({ code: 'not-entitled', needs: 'secretariat' })
  }
  return rulePack(command.rulePack) === undefined
    ? refuse({ code: 'rule-pack-unknown', rulePack: command.rulePack })
    : accept({ type: 'RulePackChosen', rulePack: command.rulePack })
}

/** A party's seats are filled by its own secretariat, a joint one or the operator; joint seats by a joint one or the operator. */
const maySeat = (dialogue: Dialogue, by: Author, party: string | undefined): boolean => {
  if ('operator' in by) return true
  const own = secretariatOf(dialogue, by)
  return own !== undefined && (own.party === undefined || own.party === party)
}

const isOfUnknownParty = ({ party }: SecretariatSeat, parties: readonly { readonly id: string }[]): boolean =>
  party !== undefined && parties.every(({ id }) => id !== party)

const twice = (names: readonly string[]): string | undefined =>
  names.find((name, index) => names.indexOf(name) !== index)
