import { RULE_PACKS } from '@parley/domain/rules'
import type { Checker } from './checker.ts'
import type { ScriptOutline } from './outline.ts'
import { RESERVED } from './steps.ts'
import { OPERATOR } from './names.ts'
import { isTimeZone } from './time.ts'

/** What the dialogue's outline says about itself: names once, parties and rules that exist. */
export const checkDialogue = (script: ScriptOutline, checker: Checker): void => {
  const { parties, secretariats, rules } = script.dialogue
  const path = ['dialogue'] as const
  const partyIds = parties.map(({ id }) => id)
  checker.once(partyIds, (index) => [...path, 'parties', index, 'id'], 'party')
  checker.once(
    secretariats.map(({ seat }) => seat),
    (index) => [...path, 'secretariats', index, 'seat'],
    'seat',
  )
  for (const [index, { zone }] of parties.entries()) {
    if (!isTimeZone(zone)) {
      checker.tell(
        [...path, 'parties', index, 'zone'],
        `no time zone “${zone}”; expected one such as Asia/Shanghai`,
      )
    }
  }
  for (const [index, { seat, party }] of secretariats.entries()) {
    checkSeatName(seat, [...path, 'secretariats', index, 'seat'], checker)
    if (party !== undefined) {
      checker.known('party', party, new Set(partyIds), [...path, 'secretariats', index, 'party'])
    }
  }
  checkRules(rules, [...path, 'rules'], checker)
  checker.once(
    script.meetings.map(({ id }) => id),
    (index) => ['meetings', index, 'id'],
    'meeting',
  )
  const numbers = script.meetings.map(({ number }, index) =>
    number === undefined ? `#${index}` : String(number),
  )
  checker.once(numbers, (index) => ['meetings', index, 'number'], 'number')
}

export const checkSeatName = (seat: string, path: readonly PropertyKey[], checker: Checker): void => {
  if (RESERVED.has(seat) || seat === OPERATOR) {
    checker.tell(path, `expected another name for the seat; “${seat}” is a word of the script`)
  }
}

export const checkRules = (
  rules: string | undefined,
  path: readonly PropertyKey[],
  checker: Checker,
): void => {
  if (rules !== undefined) checker.known('rule pack', rules, new Set(RULE_PACKS.map(({ id }) => id)), path)
}
