import { lookup } from '../words/lookup.ts'
import { isAccepting } from './acceptance.ts'
import type { TextEvent } from './events.ts'
import type { Block, TextState, Version } from './state.ts'
import type { StanceLevel } from './things.ts'

type Event<Type extends TextEvent['type']> = Extract<TextEvent, { type: Type }>

/** A delegation's stance on exactly these versions and orders; what it thinks of any other stays as it was. */
export const stanceTaken = (
  text: TextState,
  { delegation, level, targets }: Event<'StanceTaken'>,
): TextState => {
  let { blocks, orderStances } = text
  for (const target of targets) {
    if ('order' in target) {
      orderStances = { ...orderStances, [delegation]: { order: target.order, level } }
    } else {
      const block = blocks.get(target.block)
      if (block !== undefined)
        blocks = blocks.with(target.block, weighed(block, target.version, delegation, level))
    }
  }
  return { ...text, blocks, orderStances }
}

export const concordanceCertified = (
  text: TextState,
  { delegation, versions }: Event<'ConcordanceCertified'>,
): TextState => {
  let { blocks } = text
  for (const { block: id, version: hash } of versions) {
    const block = blocks.get(id)
    const version = block?.versions.get(hash)
    if (block !== undefined && version !== undefined && !version.certifiedBy.includes(delegation)) {
      const certified = { ...version, certifiedBy: [...version.certifiedBy, delegation] }
      blocks = blocks.with(id, { ...block, versions: block.versions.with(hash, certified) })
    }
  }
  return { ...text, blocks }
}

/** Accepting one version of a block takes back the delegation's acceptance of any other; objecting or reserving leaves others alone. */
const weighed = (block: Block, hash: string, delegation: string, level: StanceLevel): Block => {
  const version = block.versions.get(hash)
  if (version === undefined) return block
  const earlier = lookup(block.accepted, delegation)
  const versions = block.versions.with(hash, {
    ...version,
    stances: { ...version.stances, [delegation]: level },
  })
  if (!isAccepting(level)) {
    const accepted = earlier === hash ? without(block.accepted, delegation) : block.accepted
    return { ...block, versions, accepted }
  }
  const left = earlier === undefined || earlier === hash ? undefined : versions.get(earlier)
  return {
    ...block,
    versions: left === undefined ? versions : versions.with(left.version, withoutStance(left, delegation)),
    accepted: { ...block.accepted, [delegation]: hash },
  }
}

const withoutStance = (version: Version, delegation: string): Version => ({
  ...version,
  stances: without(version.stances, delegation),
})

const without = <Value>(
  record: Readonly<Record<string, Value>>,
  key: string,
): Readonly<Record<string, Value>> =>
  Object.fromEntries(Object.entries(record).filter(([known]) => known !== key))
