import { describe, expect, it } from 'vitest'
import { chair, under } from '@parley/domain/meeting/fictional-meeting'
import { CLOSED, type MediaView } from './media-room.ts'
import { ownMicrophone } from './own-microphone.ts'

const PLENARY = { kind: 'plenary' } as const
const ALL = { publish: ['microphone', 'camera', 'screen'], receive: true } as const
const sitting = under('open-topic')
const speaking = sitting.after(chair({ type: 'GiveFloor', seat: 'north-head', kind: 'statement' }))
const live = (more: Partial<MediaView> = {}): MediaView => ({ ...CLOSED, state: 'live', may: ALL, ...more })
const own = (microphone: MediaView['own']['microphone']) => ({ own: { ...CLOSED.own, microphone } })

describe('one’s own microphone', () => {
  it('is locked until the floor is given, and then ready, not open', () => {
    expect(ownMicrophone(sitting.state, PLENARY, 'north-head', live())).toBe('locked')
    expect(ownMicrophone(speaking.state, PLENARY, 'north-head', live())).toBe('ready')
    expect(ownMicrophone(speaking.state, PLENARY, 'south-head', live())).toBe('locked')
  })

  it('is shown locked as soon as the record says so, whatever the media server still lets through', () => {
    const ended = speaking.after(chair({ type: 'EndTurn' })).state
    expect(ownMicrophone(ended, PLENARY, 'north-head', live(own('open')))).toBe('locked')
  })

  it('waits where the media server holds it for another room', () => {
    const held = live({ may: { publish: ['camera'], receive: true } })
    expect(ownMicrophone(speaking.state, PLENARY, 'north-head', held)).toBe('elsewhere')
  })

  it('says why it would not open', () => {
    for (const why of ['refused', 'missing', 'failed', 'opening', 'open'] as const)
      expect(ownMicrophone(speaking.state, PLENARY, 'north-head', live(own(why)))).toBe(why)
  })

  it('is absent without a connection, and for whom the room has no place', () => {
    expect(ownMicrophone(speaking.state, PLENARY, 'north-head', CLOSED)).toBe('absent')
    expect(ownMicrophone(speaking.state, PLENARY, 'nobody', live())).toBe('absent')
  })
})
