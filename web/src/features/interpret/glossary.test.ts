import { opened, recorded } from '@parley/domain/meeting/fictional-meeting'
import { meetingDecider } from '@parley/domain/meeting'
import type { MeetingEvent } from '@parley/domain/meeting/events'
import { describe, expect, it } from 'vitest'
import { found, glossaryOf, occurring, type GlossaryEntry } from './glossary.ts'

const people: readonly MeetingEvent[] = [
  {
    type: 'PersonAccredited',
    seat: 'north-second',
    delegation: 'north',
    role: 'adviser',
    person: {
      name: { zh: '林岸', ru: 'Линь Ань' },
      office: { zh: '水文顾问', ru: 'Советник по гидрологии' },
    },
  },
]
const meeting = recorded([...opened(), ...people]).reduce(meetingDecider.evolve, meetingDecider.initial)
const glossary = glossaryOf({ meeting, texts: { byId: {} } })
const russian = (entries: readonly GlossaryEntry[]) => entries.map(({ wording }) => wording['ru'])

describe('the glossary of a meeting', () => {
  it('has everybody’s name and office, as they stand on record', () => {
    expect(russian(found(glossary, 'Линь'))).toContain('Линь Ань')
    expect(russian(found(glossary, '水文'))).toEqual(['Советник по гидрологии'])
  })

  it('has the titles of what the meeting deals with, and each wording once', () => {
    const titles = glossary.filter(({ area }) => area === 'titles').map(({ wording }) => wording['en'])
    expect(titles).toEqual(['The dialogue', 'Theme', 'Item'])
  })

  it('has the words of procedure in every language of the house', () => {
    const terms = glossary.filter(({ area }) => area === 'terms')
    expect(terms.length).toBeGreaterThan(80)
    expect(terms.filter(({ wording }) => Object.keys(wording).length !== 4)).toEqual([])
    expect(russian(found(glossary, 'silence procedure'))).toContain('процедура умолчания')
  })

  it('has no sentence of a screen among its terms', () => {
    expect(glossary.filter(({ wording }) => /[.{]/.test(wording['en'] ?? ''))).toEqual([])
  })
})

const ids = (list: readonly GlossaryEntry[]) => list.map(({ id }) => id)

describe('looking up', () => {
  const entries: readonly GlossaryEntry[] = [
    { id: '1', area: 'names', wording: { zh: '安德烈', ru: 'Андрей Ёлкин', en: 'Andrey Yolkin' } },
    { id: '2', area: 'names', wording: { zh: '许安', ru: 'Сюй Ань' } },
  ]
  it.each([
    ['андрей', ['1']],
    ['yolkin ANDREY', ['1']],
    ['елкин', ['1']],
    ['安', ['1', '2']],
    ['许安 ань', ['2']],
    ['нет такого', []],
    ['  ', ['1', '2']],
  ])('%j finds %j, in whichever language and case', (sought, expected) => {
    expect(ids(found(entries, sought))).toEqual(expected)
  })

  it('takes what is typed as words and not as a pattern', () => {
    expect(ids(found(entries, '.*'))).toEqual([])
  })

  it('names what occurs in a passage of the language interpreted from, and nothing of the other', () => {
    expect(ids(occurring(entries, '请许安先生发言', { from: 'zh', into: 'ru' }))).toEqual(['2'])
    expect(ids(occurring(entries, '请许安先生发言', { from: 'ru', into: 'zh' }))).toEqual([])
  })
})
