import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { freshName, languagesLeftOut, movedBy, tablingOf } from './proposing.ts'

const NAMES = { proposal: 'p-1', block: 'b-1' }

describe('tabling', () => {
  it('a new block says where it stands and what it is, without the languages left empty', () => {
    expect(
      tablingOf(
        'joint',
        { what: 'new', kind: 'paragraph', after: 'b-0' },
        { zh: ' 双方 ', ru: ' ', en: '' },
        NAMES,
      ),
    ).toEqual({
      type: 'TableProposal',
      text: 'joint',
      proposal: 'p-1',
      block: 'b-1',
      kind: 'paragraph',
      intent: 'new',
      body: { zh: '双方' },
      after: 'b-0',
    })
  })

  it('a change names the wording it was made from, and a deletion says nothing in any language', () => {
    const change = tablingOf('joint', { what: 'change', block: 'b-9', base: 'h' }, { ru: 'Стороны' }, NAMES)
    expect(change).toMatchObject({ block: 'b-9', intent: 'edit', base: 'h', body: { ru: 'Стороны' } })
    const gone = tablingOf('joint', { what: 'delete', block: 'b-9', base: 'h' }, { ru: 'Стороны' }, NAMES)
    expect(gone).toMatchObject({ block: 'b-9', intent: 'delete', base: 'h', body: {} })
  })

  it('tells which languages are left out', () => {
    expect(languagesLeftOut(['zh', 'ru', 'en'], { zh: '双方', ru: '  ' })).toEqual(['ru', 'en'])
  })
})

describe('moving a block', () => {
  it('keeps every block, once, and moves the one by one place', () => {
    const order = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1 })
    fc.assert(
      fc.property(order, fc.nat(4), fc.constantFrom<-1 | 1>(-1, 1), (blocks, index, by) => {
        const block = blocks[index % blocks.length] ?? 'a'
        const moved = movedBy(blocks, block, by)
        expect(moved.toSorted()).toEqual(blocks.toSorted())
        const to = Math.max(0, Math.min(blocks.length - 1, blocks.indexOf(block) + by))
        expect(moved.indexOf(block)).toBe(to)
      }),
    )
  })
})

it('names are never the same twice', () => {
  const names = Array.from({ length: 500 }, () => freshName('p'))
  expect(new Set(names).size).toBe(500)
  expect(names.every((name) => /^p-[0-9a-v]{12}$/.test(name))).toBe(true)
})
