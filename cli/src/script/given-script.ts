import { parseScript, type ParsedScript } from './parse-script.ts'
import { problemLine } from './script-problem.ts'

/*
 * A small script for tests: two fictional delegations, one meeting. `given` puts further lines into the meeting, each
 * indented as written.
 */

export const BASE = `parley: 1
dialogue:
  id: river-forum
  name: { en: River Forum, ru: Речной форум }
  languages: [en, ru]
  parties:
    - { id: north, name: { en: North }, city: { en: Northtown }, zone: Europe/Oslo, language: en }
    - { id: south, name: { en: South }, city: { en: Southtown }, zone: Europe/Moscow, language: ru }
  secretariats:
    - { seat: north-desk, party: north, name: { en: North secretariat } }
    - { seat: south-desk, party: south, name: { en: South secretariat } }
meetings:
  - id: first
    theme: { en: The bridge }
    starts: 2031-05-14T09:00+02:00
    people:
      - { seat: north-head, delegation: north, role: head, name: { en: Head of North } }
      - { seat: south-head, delegation: south, role: head, name: { en: Head of South } }
      - { seat: chair, role: officer, name: { en: Presiding officer } }
    chair: [chair]
`

/** Lines of the base, so that a test can say on which line its own begin. */
export const FIRST_LINE = BASE.split('\n').length

export const given = (...lines: readonly string[]): ParsedScript =>
  parseScript(`${BASE}${lines.join('\n')}\n`)

/** As `given`, with words of the base replaced. */
export const givenInstead = (
  find: string,
  replacement: string,
  ...lines: readonly string[]
): ParsedScript => {
  if (!BASE.includes(find)) throw new Error(`the base does not say “${find}”`)
  return parseScript(`${BASE.replace(find, replacement)}${lines.join('\n')}\n`)
}

/** What a script was refused for, a line each; nothing for one that was understood. */
export const complaints = (parsed: ParsedScript): readonly string[] =>
  parsed.ok ? [] : parsed.problems.map((problem) => problemLine('script.yaml', problem))
