import { describe, expect, it } from 'vitest'
import { given } from '../given.ts'
import { act, message, prepared } from './fictional-meeting.ts'
import { meetingDecider } from './index.ts'
import { messagesInOrder, messagesToRead } from './messages.ts'

const three = ['east', 'south', 'north']
const received = [message('east-letter', 'east'), message('north-telegram', 'north')]

const order = (pack: string) =>
  messagesInOrder(given(meetingDecider, ...prepared(pack, three), ...received).state).map(
    (one) => one.message.id,
  )

describe('messages in order', () => {
  it('are the host’s first, then the others’ in the order of the alternat, each side’s as received', () => {
    expect(order('bilateral/1')).toEqual(['north-letter', 'north-telegram', 'east-letter', 'south-letter'])
  })

  it('are as received where the rules say so', () => {
    expect(order('un-family/1')).toEqual(['south-letter', 'north-letter', 'east-letter', 'north-telegram'])
  })

  it('wait only for readers who are there and sit with the author’s side or with none', () => {
    const { state } = given(
      meetingDecider,
      ...prepared(),
      message('by-officer', 'south', 'officer'),
      message('by-the-other', 'south', 'north-adviser'),
      message('by-a-ghost', 'south', 'ghost'),
    ).after(act('north-desk', { type: 'WithdrawAccreditation', seat: 'north-head' }))
    expect(messagesToRead(state).map((one) => one.message.id)).toEqual(['south-letter', 'by-officer'])
  })
})
