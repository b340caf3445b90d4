import { describe, expect, it } from 'vitest'
import { entryAsked, entryPath } from './entry-link.ts'

describe('the address of an entry', () => {
  it('opens the room with that entry', () => {
    const path = entryPath({ dialogue: 'river', meeting: 'first' }, 412)
    expect(path).toBe('/room/river/first?entry=412')
    expect(entryAsked(new URL(path, 'https://parley.example').search)).toBe(412)
  })

  it.each(['', '?entry=', '?entry=-1', '?entry=1e3', '?entry=4.5', '?entry=<b>', '?other=4'])(
    'is none where it names none: %s',
    (search) => {
      expect(entryAsked(search)).toBeUndefined()
    },
  )
})
