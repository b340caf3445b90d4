import { describe, expect, it } from 'vitest'
import type { Entitlement } from '../refusal.ts'
import { given } from '../given.ts'
import { delegateActing, delegationOf, isEntitled, isJointSecretariat, lacking } from './entitlement.ts'
import { act, prepared } from './fictional-meeting.ts'
import { meetingDecider } from './index.ts'

const { state } = given(meetingDecider, ...prepared(), {
  type: 'ChairAppointed',
  seats: ['officer', 'south-head'],
})
const seats = [
  ...Object.keys(state.people),
  ...state.secretariats.map((one) => one.seat),
  'ghost',
  'constructor',
]
const holders = (needs: Entitlement, of?: string) =>
  seats.filter((seat) => isEntitled(state, { seat }, needs, of))

const both = (...roles: string[]) => ['north', 'south'].flatMap((id) => roles.map((role) => `${id}-${role}`))

describe('who holds what', () => {
  it('is this table, for a meeting as a whole', () => {
    expect(holders('chair')).toEqual(['south-head', 'officer'])
    expect(holders('secretariat')).toEqual(['north-desk', 'south-desk', 'joint-desk'])
    expect(holders('delegation')).toEqual(both('head', 'alternate', 'delegate'))
    expect(holders('head-or-alternate')).toEqual(both('head', 'alternate'))
    expect(holders('speaker')).toEqual(both('head', 'alternate', 'delegate', 'regional', 'adviser'))
    expect(holders('press-or-secretariat')).toEqual([
      ...both('secretary', 'press'),
      'north-desk',
      'south-desk',
      'joint-desk',
    ])
    expect(holders('seat')).toEqual(seats.filter((seat) => seat !== 'ghost' && seat !== 'constructor'))
    expect(holders('secretariat-of-the-delegation')).toEqual([])
    expect(holders('operator')).toEqual([])
  })

  it('is this table, for one delegation', () => {
    expect(holders('secretariat-of-the-delegation', 'south')).toEqual(['south-secretary', 'south-desk'])
    expect(holders('head-or-alternate', 'south')).toEqual(['south-head', 'south-alternate'])
    expect(holders('delegation', 'south')).toEqual(['south-head', 'south-alternate', 'south-delegate'])
    expect(holders('press-or-secretariat', 'south')).toEqual(['south-secretary', 'south-press', 'south-desk'])
    expect(holders('speaker', 'west')).toEqual([])
  })

  it('is nothing for the operator and for reactors', () => {
    for (const needs of ['chair', 'secretariat', 'speaker', 'seat', 'operator'] as const) {
      expect(isEntitled(state, { operator: true }, needs)).toBe(false)
      expect(isEntitled(state, { reactor: 'clock' }, needs)).toBe(false)
    }
  })

  it('is nothing for whoever has left', () => {
    const left = given(meetingDecider, ...prepared(), {
      type: 'ChairAppointed',
      seats: ['south-head'],
    }).after(act('south-desk', { type: 'WithdrawAccreditation', seat: 'south-head' })).state
    for (const needs of ['chair', 'speaker', 'delegation', 'head-or-alternate', 'seat'] as const) {
      expect(isEntitled(left, { seat: 'south-head' }, needs)).toBe(false)
    }
    expect(delegateActing(left, { seat: 'south-head' })).toBeUndefined()
  })

  it('includes the party’s acts for the joint secretariat only where the party seats none', () => {
    const alone = given(meetingDecider, ...prepared(), { type: 'SecretariatLeft', seat: 'south-desk' }).state
    expect(isEntitled(alone, { seat: 'joint-desk' }, 'secretariat-of-the-delegation', 'south')).toBe(true)
    expect(isEntitled(alone, { seat: 'joint-desk' }, 'secretariat-of-the-delegation', 'north')).toBe(false)
  })
})

describe('whom a seat acts for', () => {
  it('is the delegation of a person or the party of a secretariat', () => {
    expect(delegationOf(state, { seat: 'south-head' })).toBe('south')
    expect(delegationOf(state, { seat: 'south-desk' })).toBe('south')
    for (const seat of ['joint-desk', 'officer', 'ghost'])
      expect(delegationOf(state, { seat })).toBeUndefined()
    expect(delegateActing(state, { seat: 'south-head' })).toMatchObject({ delegation: 'south', role: 'head' })
    expect(delegateActing(state, { seat: 'officer' })).toBeUndefined()
  })

  it('is all parties for a joint secretariat', () => {
    expect(isJointSecretariat(state, { seat: 'joint-desk' })).toBe(true)
    expect(isJointSecretariat(state, { seat: 'south-desk' })).toBe(false)
    expect(isJointSecretariat(state, { operator: true })).toBe(false)
  })
})

describe('what is lacking', () => {
  it('is the first of the entitlements that would have done', () => {
    expect(lacking(state, { seat: 'ghost' }, ['chair', 'secretariat'])).toEqual({
      code: 'not-entitled',
      needs: 'chair',
    })
    expect(lacking(state, { seat: 'joint-desk' }, ['chair', 'secretariat'])).toBeUndefined()
  })
})
