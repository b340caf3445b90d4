import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lookup } from '../words/lookup.ts'
import { ProceedingsEvent } from '../proceedings/events.ts'
import { evolveProceedings, initialProceedings, proceedingsDecider } from '../proceedings/index.ts'
import type { Recorded } from '../decider.ts'
import { opened, START } from '../meeting/fictional-meeting.ts'
import { isAccepting } from './acceptance.ts'
import {
  bodyOf,
  certifies,
  does,
  newestIn,
  rootIn,
  standingIn,
  tabling,
  takes,
  TEXT,
  textIn,
  textOpened,
  wording,
} from './fictional-text.ts'
import { given } from '../given.ts'
import type { StanceLevel, Target } from './things.ts'
import { orderHash, versionHash } from './version.ts'
import { blocks, obstacles } from './views/standing.ts'

/* Random negotiations: mostly sensible acts by random seats, chosen from what stands, refused or not. */

const PARTIES = ['north', 'south', 'west']
const NAMES = ['one', 'two', 'three']
const WORDINGS = ['peace', 'trade', 'sport']
const LEVELS: readonly StanceLevel[] = ['object', 'reserve', 'can-live', 'ad-referendum', 'confirmed']

type Step =
  | {
      readonly act: 'table'
      readonly party: number
      readonly block: string
      readonly text: string
      readonly deletes: boolean
    }
  | { readonly act: 'join' | 'withdraw'; readonly party: number; readonly proposal: number }
  | { readonly act: 'stance'; readonly party: number; readonly level: StanceLevel; readonly pick: number }
  | { readonly act: 'all' | 'order' | 'arrange' | 'certify' | 'object' | 'unobject'; readonly party: number }
  | { readonly act: 'put' | 'back' | 'declare' }

const party = fc.nat({ max: PARTIES.length - 1 })
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    act: fc.constant('table' as const),
    party,
    block: fc.constantFrom(...NAMES),
    text: fc.constantFrom(...WORDINGS),
    deletes: fc.boolean(),
  }),
  fc.record({
    act: fc.constantFrom('join' as const, 'withdraw' as const),
    party,
    proposal: fc.nat({ max: 9 }),
  }),
  fc.record({
    act: fc.constant('stance' as const),
    party,
    level: fc.constantFrom(...LEVELS),
    pick: fc.nat({ max: 20 }),
  }),
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constantFrom(
        'all' as const,
        'order' as const,
        'arrange' as const,
        'certify' as const,
        'object' as const,
        'unobject' as const,
      ),
      party,
    }),
  },
  fc.record({ act: fc.constantFrom('put' as const, 'back' as const, 'declare' as const) }),
)
const steps = fc.array(step, { minLength: 1, maxLength: 60 })

type Told = ReturnType<typeof start>
const FACTS: readonly ProceedingsEvent[] = [...opened('bilateral/1', PARTIES), textOpened]
const takesUp = does('officer', { type: 'TakeUpItem', item: 'adoption' })
const beforeItem = given(proceedingsDecider, ...FACTS)
const decision = beforeItem.when(takesUp).decision
const takenUp = decision.ok ? decision.events : []
const start = () => beforeItem.after(takesUp)

const standing = (told: Told): readonly Extract<Target, { block: string }>[] =>
  textIn(told).order.flatMap((block) => standingIn(told, block).map((version) => ({ block, version })))
/** The newest version of every block: what a delegation accepts that accepts everything. */
const newest = (told: Told): readonly Extract<Target, { block: string }>[] =>
  textIn(told).order.map((block) => ({ block, version: newestIn(told, block) }))

const actOf = (told: Told, one: Step, index: number): Parameters<Told['when']>[0] | undefined => {
  const text = textIn(told)
  const seat = 'party' in one ? `${PARTIES[one.party] ?? 'north'}-head` : 'officer'
  switch (one.act) {
    case 'table': {
      const stands = text.order.includes(one.block)
      const intent = stands ? (one.deletes ? 'delete' : 'edit') : 'new'
      const body = intent === 'delete' ? {} : wording(one.text)
      return does(seat, tabling(`p${index}`, one.block, one.text, { intent, body }))
    }
    case 'join':
      return does(seat, { type: 'JoinProposal', text: TEXT, proposal: `p${one.proposal}` })
    case 'withdraw':
      return does(seat, { type: 'WithdrawProposal', text: TEXT, proposal: `p${one.proposal}` })
    case 'stance': {
      const targets = standing(told)
      const target = targets[one.pick % Math.max(1, targets.length)]
      return target === undefined ? undefined : does(seat, takes(one.level, target))
    }
    case 'all': {
      const targets = newest(told)
      return targets.length === 0 ? undefined : does(seat, takes('can-live', ...targets))
    }
    case 'order':
      return does(seat, takes('can-live', { order: orderHash(text.order) }))
    case 'arrange':
      if (text.order.length === 0) return undefined
      return does(seat, { type: 'ArrangeBlocks', text: TEXT, order: text.order.toReversed() })
    case 'certify': {
      const targets = newest(told)
      return targets.length === 0 ? undefined : does(seat, certifies(...targets))
    }
    case 'object':
      return does(seat, { type: 'ObjectToText', text: TEXT, root: rootIn(told) })
    case 'unobject':
      return does(seat, { type: 'WithdrawObjection', text: TEXT })
    case 'put':
      return does(seat, { type: 'PutText', text: TEXT, root: rootIn(told) })
    case 'back':
      return does(seat, { type: 'TakeTextBack', text: TEXT })
    case 'declare':
      return does(seat, { type: 'DeclareAdopted', text: TEXT, root: text.put?.root ?? '0'.repeat(64) })
  }
}

/** Plays the steps; `watch` sees the situation before every act that was allowed, and what it led to. */
const play = (
  all: readonly Step[],
  watch: (before: Told, events: readonly ProceedingsEvent[], after: Told) => void = () => undefined,
): { readonly told: Told; readonly events: readonly ProceedingsEvent[] } => {
  let told = start()
  const recorded: ProceedingsEvent[] = []
  for (const [index, one] of all.entries()) {
    const act = actOf(told, one, index)
    const decision = act === undefined ? undefined : told.when(act).decision
    if (act !== undefined && decision?.ok === true) {
      const after = told.after(act)
      watch(told, decision.events, after)
      recorded.push(...decision.events)
      told = after
    }
  }
  return { told, events: recorded }
}

/** Everybody accepts and certifies everything, and the chair puts it. */
const CONCLUSION: readonly Step[] = [
  ...PARTIES.flatMap((_, index): readonly Step[] => [
    { act: 'all', party: index },
    { act: 'order', party: index },
    { act: 'certify', party: index },
  ]),
  { act: 'put' },
]
/** What may happen between putting and declaring. */
const meanwhile = fc.array(
  fc.record({ act: fc.constantFrom('object' as const, 'unobject' as const), party }),
  { maxLength: 3 },
)

describe('no negotiation, whatever its acts,', () => {
  it('adopts a text over an obstacle or a standing objection', () => {
    let adoptions = 0
    fc.assert(
      fc.property(steps, meanwhile, (all, between) => {
        play([...all, ...CONCLUSION, ...between, { act: 'declare' }], (before, [first], after) => {
          if (first?.type !== 'TextAdopted') return
          adoptions += 1
          expect(textIn(before).put?.objections).toEqual([])
          expect(obstacles(textIn(before), before.state.meeting)).toEqual([])
          expect(first.root).toBe(rootIn(before))
          const { adopted } = textIn(after)
          expect(adopted?.blocks.length).toBe(first.blocks)
          for (const { kind, body, version } of adopted?.blocks ?? []) {
            expect(versionHash(kind, body)).toBe(version)
          }
        })
      }),
    )
    expect(adoptions).toBeGreaterThan(0)
  })

  it('brings a withdrawn proposal back', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const withdrawn = new Set<string>()
        play(all, (_before, _events, after) => {
          for (const { proposal, withdrawn: gone } of textIn(after).proposals.values()) {
            expect(gone || !withdrawn.has(proposal)).toBe(true)
            if (gone) withdrawn.add(proposal)
          }
        })
      }),
    )
  })

  it('lets a delegation accept two versions of one block', () => {
    fc.assert(
      fc.property(steps, (all) => {
        play(all, (_before, _events, after) => {
          for (const { versions, accepted } of textIn(after).blocks.values()) {
            for (const delegation of PARTIES) {
              const accepting = versions
                .values()
                .filter(({ stances }) => isAccepting(lookup(stances, delegation)))
                .map(({ version }) => version)
              expect(accepting).toEqual(accepting.slice(0, 1))
              expect(lookup(accepted, delegation)).toBe(accepting[0])
            }
          }
        })
      }),
    )
  })

  it('counts a stance for anything but the exact version it was taken on', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const taken = new Map<string, StanceLevel>()
        const { told } = play(all, (_before, events) => {
          for (const event of events) {
            if (event.type !== 'StanceTaken') continue
            for (const target of event.targets) {
              if ('block' in target) {
                taken.set(`${event.delegation} ${target.block} ${target.version}`, event.level)
              }
            }
          }
        })
        for (const { block, versions } of textIn(told).blocks.values()) {
          for (const { version, stances } of versions.values()) {
            for (const [delegation, level] of Object.entries(stances)) {
              expect(taken.get(`${delegation} ${block} ${version}`)).toBe(level)
            }
          }
        }
      }),
    )
  })

  it('has a block in the order without a standing version, or a standing version outside it', () => {
    fc.assert(
      fc.property(steps, (all) => {
        play(all, (_before, _events, after) => {
          const text = textIn(after)
          expect(new Set(text.order).size).toBe(text.order.length)
          const withVersion = text.blocks.values().filter((block) => block.standing.size > 0)
          expect(new Set(text.order)).toEqual(new Set(withVersion.map(({ block }) => block)))
          for (const { versions, standing } of text.blocks.values()) {
            const put = versions.values().filter(({ proposals }) => proposals.length > 0)
            expect(new Set([...standing].map(([hash]) => hash))).toEqual(
              new Set(put.map(({ version }) => version)),
            )
          }
        })
      }),
    )
  })

  it('is anything but the fold of its log', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const { told, events } = play([...all, ...CONCLUSION, { act: 'declare' }])
        const log = [...FACTS, ...takenUp, ...events]
        const folded = log
          .map((event, seq): Recorded<ProceedingsEvent> => {
            const at = seq < FACTS.length ? seq + 1 : START + 1000
            return { seq, at, by: { seat: 'anybody' }, event: ProceedingsEvent.parse(event) }
          })
          .reduce(evolveProceedings, initialProceedings)
        expect(folded.texts).toEqual(told.state.texts)
        expect(folded.size).toBe(log.length)
      }),
    )
  })
})

const actsOf = (seat: string, own: readonly { level: StanceLevel; block: string; text: string }[]) =>
  own.map(({ level, block, text }) =>
    does(seat, takes(level, { block, version: versionHash('paragraph', bodyOf(wording(text))) })),
  )

describe('the agreed wording', () => {
  /** Three blocks of two versions each, and one stance of every delegation on each. */
  const table = NAMES.flatMap((name) =>
    ['peace', 'trade'].map((text, index) =>
      does('north-head', tabling(`${name}${index}`, name, text, index === 0 ? {} : { intent: 'edit' })),
    ),
  )
  const stances = fc.array(
    fc.record({
      level: fc.constantFrom<StanceLevel>('confirmed', 'can-live', 'ad-referendum', 'object'),
      block: fc.constantFrom(...NAMES),
      text: fc.constantFrom('peace', 'trade'),
    }),
    { maxLength: 6 },
  )
  it('does not depend on which delegation spoke first', () => {
    let agreements = 0
    fc.assert(
      fc.property(fc.tuple(stances, stances, stances), fc.nat({ max: 5 }), (own, permutation) => {
        const sides = PARTIES.map((name, index) => actsOf(`${name}-head`, own[index] ?? []))
        const told = start().after(...table)
        const agreed = (order: readonly number[]) => {
          const after = told.after(...order.flatMap((index) => sides[index] ?? []))
          return blocks(textIn(after), after.state.meeting).map((block) => block.agreed?.version)
        }
        const orders = [
          [0, 1, 2],
          [0, 2, 1],
          [1, 0, 2],
          [1, 2, 0],
          [2, 0, 1],
          [2, 1, 0],
        ]
        const expected = agreed([0, 1, 2])
        agreements += expected.filter((version) => version !== undefined).length
        expect(agreed(orders[permutation] ?? [])).toEqual(expected)
      }),
    )
    expect(agreements).toBeGreaterThan(0)
  })
})
