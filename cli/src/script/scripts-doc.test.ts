import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { AgendaItem, MessageForm, MotionKind, Role } from '@parley/domain/meeting/things'
import { Mode } from '@parley/domain/meeting/convening'
import { RULE_PACKS } from '@parley/domain/rules'
import { AttachedKind, Attribution, BlockKind, Intent, StanceLevel } from '@parley/domain/text/things'
import { complaints } from './given-script.ts'
import { parseScript } from './parse-script.ts'
import { STEP_WORDS } from './steps.ts'

const page = readFileSync(new URL('../../../docs/scripts.md', import.meta.url), 'utf8')
const script = /```yaml\n(parley: 1\n[\s\S]*?)```/.exec(page)?.[1] ?? ''
const [preparation = ''] = script.split(/(?<=\n    steps:\n)/)
const recipes = [...page.matchAll(/<!-- steps -->\n```yaml\n([\s\S]*?)```/g)].map(([, steps = '']) => steps)

describe('docs/scripts.md', () => {
  test('has a whole script, with steps to be put in the place of its own', () => {
    expect(complaints(parseScript(script))).toEqual([])
    expect(preparation).toMatch(/steps:\n$/)
    expect(recipes.length).toBeGreaterThanOrEqual(4)
  })

  test.each(recipes)('the steps of a recipe go with that script:\n%s', (steps) => {
    const instead = steps.replaceAll(/^(?=.)/gm, '      ')
    expect(complaints(parseScript(`${preparation}${instead}`))).toEqual([])
  })

  test.each([
    ...AgendaItem.options.map(({ shape }) => shape.kind.value),
    ...Object.keys(STEP_WORDS),
    ...Role.options,
    ...Mode.options,
    ...MessageForm.options,
    ...MotionKind.options,
    ...BlockKind.options,
    ...Intent.options,
    ...Attribution.options,
    ...StanceLevel.options,
    ...AttachedKind.options,
    ...RULE_PACKS.map(({ id }) => id),
  ])('names %s', (word) => {
    expect(page).toMatch(new RegExp(`\`${word}[\`:]`))
  })
})
