import { readdirSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BASE, complaints, FIRST_LINE, given, givenInstead } from './given-script.ts'
import { parseScript } from './parse-script.ts'

const EXAMPLES = new URL('../../../examples/', import.meta.url)
const AT = `script.yaml:${FIRST_LINE}`

/** Everything said against a script, a line each. */
const complaint = (...lines: readonly string[]): string => complaints(given(...lines)).join('\n')

/** A second meeting of the script, begun by these lines. */
const second = (...lines: readonly string[]): readonly string[] => [
  '  - id: second',
  '    starts: now',
  ...lines,
]

describe('a script that is right', () => {
  test.each(readdirSync(EXAMPLES).filter((name) => name.endsWith('.yaml')))(
    'the example %s is understood',
    (file) => {
      expect(complaints(parseScript(readFileSync(new URL(file, EXAMPLES), 'utf8')))).toEqual([])
    },
  )

  test('steps have one form, however they are written', () => {
    const parsed = given(
      '    steps:',
      '      - chair: OpenMeeting',
      '      - chair: [CloseList, { TakeUpItem: { item: a } }]',
      '        seen: 4',
      '      - wait: 1m30s',
      '      - refused: { code: list-closed, details: { next: chair }, north-head: { RequestFloor: { kind: reply } } }',
      '    agenda: [{ id: a, kind: break, title: { en: A } }]',
    )
    expect(parsed.ok && parsed.script.meetings[0]?.steps).toMatchObject([
      { word: 'act', seat: 'chair', command: { type: 'OpenMeeting', fields: {} } },
      { word: 'act', seat: 'chair', command: { type: 'CloseList' }, seen: 4 },
      { word: 'act', seat: 'chair', command: { type: 'TakeUpItem', fields: { item: 'a' } }, seen: 4 },
      { word: 'wait', seconds: 90 },
      {
        word: 'refused',
        seat: 'north-head',
        code: 'list-closed',
        details: { next: 'chair' },
        command: { type: 'RequestFloor', fields: { kind: 'reply' } },
      },
    ])
  })

  test('a meeting may be convened by a step of its own', () => {
    const parsed = givenInstead(
      '    theme: { en: The bridge }\n    starts: 2031-05-14T09:00+02:00\n',
      '',
      '    steps:',
      '      - north-desk: { ConveneMeeting: { meeting: first, theme: { en: T }, mode: video, startsAt: now } }',
    )
    expect(complaints(parsed)).toEqual([])
  })

  test('someone accredited by a step can act', () => {
    const lines = [
      '    steps:',
      '      - north-desk: { AccreditPerson: { seat: late, delegation: north, role: delegate, person: { name: { en: L } } } }',
      '      - late: { RequestFloor: { kind: statement } }',
    ]
    expect(complaint(...lines)).toBe('')
  })
})

describe('a script that is wrong is refused at the place', () => {
  test.each([
    ['- chair: OpenMeting', 10, 'no command “OpenMeting”', 'did you mean “OpenMeeting”?'],
    ['- chiar: OpenMeeting', 3, 'no seat “chiar”', 'did you mean “chair”?'],
    ['- spek: chair', 3, 'no seat “spek”', 'did you mean “speak”?'],
    ['- chair: TakeUpItem', 10, 'expected the fields of TakeUpItem', 'item'],
    ['- chair: { TakeUpItem: { item: nowhere } }', 32, 'no item “nowhere”', 'there are none'],
    ['- chair: { GiveFloor: { kind: speech } }', 31, 'expected one of message, statement', ''],
    ['- chair: { GiveFloor: { kid: reply } }', 25, '“kid” is not known here', 'did you mean “kind”?'],
    ['- chair: 5', 10, 'expected a command, found 5', ''],
    ['- OpenMeeting', 3, 'expected a step such as “seat: Command”', '“OpenMeeting”'],
    ['- { chair: OpenMeeting, wait: 1m }', 5, 'expected “wait” alone', ''],
    ['- { chair: OpenMeeting, north-head: YieldFloor }', 25, 'expected one seat in a step', ''],
    ['- wait: soon', 9, 'expected a length of time', ''],
    ['- refused: { code: list-closed }', 12, 'expected a seat and its command', ''],
    ['- refused: { chair: OpenMeeting }', 12, 'expected “code”', ''],
    ['- speak: { by: nobody }', 16, 'no seat “nobody”', ''],
    ['- agree: peace', 10, 'no text “peace”', 'there are none'],
    ['- expect: { phase: over }', 20, 'expected one of convened, open, suspended, adjourned', ''],
    ['- chair: { PutText: { text: t, root: abc } }', 38, 'expected a hash', ''],
    ['- [chair, OpenMeeting]', 3, 'expected a step', 'a list'],
  ])('step %s: column %i, %s', (step, column, beginning, ending) => {
    const found = complaint('    steps:', `      ${step}`)
    expect(found).toContain(`script.yaml:${FIRST_LINE + 1}:${column + 6}: ${beginning}`)
    expect(found).toContain(ending)
  })

  test.each([
    ['    agenda: [{ id: a, kind: topc, title: { en: A } }]', `${AT}:29: expected one of messages, topic`],
    ['    agenda: [{ id: 5, kind: topic, title: { en: A } }]', `${AT}:20: expected text, found 5`],
    ['    agenda: [{ id: a, kind: topic, title: {} }]', `${AT}:43: expected at least one language`],
    ['    agenda: [{ id: a, kind: topic, title: { en: A, en_GB: B } }]', 'expected a language tag'],
    [
      '    agenda: [{ id: a, kind: topic, title: { en: Bread, butter } }]',
      'a wording with a comma needs quotes',
    ],
    ['    agenda: [{ id: a, kind: topic, title: { en: A }, speakers: [nobody] }]', 'no seat “nobody”'],
    [
      '    messages: [{ id: m, form: letter, from: { name: { en: A } }, delegation: east, reader: chair }]',
      'no delegation “east”',
    ],
    ['    texts: [{ id: t, title: { en: T } }]', 'expected the title in “ru” too'],
    ['    texts: [{ id: t, languages: [zh], title: { zh: T } }]', '“zh” is no language of the meeting'],
    ['    rules: tribal/1', 'no rule pack “tribal/1”'],
    ['    host: east', 'no party “east”'],
    ['    color: red', '“color” is not known here'],
    ['    steps: none', 'expected a list, found “none”'],
  ])('%s', (line, expected) => {
    expect(complaint(line)).toContain(expected)
  })

  test.each([
    ['parley: 1', 'parley: 2', 'script.yaml:1:9: expected 1'],
    ['zone: Europe/Oslo', 'zone: Europe/Oz', 'no time zone “Europe/Oz”'],
    ['party: south', 'party: suoth', 'did you mean “south”?'],
    ['seat: north-desk', 'seat: south-desk', 'expected each seat once'],
    ['id: south', 'id: north', 'expected each party once'],
    ['starts: 2031-05-14T09:00+02:00', 'starts: 2031-02-30T09:00', 'expected a moment such as'],
    ['starts: 2031-05-14T09:00+02:00', 'start: now', 'did you mean “starts”?'],
    ['seat: chair', 'seat: refused', 'is a word of the script'],
    ['seat: chair', 'seat: operator', 'is a word of the script'],
    ['seat: chair', 'seat: north-desk', 'is a secretariat’s'],
    ['role: officer', 'role: boss', 'expected one of head, alternate'],
    ['role: officer', 'role: observer', 'in the chair, found observer'],
    ['role: officer,', 'role: officer, delegation: north,', 'expected no delegation'],
    ['delegation: south, role: head', 'role: head', 'expected “delegation” for “south-head”'],
    ['delegation: south, role: head', 'delegation: north, role: head', 'expected each head once'],
    ['River Forum', 'River\u202eForum', 'expected no invisible'],
    ['River Forum', 'Rive\u0301r', 'composed Unicode form'],
  ])('%s as %s', (find, replacement, expected) => {
    expect(complaints(givenInstead(find, replacement)).join('\n')).toContain(expected)
  })

  test('everything that is wrong is told at once, in the order of the file', () => {
    const found = complaints(given('    steps:', '      - a: X', '      - b: Y', '      - wait: z'))
    expect(found.map((line) => line.split(':')[1])).toEqual(
      [FIRST_LINE + 1, FIRST_LINE + 2, FIRST_LINE + 3].map(String),
    )
  })

  test('what must be refused may name what there is not, but somebody must try it', () => {
    expect(
      complaint(
        '    steps:',
        '      - refused: { code: item-unknown, chair: { TakeUpItem: { item: nowhere } } }',
      ),
    ).toBe('')
    expect(complaint('    steps:', '      - refused: { code: x, nobody: OpenMeeting }')).toContain(
      'no seat “nobody”',
    )
  })

  test('what is to be refused as malformed may be anything', () => {
    expect(
      complaint('    steps:', '      - refused: { code: malformed, chair: { Dance: { to: [1, 2] } } }'),
    ).toBe('')
  })
})

describe('references between meetings', () => {
  test('a meeting like another takes over its people; a person like another their name and role', () => {
    const parsed = given(
      ...second('    like: first'),
      '  - id: third',
      '    starts: now',
      '    theme: { en: T }',
      '    people: [{ seat: guest, like: second/north-head, role: delegate }]',
    )
    expect(complaints(parsed)).toEqual([])
    const [, two, three] = parsed.ok ? parsed.script.meetings : []
    expect(two?.people.map(({ seat }) => seat)).toEqual(['north-head', 'south-head', 'chair'])
    expect(two?.theme).toEqual({ en: 'The bridge' })
    expect(three?.people).toMatchObject([
      { seat: 'guest', role: 'delegate', delegation: 'north', name: { en: 'Head of North' } },
    ])
  })

  test('a meeting that is like itself in the end is refused with the whole chain', () => {
    const found = complaints(
      given(...second('    like: third'), '  - id: third', '    starts: now', '    like: second'),
    )
    expect(found.join('\n')).toContain('expected no loop of references, found second → third → second')
  })

  test('so is a person', () => {
    const found = complaints(
      given(
        ...second('    theme: { en: T }', '    people: [{ seat: a, like: third/b }]'),
        '  - id: third',
        '    starts: now',
        '    theme: { en: T }',
        '    people: [{ seat: b, like: second/a }]',
      ),
    )
    expect(found.join('\n')).toContain('expected no loop of references, found second/a → third/b → second/a')
  })

  test.each([
    ['    like: zeroth', 'no meeting “zeroth”'],
    ['    like: second', 'found second → second'],
  ])('%s is refused', (line, expected) => {
    expect(complaints(given(...second(line))).join('\n')).toContain(expected)
  })

  test.each([
    ['first/nobody', 'no “nobody” at “first”'],
    ['zeroth/chair', 'no meeting “zeroth”'],
    ['chair', 'expected “meeting/seat”'],
    ['second/a', 'found second/a → second/a'],
  ])('a person like %s is refused', (like, expected) => {
    const people = `    people: [{ seat: a, like: ${like} }]`
    expect(complaints(given(...second('    theme: { en: T }', people))).join('\n')).toContain(expected)
  })
})

test('no damage to a script makes reading it fail otherwise than by refusal', () => {
  const text = `${BASE}    steps: [{ chair: OpenMeeting }, { wait: 1m }, { refused: { code: x, chair: YieldFloor } }]\n`
  const damage = fc.record({
    at: fc.nat({ max: text.length - 1 }),
    cut: fc.nat({ max: 40 }),
    put: fc.string({ maxLength: 8 }),
  })
  const isSettled = ({ at, cut, put }: { at: number; cut: number; put: string }): boolean => {
    const parsed = parseScript(text.slice(0, at) + put + text.slice(at + cut))
    return parsed.ok || parsed.problems.length > 0
  }
  expect(() => fc.assert(fc.property(damage, isSettled), { numRuns: 150 })).not.toThrow()
})
