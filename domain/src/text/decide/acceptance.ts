import { accept, refuse } from '../../decider.ts'
import { secretariatAt, seatOf } from '../../meeting/seats.ts'
import type { Refusal } from '../../refusal.ts'
import type { Command, Decided, Situation } from '../situation.ts'
import { delegationIn, DRAFTING, negotiationClosed, STANDING } from '../situation.ts'
import { exceedsWriting } from '../../words/size.ts'
import type { Version } from '../state.ts'
import type { Target } from '../things.ts'
import { orderHash } from '../version.ts'
import { isDeletion, languagesMissing } from '../views/standing.ts'

/** A delegation says what it thinks of exactly these versions and orders, which must stand now. */
export const takeStance = (situation: Situation, { level, targets }: Command<'TakeStance'>): Decided => {
  const { text, meeting, by } = situation
  const delegation = delegationIn(meeting, by, STANDING)
  if (delegation === undefined) return refuse({ code: 'not-entitled', needs: 'delegation' })
  const refusal = negotiationClosed(situation) ?? notStanding(situation, targets)
  if (refusal !== undefined) return refuse(refusal)
  return accept({ type: 'StanceTaken', text: text.text, delegation, level, targets })
}

/** A side certifies that the languages of these versions say the same; this says nothing about whether it accepts them. */
export const certifyConcordance = (
  situation: Situation,
  { versions }: Command<'CertifyConcordance'>,
): Decided => {
  const { text, meeting, by } = situation
  const delegation = delegationIn(meeting, by, DRAFTING) ?? secretariatAt(meeting, seatOf(by))?.party
  if (delegation === undefined) return refuse({ code: 'not-entitled', needs: 'delegation' })
  const refusal = negotiationClosed(situation) ?? notStanding(situation, versions)
  if (refusal !== undefined) return refuse(refusal)
  const incomplete = versions
    .map((target) => incompleteness(situation, target))
    .find((one) => one !== undefined)
  if (incomplete !== undefined) return refuse(incomplete)
  return accept({ type: 'ConcordanceCertified', text: text.text, delegation, versions })
}

const notStanding = (situation: Situation, targets: readonly Target[]): Refusal | undefined => {
  if (exceedsWriting(targets)) return { code: 'text-too-large' }
  const order = orderHash(situation.text.order)
  for (const target of targets) {
    if ('order' in target) {
      if (target.order !== order) return { code: 'order-stale', order }
    } else if (standingVersion(situation, target) === undefined) {
      return { code: 'version-unknown', version: target.version }
    }
  }
  return undefined
}

const standingVersion = (
  { text }: Situation,
  { block, version }: { readonly block: string; readonly version: string },
): Version | undefined => {
  const known = text.blocks.get(block)
  return known?.standing.has(version) === true ? known.versions.get(version) : undefined
}

const incompleteness = (
  situation: Situation,
  target: { readonly block: string; readonly version: string },
): Refusal | undefined => {
  const version = standingVersion(situation, target)
  if (version === undefined) return { code: 'version-unknown', version: target.version }
  if (isDeletion(version)) return { code: 'body-empty' }
  const [language] = languagesMissing(situation.text, version)
  return language === undefined ? undefined : { code: 'language-needed', language }
}
