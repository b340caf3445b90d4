import type { DelegationFact, ReleaseFacts } from '@parley/domain/release/facts'

/**
 * In which order a language version names the sides: the side whose language it is comes first, so that each side
 * reads itself first in its own language; where that is no side's language, or the host's, the host comes first. The
 * others follow in the order of the alternat. Where several sides share the language, the host goes before the rest.
 */
export const orderOfSides = (facts: ReleaseFacts, language: string): readonly DelegationFact[] => {
  const own = facts.delegations.filter((one) => samePrimary(one.language, language))
  const leading = [...own, ...facts.delegations].find(
    (one) => one.id === facts.host && (own.length === 0 || own.includes(one)),
  )
  const first = leading ?? own[0]
  if (first === undefined) return facts.delegations
  return [first, ...facts.delegations.filter((one) => one !== first)]
}

const samePrimary = (one: string, other: string): boolean => one.split('-')[0] === other.split('-')[0]
