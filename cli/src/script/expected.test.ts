import { describe, expect, test } from 'vitest'
import { complaints, given, givenInstead } from './given-script.ts'

const agenda = (item: string): string => complaints(given(`    agenda: [{ ${item} }]`)).join('\n')

describe('what was expected is said as a writer of scripts would say it', () => {
  test.each([
    ['a bare title', 'id: a, kind: topic, title: Budget', 'expected a wording per language', '“Budget”'],
    ['no title', 'id: a, kind: topic', 'expected “title”: a wording per language such as { en: … }', ''],
    ['a year for a title', 'id: a, kind: topic, title: { en: 2031 }', 'found 2031', '(quotes make it text)'],
    ['yes for a title', 'id: a, kind: topic, title: { en: true }', 'found true', '(quotes make it text)'],
    ['a kind misspelt', 'id: a, kind: topc, title: { en: A }', 'one of messages', 'did you mean “topic”?'],
    ['no kind', 'id: a, title: { en: A }', 'expected “kind”: one of messages, topic', ''],
  ])('%s', (_, item, ...parts) => {
    const said = agenda(item)
    for (const part of parts) expect(said).toContain(part)
    expect(said.split('\n')).toHaveLength(1)
  })

  test('quotes are advised only where text is wanted', () => {
    const said = complaints(givenInstead('parley: 1', 'parley: 2'))
    expect(said).toEqual(['script.yaml:1:9: expected 1, found 2'])
  })
})
