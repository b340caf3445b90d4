import { Mode } from '@parley/domain/meeting/convening'
import {
  AppealDecided,
  AppealVoteCast,
  FloorPaused,
  FloorReturned,
  MeetingSuspended,
  MotionDecided,
  PointOfOrderRuled,
} from '@parley/domain/meeting/events'
import { AgendaItem, MessageForm, MotionKind, Role, Speech } from '@parley/domain/meeting/things'
import type { Entitlement } from '@parley/domain/refusal'
import { ReleaseWithdrawn } from '@parley/domain/release/events'
import { TextAdopted } from '@parley/domain/text/events'
import { AttachedKind, BlockKind, Intent, StanceLevel } from '@parley/domain/text/things'
import type { WordingProblem } from '@parley/domain/words/wording'
import { describe, expect, it } from 'vitest'
import { hasKey } from './words.ts'
import type { Key } from './catalogue/en.ts'

const LISTS: Readonly<Record<string, readonly string[]>> = {
  role: Role.options,
  speech: Speech.options,
  motion: MotionKind.options,
  mode: Mode.options,
  stance: StanceLevel.options,
  attached: AttachedKind.options,
  intent: Intent.options,
  'message-form': MessageForm.options,
  'block-kind': BlockKind.options,
  'item-kind': AgendaItem.options.map(({ shape }) => shape.kind.value),
  ruling: PointOfOrderRuled.shape.ruling.options,
  suspension: MeetingSuspended.shape.cause.options,
  pause: FloorPaused.shape.cause.options,
  'turn-ended': FloorReturned.shape.ended.options,
  'appeal-position': AppealVoteCast.shape.position.options,
  'appeal-outcome': AppealDecided.shape.outcome.options,
  'motion-outcome': MotionDecided.shape.outcome.options,
  'adoption-mode': TextAdopted.shape.mode.options,
  'withdrawal-cause': ReleaseWithdrawn.shape.cause.options,
}

describe('the terms of the field', () => {
  it.each(Object.keys(LISTS))('have words for every %s the domain has', (area) => {
    const values = LISTS[area] ?? []
    expect(values.length).toBeGreaterThan(1)
    expect(values.filter((value) => !hasKey(`${area}.${value}`))).toEqual([])
  })

  it('have words for every standing and every problem of a wording', () => {
    expect([STANDING('chair'), WORDING('text-empty')].map(hasKey)).toEqual([true, true])
  })
})

/* Held by the compiler: a code without words would not be a key. */
const STANDING = (needs: Entitlement): Key => `entitlement.${needs}`
const WORDING = (problem: WordingProblem): Key => `malformation.${problem}`
