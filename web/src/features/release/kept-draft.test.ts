import { describe, expect, it } from 'vitest'
import { keep, readKept, type Drawer, type KeptDraft } from './kept-draft.ts'

const drawer = (): Drawer & { readonly kept: Map<string, string> } => {
  const kept = new Map<string, string>()
  return {
    kept,
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, text) => void kept.set(name, text),
    removeItem: (name) => void kept.delete(name),
  }
}
const written: KeptDraft = {
  draft: {
    headline: 'Half a head',
    deck: '',
    dateline: '',
    byline: '',
    source: '',
    paragraphs: [{ key: 'p1', text: 'He said, “', facts: [3] }],
  },
  base: {
    hash: 'a'.repeat(64),
    expression: {
      headline: 'Head',
      dateline: 'D',
      byline: 'B',
      source: 'S',
      paragraphs: [{ text: 'T', facts: [] }],
    },
  },
  correction: '',
}

describe('what is being written', () => {
  it('comes back as it was left, half-written as it may be', () => {
    const own = drawer()
    keep(own, 'main/zh', written)
    expect(readKept(own, 'main/zh')).toEqual(written)
    expect(readKept(own, 'main/ru')).toBeUndefined()
  })

  it('is gone once it was saved or discarded', () => {
    const own = drawer()
    keep(own, 'main/zh', written)
    keep(own, 'main/zh', undefined)
    expect(own.kept.size).toBe(0)
  })

  it('is nothing where the drawer holds something else', () => {
    const own = drawer()
    for (const strange of ['', '{', '{"draft":1}', 'null']) {
      own.setItem('main/zh', strange)
      expect(readKept(own, 'main/zh')).toBeUndefined()
    }
  })

  it('stays on the screen when the drawer is full', () => {
    const full: Drawer = {
      ...drawer(),
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError')
      },
    }
    expect(() => keep(full, 'main/zh', written)).not.toThrow()
  })
})
