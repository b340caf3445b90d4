import { SubscriptionPermission, TrackPermission, UpdateSubscription } from '@livekit/protocol'
import { describe, expect, it } from 'vitest'
import { Admission, Wishes } from './wishes.ts'

describe('what someone wants to receive', () => {
  it.each([true, false])('is everything or nothing at first (%s), and then what they say', (byDefault) => {
    const wishes = new Wishes(byDefault)
    expect(wishes.wants('a')).toBe(byDefault)
    wishes.take(new UpdateSubscription({ trackSids: ['a'], subscribe: !byDefault }))
    expect(wishes.wants('a')).toBe(!byDefault)
    expect(wishes.wants('b')).toBe(byDefault)
    wishes.take(new UpdateSubscription({ participantTracks: [{ trackSids: ['a'] }], subscribe: byDefault }))
    expect(wishes.wants('a')).toBe(byDefault)
  })

  it('is forgotten with the track', () => {
    const wishes = new Wishes(true)
    wishes.take(new UpdateSubscription({ trackSids: ['a'], subscribe: false }))
    wishes.forget('a')
    expect(wishes.wants('a')).toBe(true)
  })
})

describe('whom a publisher lets receive', () => {
  const boro = { sid: 'PA_b', identity: 'boro' }
  const ceda = { sid: 'PA_c', identity: 'ceda' }

  it('is everyone until it says otherwise', () => {
    expect(new Admission().admits(boro, 'a')).toBe(true)
  })

  it('is then those it names, for the tracks it names', () => {
    const admission = new Admission()
    admission.take(
      new SubscriptionPermission({
        trackPermissions: [
          new TrackPermission({ participantIdentity: 'boro', trackSids: ['a'] }),
          new TrackPermission({ participantSid: 'PA_c', allTracks: true }),
        ],
      }),
    )
    expect([admission.admits(boro, 'a'), admission.admits(boro, 'b'), admission.admits(ceda, 'b')]).toEqual([
      true,
      false,
      true,
    ])
    admission.take(new SubscriptionPermission({ allParticipants: true }))
    expect(admission.admits(boro, 'b')).toBe(true)
  })
})
