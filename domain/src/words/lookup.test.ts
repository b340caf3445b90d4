import { expect, it } from 'vitest'
import { lookup } from './lookup.ts'

it('finds what a record holds and nothing it inherits', () => {
  expect(lookup({ seat: 1 }, 'seat')).toBe(1)
  expect(lookup({ seat: 1 }, 'constructor')).toBeUndefined()
})
