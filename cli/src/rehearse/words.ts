import { activeAt, headOf, type Meeting } from '@parley/domain/meeting'
import { messagesToRead } from '@parley/domain/meeting/messages'
import { currentItem, SPEAKING_ROLES } from '@parley/domain/meeting/seats'
import type { Speech } from '@parley/domain/meeting/things'
import { nextSpeakers } from '@parley/domain/meeting/speakers'
import { versionKey } from '@parley/domain/release'
import { lookup } from '@parley/domain/words/lookup'
import { isDeletion } from '@parley/domain/text'
import type { DialogueOutline } from '../script/outline.ts'
import type { StepOf } from '../script/script.ts'
import type { Place } from '../script/script-problem.ts'
import { secondsOf } from '../script/time.ts'
import { secretariatFor } from './prepare.ts'
import { allTargets, allVersions } from './resolve.ts'
import type { Sitting } from './sitting.ts'

/*
 * The words of a script that stand for several acts. Each is played by the ordinary acts of the seats concerned, made
 * of how the meeting stands; the first that is refused ends the word. docs/scripts.md says the same for people.
 */

/** The most versions one stance or certificate is taken on at once. */
const TARGETS_AT_ONCE = 200

export const takeItem = async (sitting: Sitting, { take, chair, place }: StepOf<'item'>): Promise<void> => {
  const { meeting } = await sitting.view()
  const seat = chair ?? chairOf(meeting)
  if (meeting.current !== undefined && !(await sitting.must(seat, bare('ConcludeItem'), place))) return
  await sitting.must(seat, { type: 'TakeUpItem', fields: { item: take } }, place)
}

export const speak = async (sitting: Sitting, step: StepOf<'speak'>): Promise<void> => {
  const { by, kind, departure, onBehalfOf, place } = step
  const { meeting } = await sitting.view()
  const waiting = nextSpeakers(meeting).some(
    (one) => one.seat === by && (kind === undefined || one.kind === kind),
  )
  const role = activeAt(meeting, by)?.role
  const asks = role !== undefined && SPEAKING_ROLES.includes(role)
  const asked = kind ?? usualKind(meeting)
  if (!waiting && asks) {
    const behalf = onBehalfOf === undefined ? {} : { onBehalfOf }
    const request = { type: 'RequestFloor', fields: { kind: asked, ...behalf } }
    if (!(await sitting.must(by, request, place))) return
  }
  const named = kind === undefined && (waiting || asks) ? {} : { kind: asked }
  const reason = departure === undefined ? {} : { departure }
  const give = { type: 'GiveFloor', fields: { seat: by, ...named, ...reason } }
  if (!(await sitting.must(step.chair ?? chairOf(meeting), give, place))) return
  await sitting.pace.wait(secondsOf(step.for ?? 0))
  await sitting.must(by, bare('YieldFloor'), place)
}

export const hear = async (
  sitting: Sitting,
  { for: long, most, chair, place }: StepOf<'hear'>,
): Promise<void> => {
  for (let heard = 0; heard < (most ?? Number.MAX_SAFE_INTEGER); heard += 1) {
    const { meeting } = await sitting.view()
    if (nextSpeakers(meeting).length === 0) return
    if (!(await sitting.must(chair ?? chairOf(meeting), bare('GiveFloor'), place))) return
    if (!(await returned(sitting, long, place))) return
  }
}

export const readOut = async (sitting: Sitting, step: StepOf<'read'>): Promise<void> => {
  const { message, departure, place } = step
  for (;;) {
    const { meeting } = await sitting.view()
    if (step.all && messagesToRead(meeting).length === 0) return
    const named = message === undefined ? {} : { message }
    const reason = departure === undefined ? {} : { departure }
    const call = { type: 'CallMessage', fields: { ...named, ...reason } }
    if (!(await sitting.must(step.chair ?? chairOf(meeting), call, place))) return
    if (!(await returned(sitting, step.for, place)) || !step.all) return
  }
}

/** Whoever has the floor keeps it for a time and gives it back. */
const returned = async (
  sitting: Sitting,
  long: number | string | undefined,
  place: Place,
): Promise<boolean> => {
  const { turn } = (await sitting.view()).meeting
  await sitting.pace.wait(secondsOf(long ?? 0))
  return turn !== undefined && sitting.must(turn.seat, bare('YieldFloor'), place)
}

export const agree = async (
  sitting: Sitting,
  { text, level, delegations, place }: StepOf<'agree'>,
): Promise<void> => {
  for (const delegation of await delegationsOf(sitting, delegations)) {
    const view = await sitting.view()
    const head = headOf(view.meeting, delegation)?.seat ?? delegation
    const state = lookup(view.texts.byId, text)
    const taken = await inParts(allTargets(state, view), (targets) =>
      sitting.must(
        head,
        { type: 'TakeStance', fields: { text, level: level ?? 'confirmed', targets } },
        place,
      ),
    )
    if (!taken) return
    if (state === undefined || state.languages.length < 2 || !accepts(level)) continue
    const uncertified = allVersions(state, view).filter(({ block, version }) => {
      const known = state.blocks.get(block)?.versions.get(version)
      return known !== undefined && !isDeletion(known) && !known.certifiedBy.includes(delegation)
    })
    const certified = await inParts(uncertified, (versions) =>
      sitting.must(head, { type: 'CertifyConcordance', fields: { text, versions } }, place),
    )
    if (!certified) return
  }
}

const accepts = (level: string | undefined): boolean => level !== 'object' && level !== 'reserve'

const inParts = async <One>(
  all: readonly One[],
  take: (part: readonly One[]) => Promise<boolean>,
): Promise<boolean> => {
  for (let from = 0; from < all.length; from += TARGETS_AT_ONCE) {
    if (!(await take(all.slice(from, from + TARGETS_AT_ONCE)))) return false
  }
  return true
}

export const adopt = async (sitting: Sitting, { text, chair, place }: StepOf<'adopt'>): Promise<void> => {
  const seat = chair ?? chairOf((await sitting.view()).meeting)
  const put = await sitting.must(seat, { type: 'PutText', fields: { text } }, place)
  if (put) await sitting.must(seat, { type: 'DeclareAdopted', fields: { text } }, place)
}

/** Every head, or those of the delegations named, initials or signs. */
export const lendHands = async (sitting: Sitting, step: StepOf<'initial' | 'sign'>): Promise<void> => {
  const type = step.word === 'sign' ? 'SignText' : 'InitialText'
  for (const delegation of await delegationsOf(sitting, step.delegations)) {
    const head = headOf((await sitting.view()).meeting, delegation)?.seat ?? delegation
    if (!(await sitting.must(head, { type, fields: { text: step.text } }, step.place))) return
  }
}

/** Drafts what is not drafted yet, has every delegation clear it, and publishes, language by language. */
export const publish = async (
  sitting: Sitting,
  step: StepOf<'publish'>,
  dialogue: DialogueOutline,
  lead: string,
): Promise<void> => {
  const { release, place } = step
  const desk = step.by ?? lead
  for (const language of step.languages) {
    const fields = { release, language }
    const key = versionKey(fields)
    if (lookup((await sitting.view()).releases.versions, key) === undefined) {
      if (!(await sitting.must(desk, { type: 'DraftRelease', fields }, place))) return
    }
    for (const delegation of await delegationsOf(sitting, undefined)) {
      const { meeting, releases } = await sitting.view()
      if (lookup(releases.versions, key)?.clearedBy.includes(delegation) === true) continue
      const own = dialogue.secretariats.find(({ party }) => party === delegation)?.seat
      const seat = own ?? headOf(meeting, delegation)?.seat ?? secretariatFor(dialogue, delegation) ?? lead
      if (!(await sitting.must(seat, { type: 'ClearRelease', fields }, place))) return
    }
    const embargo = step.embargoUntil === undefined ? {} : { embargoUntil: step.embargoUntil }
    if (!(await sitting.must(desk, { type: 'PublishRelease', fields: { ...fields, ...embargo } }, place)))
      return
  }
}

const delegationsOf = async (
  sitting: Sitting,
  named: readonly string[] | undefined,
): Promise<readonly string[]> => named ?? (await sitting.view()).meeting.delegations.map(({ id }) => id)

/** The first in the chair who is still there. */
const chairOf = (meeting: Meeting): string =>
  meeting.chair.find((seat) => activeAt(meeting, seat) !== undefined) ?? meeting.chair[0] ?? ''

const usualKind = (meeting: Meeting): Speech => {
  switch (currentItem(meeting)?.item.kind) {
    case 'remarks':
      return 'remarks'
    case 'exchange':
      return 'exchange'
    case 'topic':
    case 'text':
    case 'adoption':
    case 'signature':
    case 'messages':
    case 'break':
    case undefined:
      return 'statement'
  }
}

const bare = (type: string) => ({ type, fields: {} })
