import type { ProceedingsEvent } from '@parley/domain/proceedings/events'
import { describe, expect, it } from 'vitest'
import { PEOPLE, approved, convened, factsOf, read, spoke, taken } from './fictional-meetings.ts'
import { writeRelease } from './index.ts'

type Told = readonly ProceedingsEvent[]

/** What follows the opening paragraph, which names the heads with their offices. */
const paragraphs = (language: string, ...events: Told): readonly string[] =>
  (writeRelease(language, factsOf(convened(), ...PEOPLE, ...events))?.paragraphs ?? [])
    .map(({ text }) => text.replaceAll('\u00a0', ' '))
    .slice(1)

const topic = (id: string, zh: string, ru: string, en: string): Told => taken('topic', id, { zh, ru, en })
const WATER = topic('water', '水', 'вода', 'water')
const FISH = topic('fish', '鱼', 'рыба', 'fish')
const WOOD = topic('wood', '林', 'лес', 'wood')
const remarks = (id: string, ...seats: readonly string[]): Told => [
  ...taken('remarks', id, { zh: '讲话', ru: 'слово', en: 'words' }),
  ...seats.flatMap((seat) => spoke(`${id}-${seat}`, id, seat)),
]
const exchange: Told = [
  {
    type: 'ItemPlaced',
    position: 0,
    item: { kind: 'exchange', id: 'cities', title: { en: 'ties', ru: 'связи' }, between: ['n2', 's2'] },
  },
  { type: 'ItemTakenUp', item: 'cities' },
  ...spoke('e1', 'cities', 'n2'),
  ...spoke('e2', 'cities', 's2'),
]

describe('topics nobody is recorded to have spoken on', () => {
  it('stand in one sentence, each title with its capital', () => {
    const told = [...WATER, ...FISH, ...WOOD]
    expect(paragraphs('zh', ...told)).toEqual(['会议讨论了“水”“鱼”“林”三项议题。（完）'])
    expect(paragraphs('ru', ...told)).toEqual(['Участники обсудили три темы: «Вода», «Рыба» и «Лес». ■'])
    expect(paragraphs('en', ...told)).toEqual([
      'The meeting discussed three topics: “Water”, “Fish” and “Wood”. (End)',
    ])
  })

  it('are counted where a title has no words in the language, or there are too many to list', () => {
    const untitled = taken('topic', 'other', { zh: '其他' })
    expect(paragraphs('en', ...WATER, ...untitled)).toEqual(['The meeting discussed two topics. (End)'])
    const many = Array.from({ length: 11 }, (_, index) => topic(`t${index}`, '题', 'тема', 'theme')).flat()
    expect(paragraphs('zh', ...many)).toEqual(['会议讨论了十一项议题。（完）'])
    expect(paragraphs('ru', ...many)).toEqual(['Участники обсудили 11 тем. ■'])
  })
})

describe('topics with speakers', () => {
  it('name them by the place of the topic, passing over one where nobody spoke', () => {
    const told = [...WATER, ...spoke('t1', 'water', 'n1'), ...FISH, ...WOOD, ...spoke('t2', 'wood', 's2')]
    expect(paragraphs('ru', ...told)).toEqual([
      'Участники обсудили три темы: «Вода», «Рыба» и «Лес». По первой теме выступила Анна Берг; по третьей — мэр города Парусный Вера Лес. ■',
    ])
    expect(paragraphs('zh', ...told)).toEqual([
      '会议讨论了“水”“鱼”“林”三项议题。就第一项议题，林安发言；就第三项议题，帆港市长薇拉发言。（完）',
    ])
  })

  it('are told sentence by sentence in English where the names have semicolons', () => {
    const three = ['n1', 's1', 'n2'].flatMap((seat) => spoke(`t-${seat}`, 'water', seat))
    expect(paragraphs('en', ...WATER, ...three, ...FISH, ...spoke('t4', 'fish', 's2'))).toEqual([
      'The meeting discussed two topics: “Water” and “Fish”. On the first, the floor was taken by Anna Berg; Ivan Olm; and Kim He, Mayor of Pinetown. On the second, it was taken by Vera Les, Mayor of Sailhaven. (End)',
    ])
  })

  it('are followed at once by what the sides hold on them, named by their place where nobody spoke', () => {
    const told = [
      ...WATER,
      ...spoke('t1', 'water', 'n1'),
      ...FISH,
      approved('north', { ru: 'воды хватит всем' }, 'water'),
      approved('south', { ru: 'рыбы мало' }, 'fish'),
      approved('north', { ru: 'Рыба вернётся' }, 'fish'),
    ]
    expect(paragraphs('ru', ...told)).toEqual([
      'Участники обсудили две темы: «Вода» и «Рыба». По первой теме выступила Анна Берг. Северная сторона заявила: воды хватит всем. По второй теме южная сторона заявила: рыбы мало. Северная сторона заявила следующее. Рыба вернётся. ■',
    ])
  })
})

describe('the course of a meeting', () => {
  it('is told as it went: remarks between the topics and the exchange stay there', () => {
    expect(paragraphs('en', ...WATER, ...remarks('after', 's1'), ...exchange)).toEqual([
      'The meeting discussed the topic “Water”. Ivan Olm addressed the meeting.',
      'Kim He, Mayor of Pinetown, and Vera Les, Mayor of Sailhaven, exchanged views on “Ties”. (End)',
    ])
    expect(paragraphs('ru', ...WATER, ...remarks('after', 's1', 'n1'))).toEqual([
      'Участники обсудили тему «Вода». Перед участниками выступили И. И. Ольм и Анна Берг. ■',
    ])
  })

  it('tells opening remarks before the messages when they were made before', () => {
    const reading: Told = [
      ...taken('messages', 'letters', { en: 'letters', zh: '贺信' }),
      read('north', 'n1'),
    ]
    expect(paragraphs('zh', ...remarks('first', 's1'), ...reading)).toEqual([
      '奥尔姆在会上发言。',
      '林安宣读海伦的贺信。（完）',
    ])
    expect(paragraphs('zh', ...reading, ...remarks('last', 's1'))).toEqual([
      '林安宣读海伦的贺信。',
      '奥尔姆在会上发言。（完）',
    ])
  })

  it('comes back to topics with a word for it', () => {
    const told = [...WATER, ...exchange, ...FISH]
    expect(paragraphs('zh', ...told).at(-1)).toBe('会议还讨论了“鱼”这一议题。（完）')
    expect(paragraphs('ru', ...told).at(-1)).toBe('Затем участники обсудили тему «Рыба». ■')
    expect(paragraphs('en', ...told).at(-1)).toBe('The meeting then discussed the topic “Fish”. (End)')
  })
})
