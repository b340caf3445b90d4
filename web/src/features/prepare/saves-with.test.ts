import { describe, expect, it } from 'vitest'
import { savesWith } from './saves-with.ts'

const enter = { key: 'Enter', ctrlKey: false, metaKey: false, isComposing: false, keyCode: 13 }

describe('Enter in a field', () => {
  it('saves a line, and breaks one in a field of several unless Control or Command is held', () => {
    expect(savesWith(enter, 'one')).toBe(true)
    expect(savesWith(enter, 'many')).toBe(false)
    expect(savesWith({ ...enter, ctrlKey: true }, 'many')).toBe(true)
    expect(savesWith({ ...enter, metaKey: true }, 'many')).toBe(true)
  })

  it('belongs to the input method while that composes', () => {
    expect(savesWith({ ...enter, isComposing: true }, 'one')).toBe(false)
    expect(savesWith({ ...enter, keyCode: 229 }, 'one')).toBe(false)
  })

  it('is not any other key', () => {
    expect(savesWith({ ...enter, key: 'a', ctrlKey: true }, 'many')).toBe(false)
  })
})
