import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseFounding } from './parse-founding.ts'

const textOf = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')
const OWN = textOf('examples/founding/two-sides.yaml')

describe('a dialogue to be founded', () => {
  test('needs no meetings, and has a secretariat for each side in the example', () => {
    const parsed = parseFounding(OWN)
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
    expect(parsed.dialogue.secretariats.map(({ party }) => party)).toEqual(
      parsed.dialogue.parties.map(({ id }) => id),
    )
  })

  test('is taken from a whole script too, whose meetings are left alone', () => {
    const script = textOf('examples/demo-two-delegations.yaml')
    expect(parseFounding(script)).toMatchObject({ ok: true, dialogue: { id: 'heron-basin' } })
  })

  test.each([
    ['zone: Asia/Shanghai', 'zone: Asia/Nowhere', 'no time zone “Asia/Nowhere”'],
    ['party: lakeside', 'party: seaside', 'no party “seaside”'],
    ['rules: bilateral/1', 'rules: bilateral/9', 'no rule pack “bilateral/9”'],
    ['languages: [zh, ru]', 'langauges: [zh, ru]', '“langauges” is not known here'],
  ])('with %s turned into %s is refused at its line', (right, mistake, complaint) => {
    const parsed = parseFounding(OWN.replace(right, mistake))
    const line = OWN.slice(0, OWN.indexOf(right)).split('\n').length
    expect(parsed).toMatchObject({ ok: false })
    const problems = parsed.ok ? [] : parsed.problems
    expect(problems.find((one) => one.line === line)?.expected).toContain(complaint)
  })
})
