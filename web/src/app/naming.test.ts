import { prepared } from '@parley/domain/meeting/fictional-meeting'
import { evolveProceedings, initialProceedings } from '@parley/domain/proceedings'
import { refusalText } from '@parley/messages/problem-text'
import { describe, expect, it } from 'vitest'
import { namingIn } from './naming.ts'

const proceedings = prepared().reduce(
  (state, event, seq) => evolveProceedings(state, { seq, at: seq, by: { operator: true }, event }),
  initialProceedings,
)
const naming = namingIn(proceedings, 'ru')

describe('a name in a refusal', () => {
  it('is what the meeting calls the thing', () => {
    expect(naming('delegation', 'north')).toBe('The north party')
    expect(naming('seat', 'north-head')).toBe('north-head')
    expect(naming('seat', 'joint-desk')).toBe('joint desk')
    expect(naming('item', 'topic')).toBe('Item')
  })

  it('is left to the identifier where the meeting knows none', () => {
    expect(naming('seat', 'constructor')).toBeUndefined()
    expect(naming('text', 'nothing')).toBeUndefined()
    expect(naming('weather', 'rain')).toBeUndefined()
  })

  it('makes the sentence a person reads', () => {
    expect(refusalText('en', { code: 'floor-taken', by: 'joint-desk' }, naming)).toContain('joint desk')
  })
})
