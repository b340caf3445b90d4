import { message } from '@parley/domain/meeting/fictional-meeting'
import type { Missing } from '@parley/domain/refusal'
import { describe, expect, it } from 'vitest'
import { formOfItem, formOfPerson, whereaboutsOf } from './whereabouts.ts'

const letter = message('letter', 'south', 'south-gone')
const received = letter.type === 'MessageReceived' ? [{ message: letter.message, readOut: false }] : []
const where = (missing: Missing) => whereaboutsOf(missing, { messages: received })

describe('what is missing', () => {
  it('leads to the form that puts it right', () => {
    expect(where({ code: 'agenda-empty' }).form).toBe(formOfItem())
    expect(where({ code: 'head-missing', delegation: 'south' })).toEqual({
      section: 'people',
      form: formOfPerson('south'),
      delegation: 'south',
    })
    expect(where({ code: 'wording-missing', of: 'item', item: 'topic', language: 'ru' }).form).toBe(
      formOfItem('topic'),
    )
  })

  it('leads to the very seat a message waits for', () => {
    expect(where({ code: 'reader-missing', message: 'letter' }).form).toBe(
      formOfPerson('south', 'south-gone'),
    )
  })
})
