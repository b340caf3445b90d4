import { describe, expect, it } from 'vitest'
import { slotIn } from './own-client.ts'

describe('the seat an address asks for', () => {
  it('is named by its slot', () => {
    expect(slotIn('?lang=ru&seat=0123456789ab')).toBe('0123456789ab')
  })

  it.each(['', '?seat=', '?seat=0123', '?seat=0123456789AB', '?seat=0123456789ab0', '?seat=<script>'])(
    'is none where nothing that could be a slot stands: %s',
    (search) => {
      expect(slotIn(search)).toBeUndefined()
    },
  )
})
