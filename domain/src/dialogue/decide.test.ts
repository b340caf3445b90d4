import { describe, expect, it } from 'vitest'
import type { Act } from '../decider.ts'
import { given } from '../given.ts'
import { party } from '../meeting/fictional-meeting.ts'
import type { DialogueCommand } from './commands.ts'
import type { DialogueEvent } from './events.ts'
import { dialogueDecider } from './index.ts'

const person = { name: { en: 'Secretary' } }
const { type: _type, ...founding } = {
  type: 'DialogueFounded',
  dialogue: 'river-forum',
  name: { en: 'River Forum' },
  parties: [party('north'), party('south'), party('west')],
  languages: ['zh', 'ru', 'en'],
  rulePack: 'bilateral/1',
  secretariats: [
    { seat: 'north-desk', party: 'north', person },
    { seat: 'joint-desk', person },
  ],
} satisfies DialogueEvent
const founded: DialogueEvent = { type: 'DialogueFounded', ...founding }
const founds: DialogueCommand = { type: 'FoundDialogue', ...founding }

const by = (author: Act<unknown>['by'], command: DialogueCommand): Act<DialogueCommand> => ({
  by: author,
  at: 5,
  command,
})
const operator = (command: DialogueCommand) => by({ operator: true }, command)
const seat = (name: string, command: DialogueCommand) => by({ seat: name }, command)
const nothing = given(dialogueDecider)
const dialogue = given(dialogueDecider, founded)
const seats = (name: string, of?: string): DialogueCommand => ({
  type: 'SeatSecretariat',
  seat: name,
  person,
  ...(of === undefined ? {} : { party: of }),
})
const unseats = (name: string): DialogueCommand => ({ type: 'UnseatSecretariat', seat: name })

describe('founding a dialogue', () => {
  it("is the operator's, once", () => {
    nothing.when(operator(founds)).records(founded)
    nothing.when(seat('north-desk', founds)).refuses({ code: 'not-entitled', needs: 'operator' })
    nothing.when(by({ reactor: 'clock' }, founds)).refuses({ code: 'not-entitled', needs: 'operator' })
    dialogue.when(operator(founds)).refuses({ code: 'dialogue-exists' })
  })

  it('has every party and every seat once, secretariats of its parties, and rules that exist', () => {
    nothing
      .when(operator({ type: 'FoundDialogue', ...founding, parties: [party('north'), party('north')] }))
      .refuses({ code: 'party-twice', party: 'north' })
    nothing
      .when(
        operator({
          type: 'FoundDialogue',
          ...founding,
          secretariats: founding.secretariats.flatMap((one) => [one, one]),
        }),
      )
      .refuses({ code: 'seat-taken', seat: 'north-desk' })
    nothing
      .when(
        operator({
          type: 'FoundDialogue',
          ...founding,
          secretariats: [{ seat: 'x', party: 'east', person }],
        }),
      )
      .refuses({ code: 'delegation-unknown', delegation: 'east' })
    nothing
      .when(operator({ type: 'FoundDialogue', ...founding, rulePack: 'none/1' }))
      .refuses({ code: 'rule-pack-unknown', rulePack: 'none/1' })
  })

  it('is small enough for its meetings to be convened', () => {
    const name = Object.fromEntries(
      ['zh', 'ru', 'en', 'ar', 'fr', 'es'].map((language) => [language, '和'.repeat(500)]),
    )
    const parties = Array.from({ length: 6 }, (_, index) => ({ ...party(`p${index}`), name }))
    nothing
      .when(
        operator({ type: 'FoundDialogue', ...founding, secretariats: [{ seat: 'joint', person }], parties }),
      )
      .refuses({ code: 'dialogue-too-large' })
  })

  it('comes before everything else', () => {
    for (const command of [seats('a'), unseats('a'), { type: 'ChooseRulePack', rulePack: 'x' } as const]) {
      nothing.when(operator(command)).refuses({ code: 'dialogue-unknown' })
    }
  })
})

describe('seating secretariats', () => {
  it('of a party is for that party, a joint secretariat or the operator', () => {
    const event = { type: 'SecretariatSeated', seat: 'north-two', party: 'north', person } as const
    dialogue.when(seat('north-desk', seats('north-two', 'north'))).records(event)
    dialogue.when(seat('joint-desk', seats('north-two', 'north'))).records(event)
    dialogue.when(operator(seats('north-two', 'north'))).records(event)
    dialogue
      .when(seat('north-desk', seats('south-desk', 'south')))
      .refuses({ code: 'not-entitled', needs: 'secretariat' })
    dialogue.when(seat('nobody', seats('x', 'north'))).refuses({ code: 'not-entitled', needs: 'secretariat' })
  })

  it('without a party is for a joint secretariat or the operator', () => {
    dialogue.when(seat('north-desk', seats('third'))).refuses({ code: 'not-entitled', needs: 'secretariat' })
    dialogue
      .when(seat('joint-desk', seats('third')))
      .records({ type: 'SecretariatSeated', seat: 'third', person })
  })

  it('takes free seats, known parties, and not more than a meeting can name', () => {
    dialogue.when(operator(seats('north-desk', 'north'))).refuses({ code: 'seat-taken', seat: 'north-desk' })
    dialogue.when(operator(seats('x', 'east'))).refuses({ code: 'delegation-unknown', delegation: 'east' })
    let full = dialogue
    for (let index = 0; index < 46; index += 1) full = full.after(operator(seats(`s${index}`)))
    full.when(operator(seats('more'))).refuses({ code: 'secretariats-full', limit: 48 })
    const office = { en: 'о'.repeat(500), ru: 'о'.repeat(500), zh: '和'.repeat(500) }
    let heavy = dialogue
    for (let index = 0; index < 12; index += 1) {
      const command = {
        type: 'SeatSecretariat',
        seat: `s${index}`,
        person: { name: office, office },
      } as const
      const outcome = heavy.when(operator(command))
      if (!outcome.decision.ok) return outcome.refuses({ code: 'dialogue-too-large' })
      heavy = heavy.after(operator(command))
    }
    throw new Error('so many long names were to be refused')
  })

  it('leaves a seat on the same terms, and never the last one', () => {
    dialogue
      .when(seat('joint-desk', unseats('north-desk')))
      .records({ type: 'SecretariatUnseated', seat: 'north-desk' })
    dialogue
      .when(seat('north-desk', unseats('joint-desk')))
      .refuses({ code: 'not-entitled', needs: 'secretariat' })
    dialogue
      .when(seat('nobody', unseats('north-desk')))
      .refuses({ code: 'not-entitled', needs: 'secretariat' })
    dialogue.when(operator(unseats('x'))).refuses({ code: 'seat-unknown', seat: 'x' })
    const one = dialogue.after(operator(unseats('joint-desk')))
    one.when(operator(unseats('north-desk'))).refuses({ code: 'last-secretariat' })
    one.when(seat('joint-desk', seats('x'))).refuses({ code: 'not-entitled', needs: 'secretariat' })
  })
})

describe('choosing rules', () => {
  const chooses = { type: 'ChooseRulePack', rulePack: 'un-family/1' } as const

  it("is any secretariat's, among the rules there are", () => {
    dialogue.when(seat('north-desk', chooses)).records({ type: 'RulePackChosen', rulePack: 'un-family/1' })
    dialogue.when(operator(chooses)).refuses({ code: 'not-entitled', needs: 'secretariat' })
    dialogue
      .when(seat('north-desk', { ...chooses, rulePack: 'none/1' }))
      .refuses({ code: 'rule-pack-unknown', rulePack: 'none/1' })
    expect(dialogue.after(seat('north-desk', chooses)).state.rulePack).toBe('un-family/1')
  })
})
