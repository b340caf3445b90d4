import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { fitForPad, wordingOfPad, wordingProblems, wordingsOfPad } from './wording-of-pad.ts'

const padWith = (lines: readonly string[], fragment = 'zh'): Y.Doc => {
  const doc = new Y.Doc()
  doc.getXmlFragment(fragment).insert(
    0,
    lines.map((line) => {
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [new Y.XmlText(line)])
      return paragraph
    }),
  )
  return doc
}

describe('the wording of a pad', () => {
  it('is its paragraphs, a line each, without space at the ends and empty lines around', () => {
    expect(wordingOfPad(padWith(['', '双方应当合作。 ', '', '共三点：', '']), 'zh')).toBe(
      '双方应当合作。\n\n共三点：',
    )
  })

  it('is in NFC, and takes no markup for markup', () => {
    expect(wordingOfPad(padWith(['й <b>x</b> & "y"']), 'zh')).toBe('й <b>x</b> & "y"')
  })

  it('is nothing in a language nobody has written in', () => {
    const doc = padWith(['Мир'], 'ru')
    doc.getXmlFragment('zh')
    expect(wordingsOfPad(doc, ['zh', 'ru'])).toEqual({ ru: 'Мир' })
  })

  it('has no word of what was deleted', () => {
    const doc = padWith(['red line: six months'])
    doc.getXmlFragment('zh').delete(0, 1)
    expect(wordingOfPad(doc, 'zh')).toBe('')
  })

  it('that the record would refuse is named, language by language', () => {
    expect(wordingProblems({ zh: '好', ru: 'а\u200bб', en: 'x'.repeat(12_001) })).toEqual([
      { language: 'ru', problem: 'text-control-character' },
      { language: 'en', problem: 'text-too-long' },
    ])
  })
})

describe('what is pasted', () => {
  it('loses what nobody sees, and keeps its lines', () => {
    expect(fitForPad('со\u00adтруд\u200bничество\r\nдва\u2028три\tчетыре\ufeff')).toBe(
      'сотрудничество\nдва\nтри четыре',
    )
  })

  it('is then what the record takes, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), (pasted) => {
        const fit = fitForPad(pasted)
        const wording = wordingOfPad(padWith(fit.split('\n')), 'zh')
        fc.pre(wording.trim() !== '')
        expect(wordingProblems({ zh: wording })).toEqual([])
      }),
    )
  })
})
