import type { ProceedingsEvent } from '@parley/domain/proceedings/events'
import { describe, expect, it } from 'vitest'
import { adopted, convened, factsOf } from './fictional-meetings.ts'
import { firstFitting } from './headline.ts'
import { writeRelease } from './index.ts'

type Convened = Extract<ProceedingsEvent, { type: 'MeetingConvened' }>

const headline = (
  language: string,
  titles: readonly Record<string, string>[],
  changes: Partial<Convened> = {},
): string | undefined => {
  const texts = titles.map((title, index) => adopted({ text: `text-${index}`, title }))
  return writeRelease(language, factsOf(convened({ number: 8, ...changes }), ...texts))?.headline
}

const PARTIES: Partial<Convened> = {
  dialogueName: {
    zh: '东西两港执政团体对话机制',
    ru: 'Диалог правящих союзов Востока и Запада',
    en: 'Dialogue of the Ruling Unions of the East and of the West',
  },
}

describe('the headline', () => {
  it('names a text by its kind where its title repeats the series or the number', () => {
    expect(headline('zh', [{ zh: '东西两港执政团体对话机制第八次会议共识' }], PARTIES)).toBe(
      '东西两港执政团体对话机制第八次会议通过共识',
    )
    expect(
      headline('ru', [{ ru: 'Совместное заявление восьмого заседания Диалога правящих союзов' }], PARTIES),
    ).toBe('Диалог правящих союзов Востока и Запада, восьмое заседание: принято совместное заявление')
    expect(headline('en', [{ en: 'Declaration of the Two Shores Dialogue' }])).toBe(
      'Two Shores Dialogue holds its eighth meeting and adopts a declaration',
    )
  })

  it('has the title itself where that is news', () => {
    expect(headline('zh', [{ zh: '清水宣言' }])).toBe('两岸湖泊对话第八次会议通过《清水宣言》')
    expect(headline('ru', [{ ru: 'Декларация о воде' }])).toBe(
      'Диалог двух берегов: состоялось восьмое заседание, принята Декларация о воде',
    )
    expect(headline('ru', [{ ru: 'вода для всех' }])).toBe(
      'Диалог двух берегов: состоялось восьмое заседание, принят документ «Вода для всех»',
    )
    expect(headline('en', [{ en: 'water for all' }])).toBe(
      'Two Shores Dialogue holds its eighth meeting and adopts “Water for all”',
    )
  })

  it('says only that there is a document where its title has no words in the language or no known kind', () => {
    const title = { ar: 'وثيقة' }
    expect(headline('zh', [title])).toBe('两岸湖泊对话第八次会议通过会议文件')
    expect(headline('ru', [title])).toBe(
      'Диалог двух берегов: состоялось восьмое заседание, принят итоговый документ',
    )
    expect(headline('en', [{ en: 'Outcome of the Eighth Meeting' }])).toBe(
      'Two Shores Dialogue holds its eighth meeting and adopts an outcome document',
    )
  })

  it('counts several texts whose titles it has no room for', () => {
    const titles = ['水', '鱼'].map((zh) => ({
      zh: `关于${zh}的长期合作与共同管理的安排`,
      ru: 'Решение восьмого заседания',
      en: 'Decision of the Eighth Meeting',
    }))
    expect(headline('zh', titles)).toBe('两岸湖泊对话第八次会议通过两份文件')
    expect(headline('ru', titles)).toBe(
      'Диалог двух берегов: состоялось восьмое заседание, приняты два документа',
    )
    expect(headline('en', titles)).toBe(
      'Two Shores Dialogue holds its eighth meeting and adopts two documents',
    )
  })

  it('names the meeting alone where nothing was adopted', () => {
    expect(headline('zh', [])).toBe('两岸湖泊对话第八次会议举行')
    expect(headline('ru', [])).toBe('Диалог двух берегов: состоялось восьмое заседание')
  })

  it('takes the first wording that fits, or else the last', () => {
    expect(firstFitting(3, ['long', 'fit', 'it'])).toBe('fit')
    expect(firstFitting(1, ['long', 'fit', 'it'])).toBe('it')
  })
})
