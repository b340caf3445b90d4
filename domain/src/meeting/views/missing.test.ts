import { describe, expect, it } from 'vitest'
import { given } from '../../given.ts'
import { act, convened, placed, prepared, title } from '../fictional-meeting.ts'
import { meetingDecider } from '../index.ts'
import { missingBeforeOpening } from './missing.ts'

describe('what is missing before opening', () => {
  it('is a chair, an agenda and the heads when only convened', () => {
    expect(missingBeforeOpening(given(meetingDecider, convened()).state).blocking).toEqual([
      { code: 'chair-missing' },
      { code: 'agenda-empty' },
      { code: 'head-missing', delegation: 'north' },
      { code: 'head-missing', delegation: 'south' },
    ])
  })

  it('is nothing when all is in place', () => {
    expect(missingBeforeOpening(given(meetingDecider, ...prepared()).state)).toEqual({
      blocking: [],
      advisory: [],
    })
  })

  it('is a chair again when the one appointed has left', () => {
    const { state } = given(meetingDecider, ...prepared()).after(
      act('joint-desk', { type: 'WithdrawAccreditation', seat: 'officer' }),
    )
    expect(missingBeforeOpening(state).blocking).toEqual([{ code: 'chair-missing' }])
  })

  it('is a wording in a language of the meeting, which stops nobody', () => {
    const situation = given(
      meetingDecider,
      ...prepared(),
      { type: 'ThemeReworded', theme: { zh: '主题', ru: 'Тема' } },
      placed(9, { kind: 'topic', id: 'new', title: { ...title, zh: '议题' } }),
      placed(10, { kind: 'topic', id: 'newer', title: { en: 'In English only' } }),
    )
    expect(missingBeforeOpening(situation.state)).toEqual({
      blocking: [],
      advisory: [
        { code: 'wording-missing', of: 'theme', language: 'en' },
        { code: 'wording-missing', of: 'item', item: 'newer', language: 'zh' },
        { code: 'wording-missing', of: 'item', item: 'newer', language: 'ru' },
      ],
    })
    situation.when(act('officer', { type: 'OpenMeeting' })).records({ type: 'MeetingOpened' })
  })
})
