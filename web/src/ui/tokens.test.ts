import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { directionOf } from '@parley/messages/choose-catalogue'
import { describe, expect, it } from 'vitest'

/** The declarations of the tokens' rules, by selector. */
const rules = new Map<string, string>()
for (const [, selectors = '', body = ''] of readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8')
  .replaceAll(/\/\*[\s\S]*?\*\//g, '')
  .matchAll(/([^{};]+)\{([^{}]*)\}/g))
  // Further rules of the same selector are for those who ask for less motion or more contrast.
  for (const selector of selectors.split(',').map((one) => one.trim()))
    if (!rules.has(selector)) rules.set(selector, body)

const stackOf = (language: string): string =>
  /--font-text:([^;]+);/
    .exec(rules.get(`:lang(${language})`) ?? rules.get(':where([lang])') ?? '')?.[1]
    ?.trim() ?? ''

describe('what a language is set in', () => {
  it.each([
    ['fr', 'latin'],
    ['es', 'latin'],
    ['uk', 'latin'],
    ['ru', 'latin'],
    ['zh', 'han'],
    ['zh-Hant', 'han-traditional'],
    ['ja', 'japanese'],
    ['ko', 'korean'],
    ['ar', 'arabic'],
    ['fa', 'arabic'],
    ['ur', 'urdu'],
    ['he', 'hebrew'],
    ['hi', 'devanagari'],
  ])('%s: the %s families', (language, families) => {
    expect(stackOf(language)).toBe(`var(--font-text-${families})`)
  })

  it('names families that exist', () => {
    const root = rules.get(':root') ?? ''
    for (const body of rules.values())
      for (const [, name] of body.matchAll(/var\((--font-[a-z-]+)\)/g)) expect(root).toContain(`${name}:`)
  })

  it.each(['fa', 'ur', 'ps', 'ckb', 'sd', 'ug', 'he', 'yi'])(
    '%s runs from right to left, in a script of its own',
    (language) => {
      expect(directionOf(language)).toBe('rtl')
      expect(stackOf(language)).not.toBe('var(--font-text-latin)')
    },
  )

  it('states every leading for a language without a rule, lest it take that of the words around it', () => {
    for (const name of ['tight', 'snug', 'body', 'text'])
      expect(rules.get(':where([lang])')).toContain(`--leading-${name}:`)
  })
})
