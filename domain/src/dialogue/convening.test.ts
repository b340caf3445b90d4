import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Act } from '../decider.ts'
import { given } from '../given.ts'
import { party } from '../meeting/fictional-meeting.ts'
import { evolveMeeting, initialMeeting, MeetingEvent } from '../meeting/index.ts'
import { announcedToMeetings, decideConvening } from './convening.ts'
import type { ConveneMeeting } from './convening.ts'
import type { DialogueEvent } from './events.ts'
import { dialogueDecider } from './index.ts'

const person = { name: { en: 'Secretary' } }
const founded: DialogueEvent = {
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
}
const convenes = (meeting: string, more: Partial<ConveneMeeting> = {}): ConveneMeeting => ({
  type: 'ConveneMeeting',
  meeting,
  theme: { en: 'The river' },
  mode: 'video',
  startsAt: 1000,
  ...more,
})
const act = (command: ConveneMeeting, seat = 'north-desk'): Act<ConveneMeeting> => ({
  by: { seat },
  at: 5,
  command,
})
const dialogue = given(dialogueDecider, founded)
const numbered = (meeting: string, number: number, host: string) =>
  ({ type: 'MeetingNumbered', meeting, number, host }) as const

describe('convening a meeting', () => {
  it('numbers it on the dialogue log and opens its own log whole', () => {
    expect(decideConvening(dialogue.state, act(convenes('first')))).toEqual({
      ok: true,
      dialogue: [numbered('first', 1, 'north')],
      meeting: [
        {
          type: 'MeetingConvened',
          meeting: 'first',
          dialogue: 'river-forum',
          dialogueName: { en: 'River Forum' },
          number: 1,
          host: 'north',
          delegations: dialogue.state.parties,
          secretariats: dialogue.state.secretariats,
          theme: { en: 'The river' },
          mode: 'video',
          startsAt: 1000,
          languages: ['zh', 'ru', 'en'],
          rulePack: 'bilateral/1',
        },
      ],
    })
  })

  it('opens the log with a fact the meeting takes', () => {
    const sources = [{ title: 'Communiqué' }]
    const command = convenes('first', {
      languages: ['ru'],
      rulePack: 'un-family/1',
      retrospective: { sources },
    })
    const convening = decideConvening(dialogue.state, act(command, 'joint-desk'))
    if (!convening.ok) throw new Error(convening.refusal.code)
    const meeting = convening.meeting
      .map((event) => MeetingEvent.parse(event))
      .reduce(
        (folded, event, seq) => evolveMeeting(folded, { seq, at: 5, by: { seat: 'joint-desk' }, event }),
        initialMeeting,
      )
    expect(meeting).toMatchObject({
      phase: 'convened',
      languages: ['ru'],
      rulePack: 'un-family/1',
      retrospective: { sources },
    })
  })

  it('decides on the dialogue log what it decides on both', () => {
    dialogue.when(act(convenes('first'))).records(numbered('first', 1, 'north'))
    dialogue.when(act(convenes('first'), 'nobody')).refuses({ code: 'not-entitled', needs: 'secretariat' })
  })

  it('is for secretariats of a dialogue that exists', () => {
    const operator = { by: { operator: true } as const, at: 5, command: convenes('first') }
    dialogue.when(operator).refuses({ code: 'not-entitled', needs: 'secretariat' })
    given(dialogueDecider)
      .when(act(convenes('first')))
      .refuses({ code: 'dialogue-unknown' })
    expect(decideConvening(dialogueDecider.initial, act(convenes('first')))).toEqual({
      ok: false,
      refusal: { code: 'dialogue-unknown' },
    })
  })

  it('takes the next number, or an earlier or later one that is free', () => {
    const seventh = given(dialogueDecider, founded, numbered('seventh', 7, 'south'))
    seventh.when(act(convenes('next'))).records(numbered('next', 8, 'west'))
    seventh.when(act(convenes('third', { number: 3 }))).records(numbered('third', 3, 'north'))
    seventh.when(act(convenes('again', { number: 7 }))).refuses({ code: 'number-taken', number: 7 })
    const last = seventh.after(act(convenes('last', { number: 9999 })))
    last.when(act(convenes('beyond'))).refuses({ code: 'number-taken', number: 9999 })
    seventh.when(act(convenes('seventh'))).refuses({ code: 'meeting-exists', meeting: 'seventh' })
  })

  it('hands the hosting on after the last lower number, unless a host is named', () => {
    const gaps = given(dialogueDecider, founded, numbered('ninth', 9, 'west'), numbered('second', 2, 'north'))
    gaps.when(act(convenes('fifth', { number: 5 }))).records(numbered('fifth', 5, 'south'))
    gaps.when(act(convenes('tenth'))).records(numbered('tenth', 10, 'north'))
    gaps.when(act(convenes('tenth', { host: 'south' }))).records(numbered('tenth', 10, 'south'))
    gaps
      .when(act(convenes('tenth', { host: 'east' })))
      .refuses({ code: 'delegation-unknown', delegation: 'east' })
  })

  it('gives every party its turn before any hosts again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), (count) => {
        let told = dialogue
        for (let index = 0; index < count; index += 1) told = told.after(act(convenes(`m${index}`)))
        const hosts = told.state.meetings.map(({ host }) => host)
        expect(hosts).toEqual(hosts.map((_, index) => ['north', 'south', 'west'][index % 3]))
        expect(told.state.meetings.map(({ number }) => number)).toEqual(hosts.map((_, index) => index + 1))
      }),
    )
  })

  it('keeps to the languages of the dialogue and to rules that exist, and fits into one event', () => {
    dialogue
      .when(act(convenes('first', { languages: ['zh', 'ar'] })))
      .refuses({ code: 'language-not-of-the-dialogue', language: 'ar' })
    dialogue
      .when(act(convenes('first', { rulePack: 'none/1' })))
      .refuses({ code: 'rule-pack-unknown', rulePack: 'none/1' })
    const sources = Array.from({ length: 20 }, () => ({
      title: '和'.repeat(500),
      publisher: '和'.repeat(500),
    }))
    dialogue
      .when(act(convenes('first', { retrospective: { sources } })))
      .refuses({ code: 'dialogue-too-large' })
  })
})

describe('what meetings hear of the dialogue', () => {
  it('is who joins and leaves the secretariats, and nothing else', () => {
    expect(announcedToMeetings({ type: 'SecretariatSeated', seat: 'x', party: 'north', person })).toEqual([
      { type: 'SecretariatJoined', seat: 'x', party: 'north', person },
    ])
    expect(announcedToMeetings({ type: 'SecretariatUnseated', seat: 'x' })).toEqual([
      { type: 'SecretariatLeft', seat: 'x' },
    ])
    for (const event of [
      founded,
      numbered('m', 1, 'north'),
      { type: 'RulePackChosen', rulePack: 'x' } as const,
    ]) {
      expect(announcedToMeetings(event)).toEqual([])
    }
  })
})
