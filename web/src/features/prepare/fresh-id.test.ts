import { Slug } from '@parley/domain/words/identity'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { freshId } from './fresh-id.ts'

describe('an identifier made for people', () => {
  it('counts on from the highest of its kind, whatever else is in use', () => {
    expect(freshId('item', [])).toBe('item-1')
    expect(freshId('item', ['item-1', 'item-7', 'opening', 'person-12', 'item-x'])).toBe('item-8')
  })

  it('is never in use already, and always one the record takes', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^(item|person)-[0-9]{1,5}$/)), (taken) => {
        const id = freshId('item', taken)
        expect(taken).not.toContain(id)
        expect(Slug.safeParse(id).success).toBe(true)
      }),
    )
  })
})
