import { bilateral } from './bilateral.ts'
import type { RulePack } from './rule-pack.ts'
import { unFamily } from './un-family.ts'

export type { ProceduralMotion, RulePack, RuleSource, SpeechKind } from './rule-pack.ts'

/** Every rule pack there is. A pack once shipped stays for ever: records replay under the rules they were made under. */
export const RULE_PACKS: readonly RulePack[] = [bilateral, unFamily]

export const rulePack = (id: string): RulePack | undefined => RULE_PACKS.find((pack) => pack.id === id)
