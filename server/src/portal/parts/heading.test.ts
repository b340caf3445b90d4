import { describe, expect, it } from 'vitest'
import { html } from '../../markup/html.ts'
import { heading, headlineText } from './heading.ts'

const shown = (language: string, headline: string): string =>
  html`${headlineText(language, headline)}`.toString()

describe('a heading', () => {
  it('has the level its list is told', () => {
    expect(heading(2, 'Texts').toString()).toBe('<h2>Texts</h2>')
    expect(heading(3, 'Texts').toString()).toBe('<h3>Texts</h3>')
  })
})

describe('a headline', () => {
  it('keeps the work it names whole in Chinese', () => {
    expect(shown('zh', '两港举行会议并通过《共识》')).toBe(
      '两港举行会议并通过<span class="whole">《共识》</span>',
    )
    expect(shown('zh-Hant', '《甲》和《乙》')).toBe(
      '<span class="whole">《甲》</span>和<span class="whole">《乙》</span>',
    )
  })

  it('is left as it stands in other languages, and where nothing is named', () => {
    expect(shown('ru', 'Приняты «Выводы»')).toBe('Приняты «Выводы»')
    expect(shown('zh', '两港举行会议')).toBe('两港举行会议')
  })

  it('cannot bring markup with it', () => {
    expect(shown('zh', '《<b>》')).toBe('<span class="whole">《&lt;b&gt;》</span>')
  })
})
