import { describe, expect, it } from 'vitest'
import { draftAddress, draftIn } from './draft-address.ts'
import { routeOf } from './routes.ts'

const PLACE = { dialogue: 'river', meeting: 'first' }

describe('the address of a draft', () => {
  it('is the chamber with that draft open', () => {
    const url = new URL(draftAddress(PLACE, 'd-0a1b'), 'http://localhost')
    expect(routeOf(url.pathname)).toEqual({ page: 'meeting', ...PLACE, view: 'chamber' })
    expect(draftIn(url.search)).toBe('d-0a1b')
  })

  it('asks for no draft where it names none', () => {
    expect(draftIn('?seat=0123456789ab')).toBeUndefined()
  })
})
