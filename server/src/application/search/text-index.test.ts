import * as fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { TextIndex } from './text-index.ts'

let index: TextIndex
beforeEach(() => {
  index = new TextIndex()
})

const ids = (query: string, limit = 10): readonly string[] => index.search(query, limit).map(({ id }) => id)

describe('a search', () => {
  it('prefers rare words, titles and short documents', () => {
    index.add({ id: 'title', title: 'ice', body: 'ships and harbours' })
    index.add({ id: 'body', title: 'ships', body: 'ice and harbours' })
    index.add({ id: 'long', title: 'ships', body: `ice ${'and harbours and ships '.repeat(20)}` })
    index.add({ id: 'none', title: 'ships', body: 'harbours' })
    expect(ids('ice')).toEqual(['title', 'body', 'long'])
    expect(ids('ships ice')[0]).toBe('title')
  })

  it('finds documents with any of the words, those with all of them first', () => {
    index.add({ id: 'both', title: '', body: 'ice and tugs' })
    index.add({ id: 'one', title: '', body: 'ice and fog' })
    expect(ids('tugs ice')).toEqual(['both', 'one'])
  })

  it('finds by one Chinese character what it begins', () => {
    index.add({ id: 'ice', title: '冰情通报', body: '' })
    index.add({ id: 'fog', title: '雾情通报', body: '' })
    expect(ids('冰')).toEqual(['ice'])
  })

  it('gives no more than it is asked for, in the same order every time', () => {
    for (let number = 0; number < 30; number++) index.add({ id: `d${number}`, title: 'ice', body: '' })
    expect(ids('ice', 5)).toEqual(ids('ice', 30).slice(0, 5))
  })

  it('finds nothing for a query without words', () => {
    index.add({ id: 'a', title: 'ice', body: '' })
    expect(ids('… !')).toEqual([])
    expect(ids('')).toEqual([])
  })
})

describe('likeness', () => {
  it('is highest for the same words, and absent where none is shared', () => {
    index.add({ id: 'a', title: 'ice', body: 'tugs in winter' })
    index.add({ id: 'same', title: 'ice', body: 'tugs in winter' })
    index.add({ id: 'near', title: 'fog', body: 'tugs in summer' })
    index.add({ id: 'far', title: '会议', body: '共识' })
    const alike = index.alike('a')
    expect(alike.get('same')).toBeCloseTo(1)
    expect(alike.get('near')).toBeLessThan(0.9)
    expect(alike.has('far')).toBe(false)
    expect(alike.has('a')).toBe(false)
    expect(index.alike('unknown').size).toBe(0)
  })
})

it('after any additions and removals answers as an index built anew', () => {
  const word = fc.constantFrom('ice', 'tugs', 'fog', '会议', '共识', 'Орлов')
  const change = fc.record({
    id: fc.constantFrom('a', 'b', 'c'),
    title: word,
    body: fc.array(word).map((words) => words.join(' ')),
    removed: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), word, (changes, query) => {
      const grown = new TextIndex()
      const left = new Map<string, { readonly id: string; readonly title: string; readonly body: string }>()
      for (const { removed, ...document } of changes) {
        if (removed) grown.remove(document.id)
        else grown.add(document)
        left.delete(document.id)
        if (!removed) left.set(document.id, document)
      }
      const fresh = new TextIndex()
      for (const document of left.values()) fresh.add(document)
      expect(grown.size).toBe(fresh.size)
      expect(grown.search(query, 10)).toEqual(fresh.search(query, 10))
      for (const id of left.keys()) {
        const [one, two] = [grown.alike(id), fresh.alike(id)]
        expect([...one.keys()].toSorted()).toEqual([...two.keys()].toSorted())
        for (const [other, cosine] of one) expect(cosine).toBeCloseTo(two.get(other) ?? -1)
      }
    }),
  )
})
