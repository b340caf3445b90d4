import { describe, expect, test } from 'vitest'
import { complaints, FIRST_LINE, given, givenInstead } from './given-script.ts'

/** What is said against a script with this step, a line each; the step stands on the line after `steps:`. */
const complaint = (step: string): string => complaints(given('    steps:', `      - ${step}`)).join('\n')
const AT = `script.yaml:${FIRST_LINE + 1}`

describe('a refusal in a script', () => {
  test.each(['list-closed', 'stale', 'not-signed-in', 'malformed', 'act-id-reused'])(
    'may have the code %s',
    (code) => {
      expect(complaint(`refused: { code: ${code}, chair: CloseList }`)).toBe('')
    },
  )

  test('must have a code that something has', () => {
    const said = complaint('refused: { code: list-closd, chair: CloseList }')
    expect(said).toContain(`${AT}:26: no code “list-closd”`)
    expect(said).toContain('did you mean “list-closed”?')
  })

  test('needs somebody who is refused', () => {
    expect(complaint('refused: { code: list-closed }')).toContain('expected a seat and its command')
    expect(complaint('refused:')).toContain('expected the code, and the seat with its command')
  })
})

/** As many commands of one seat. */
const many = (count: number): string =>
  `chair: [${Array.from({ length: count }, () => 'CloseList').join(', ')}]`

describe('the acts of a seat', () => {
  test('are at least one, and at most 200 at once', () => {
    expect(complaint('chair: []')).toBe(`${AT}:16: expected 1 to 200 commands in the list`)
    expect(complaint(many(200))).toBe('')
    expect(complaint(many(201))).toContain('expected 1 to 200 commands')
  })
})

/** What is said against these steps where nobody is in the chair. */
const nobody = (...lines: readonly string[]): string =>
  complaints(givenInstead('    chair: [chair]\n', '', '    steps:', ...lines)).join('\n')

describe('what the chair begins', () => {
  test.each(['hear: all', 'read: all', 'speak: north-head', 'adopt: { text: a }'])(
    '%s needs somebody in the chair',
    (step) => {
      expect(nobody(`      - ${step}`)).toContain(`:${FIRST_LINE}:`)
      expect(nobody(`      - ${step}`)).toContain('expected “chair” in the meeting')
    },
  )

  test('is begun by whoever the step names, or a step appoints', () => {
    expect(nobody('      - hear: { chair: chair }')).toBe('')
    const appointed = '      - north-desk: { AppointChair: { seats: [chair] } }'
    expect(nobody(appointed, '      - hear: all')).toBe('')
  })
})
