import { DataPacket, DataPacket_Kind, SpeakerInfo, UserPacket } from '@livekit/protocol'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { serverData, stampData } from './data-relay.ts'

const sender = { sid: 'PA_a', identity: 'alba' }
const user = (fields: ConstructorParameters<typeof UserPacket>[0]) =>
  Buffer.from(new DataPacket({ value: { case: 'user', value: new UserPacket(fields) } }).toBinary())

describe('a data message', () => {
  it('carries the name of who really sent it, whatever it says', () => {
    const forged = new DataPacket({
      participantIdentity: 'boro',
      participantSid: 'PA_b',
      value: {
        case: 'user',
        value: new UserPacket({ participantIdentity: 'boro', payload: Buffer.from('x') }),
      },
    })
    const stamped = stampData('_reliable', Buffer.from(forged.toBinary()), sender)!
    const passed = DataPacket.fromBinary(stamped.bytes)
    expect(passed).toMatchObject({
      participantIdentity: 'alba',
      participantSid: 'PA_a',
      kind: DataPacket_Kind.RELIABLE,
    })
    expect(passed.value).toMatchObject({ value: { participantIdentity: 'alba', participantSid: 'PA_a' } })
  })

  it('goes to those it names, in either of the two places where they can stand', () => {
    const stamped = stampData(
      '_lossy',
      user({ destinationIdentities: ['boro'], destinationSids: ['PA_c'] }),
      sender,
    )!
    expect([...stamped.identities, ...stamped.sids]).toEqual(['boro', 'PA_c'])
    expect(stamped.channel).toBe('_lossy')
  })

  it('is not passed on from another channel, nor when it only pretends to come from the server', () => {
    const speaker = new DataPacket({ value: { case: 'speaker', value: { speakers: [new SpeakerInfo()] } } })
    expect(stampData('_data_track', user({}), sender)).toBeUndefined()
    expect(stampData('_reliable', Buffer.from(speaker.toBinary()), sender)).toBeUndefined()
  })

  it('never makes the relay throw, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const stamped = stampData('_reliable', Buffer.from(bytes), sender)
        expect(
          stamped === undefined || DataPacket.fromBinary(stamped.bytes).participantIdentity === 'alba',
        ).toBe(true)
      }),
    )
  })

  it('of the server itself names no participant', () => {
    const { bytes, channel } = serverData(Buffer.from('x'), {
      kind: DataPacket_Kind.LOSSY,
      nonce: Buffer.alloc(0),
    })
    expect(channel).toBe('_lossy')
    expect(DataPacket.fromBinary(bytes).participantIdentity).toBe('')
  })
})
