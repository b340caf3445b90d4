import { describe, expect, it } from 'vitest'
import { given } from '../../given.ts'
import { act, chair, opened, under } from '../fictional-meeting.ts'
import { meetingDecider } from '../index.ts'
import { speakersList } from './speakers-list.ts'

describe('the list of speakers', () => {
  it('is none between items', () => {
    expect(speakersList(given(meetingDecider, ...opened()).state)).toBeUndefined()
  })

  it('shows who speaks and who is called next, in order', () => {
    const { state } = under('topic').after(
      chair({ type: 'GiveFloor' }),
      act('south-head', { type: 'RequestFloor', kind: 'reply', onBehalfOf: { en: 'A group' } }),
      chair({ type: 'CloseList' }),
    )
    expect(speakersList(state)).toEqual({
      item: 'topic',
      list: 'closed',
      speaking: { seat: 'north-delegate', kind: 'statement' },
      waiting: [
        {
          place: 1,
          request: 'r1',
          seat: 'south-delegate',
          delegation: 'south',
          kind: 'statement',
          inscribed: true,
          onBehalfOf: undefined,
        },
        {
          place: 2,
          request: 'r3',
          seat: 'south-head',
          delegation: 'south',
          kind: 'reply',
          inscribed: false,
          onBehalfOf: { en: 'A group' },
        },
      ],
    })
  })

  it('shows nobody speaking when the floor is free', () => {
    expect(speakersList(under('open-topic').state)).toMatchObject({ speaking: undefined, waiting: [] })
  })
})
