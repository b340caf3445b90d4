import { expect, test } from 'vitest'
import { nearest, oneOf } from './nearest.ts'

test('a slip of the pen is understood, another word is not', () => {
  const known = ['OpenMeeting', 'AdjournMeeting', 'CloseList']
  expect(nearest('OpenMeting', known)).toBe('OpenMeeting')
  expect(nearest('closelist', known)).toBe('CloseList')
  expect(nearest('Dance', known)).toBeUndefined()
  expect(nearest('x'.repeat(100_000), known)).toBeUndefined()
})

test('what there is to choose from is listed, but not without end', () => {
  expect(oneOf('nroth', ['north', 'south'])).toBe('expected one of north, south; did you mean “north”?')
  expect(oneOf('x', [])).toBe('there are none')
  const many = Array.from({ length: 300 }, (_, index) => `name-${index}`)
  expect(oneOf('zebra', many)).toMatch(/^expected one of name-0, .*name-13, and 286 more$/)
})
