import { describe, expect, it } from 'vitest'
import { CATALOGUES } from './choose-catalogue.ts'
import { malformationText, obstacleText, problemText, refusalText } from './problem-text.ts'
import type { Naming } from './problem-text.ts'

const naming: Naming = (field, id) =>
  field === 'delegation' ? `Delegation of ${id}` : field === 'by' ? 'the delegate of Norland' : undefined

describe('a refusal in words', () => {
  it('names what it mentions as the reader knows it', () => {
    expect(refusalText('en', { code: 'floor-taken', by: 'n2' }, naming)).toBe(
      'The floor is held by the delegate of Norland.',
    )
  })

  it('mentions the identifier when nobody knows a name', () => {
    expect(refusalText('zh', { code: 'seat-taken', seat: 'n2' })).toBe('席位“n2”已有人就座。')
  })

  it('leaves out a holder it does not know', () => {
    expect(refusalText('ru', { code: 'not-holding-the-floor' })).toBe('Слово сейчас не у вас.')
    expect(refusalText('ru', { code: 'not-holding-the-floor', by: 'n2' })).toBe('Слово сейчас не у вас: n2.')
  })

  it('says standing, kinds, languages and roles in the reader’s words', () => {
    expect(refusalText('zh', { code: 'not-entitled', needs: 'head-or-alternate' })).toBe(
      '此操作须由代表团团长或副代表进行。',
    )
    expect(refusalText('ru', { code: 'motion-pending', kind: 'close-debate' })).toBe(
      'Такое предложение уже внесено: прекратить прения.',
    )
    expect(refusalText('en', { code: 'wrong-item-kind', needs: 'topic' })).toContain(': topic.')
    expect(refusalText('zh', { code: 'language-needed', language: 'ru' })).toBe('缺少俄语表述。')
    expect(refusalText('en', { code: 'role-needs-delegation', role: 'regional' })).toContain('regional guest')
  })

  it('says lengths of time and moments readably', () => {
    expect(refusalText('en', { code: 'silence-too-short', minimumSeconds: 3600 })).toBe(
      'A silence procedure runs for at least 1\u00a0h.',
    )
    expect(refusalText('zh', { code: 'resumption-not-before', until: 1_595_519_280_000 })).toBe(
      '会议最早可于2020年7月23日 15:48 UTC恢复。',
    )
  })

  it('shows the beginning of a hash only', () => {
    expect(refusalText('en', { code: 'wrong-hash', expected: 'ab'.repeat(32) })).toContain('abababab…')
    expect(refusalText('en', { code: 'wrong-hash', expected: 'ab'.repeat(32) })).not.toContain('ababababab')
  })

  it('lists everything that is missing, each in its own sentence', () => {
    const refusal = {
      code: 'meeting-not-ready',
      missing: [
        { code: 'chair-missing' },
        { code: 'wording-missing', of: 'theme', language: 'zh' },
        { code: 'wording-missing', of: 'item', item: 'energy', language: 'ru' },
      ],
    } as const
    expect(refusalText('en', refusal)).toBe(
      'The meeting cannot be opened yet: A chair has yet to be appointed. The theme has no wording in Chinese. ' +
        'The item “energy” has no wording in Russian.',
    )
    expect(refusalText('zh', refusal)).toBe(
      '会议尚不能开幕：尚未任命会议主席。主题缺少中文表述。议程项目“energy”缺少俄语表述。',
    )
  })

  it('lists delegations by their names', () => {
    expect(refusalText('en', { code: 'release-not-cleared', delegations: ['north', 'south'] }, naming)).toBe(
      'The release has yet to be cleared by: Delegation of north and Delegation of south.',
    )
  })

  it('is worded for every obstacle in every language', () => {
    for (const language of CATALOGUES) {
      expect(obstacleText(language, { code: 'language-missing', block: 'b1', language: 'ru' })).toContain(
        'b1',
      )
    }
  })
})

describe('a problem in words', () => {
  it('is the refusal’s sentence when the rules refused', () => {
    expect(problemText('en', { code: 'list-empty', refusal: { code: 'list-empty' } })).toBe(
      'Nobody is on the list of speakers.',
    )
  })

  it('names every malformed place', () => {
    const malformations = [
      { path: 'theme.zh', code: 'text-empty' },
      { path: 'number', code: 'too-small' },
    ]
    expect(problemText('en', { code: 'malformed', malformations })).toBe(
      'The request is not as it should be. theme.zh: The wording is empty. number: This is below the least value allowed.',
    )
    expect(problemText('zh', { code: 'malformed', malformations })).toBe(
      '请求不符合规定格式。theme.zh：文字为空。number：此项低于允许的最小值。',
    )
  })

  it('says when to come back and how far the record is', () => {
    expect(problemText('ru', { code: 'too-many', retryAfterSeconds: 90 })).toBe(
      'Слишком много запросов; повторите через 1\u00a0мин 30\u00a0с.',
    )
    expect(problemText('en', { code: 'stale', size: 12 })).toContain('12 entries')
    expect(problemText('en', { code: 'stale' })).toContain('read it again')
  })

  it('of an unknown code still has words', () => {
    expect(problemText('en', { code: 'from-the-future' })).toBe('The request is not as it should be.')
    expect(malformationText('zh', '', 'from-the-future')).toBe('此项不符合规定格式。')
  })
})
