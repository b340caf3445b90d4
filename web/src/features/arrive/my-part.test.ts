import type { MeetingView } from '@parley/client/parley-client'
import { ITEMS } from '@parley/domain/meeting/fictional-meeting'
import { describe, expect, it } from 'vitest'
import { partsOf } from './my-part.ts'

const meeting: Pick<MeetingView, 'chair' | 'messages' | 'agenda'> = {
  chair: ['officer'],
  messages: [
    {
      message: {
        id: 'letter',
        form: 'letter',
        author: { name: { en: 'A president' } },
        delegation: 'north',
        reader: 'north-head',
      },
      readOut: false,
    },
  ],
  agenda: ITEMS.map((item) => ({ item, status: 'ahead', list: 'closed' })),
}
const kinds = (seat: string) => partsOf(meeting, seat).map((part) => part.kind)

describe('a person’s part in a meeting', () => {
  it('is to chair it', () => {
    expect(kinds('officer')).toEqual(['chair'])
  })

  it('is to read a message, and to speak under the items that name them', () => {
    expect(kinds('north-head')).toEqual(['reader', 'speaker'])
  })

  it('names whom an exchange is with, from either side', () => {
    expect(partsOf(meeting, 'south-regional')).toMatchObject([{ kind: 'exchange', with: 'north-regional' }])
    expect(partsOf(meeting, 'north-regional')).toMatchObject([{ kind: 'exchange', with: 'south-regional' }])
  })

  it('is empty for whoever is named nowhere', () => {
    expect(kinds('observer')).toEqual([])
  })
})
