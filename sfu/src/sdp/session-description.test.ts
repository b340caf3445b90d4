import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agreedCodec, extensionNamed, readSessionDescription } from './session-description.ts'
import { writeSessionDescription, type WrittenSection } from './write-description.ts'

const END = [
  'a=ice-ufrag:abcd',
  'a=ice-pwd:0123456789012345678901',
  'a=fingerprint:sha-256 AA:BB',
  'a=setup:actpass',
]

const OFFER = [
  'v=0',
  'o=- 1 2 IN IP4 127.0.0.1',
  's=-',
  't=0 0',
  'a=group:BUNDLE 0 1 2',
  'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
  'a=mid:0',
  ...END,
  'm=video 9 UDP/TLS/RTP/SAVPF 98 96 97',
  'a=mid:1',
  ...END,
  'a=extmap:4 urn:ietf:params:rtp-hdrext:sdes:mid',
  'a=extmap:10/recvonly urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id',
  'a=extmap:5 urn:3gpp:video-orientation',
  'a=sendonly',
  'a=msid:- camera-1',
  'a=rtpmap:98 VP9/90000',
  'a=rtpmap:96 VP8/90000',
  'a=rtcp-fb:96 nack',
  'a=rtcp-fb:96 transport-cc',
  'a=rtpmap:97 rtx/90000',
  'a=fmtp:97 apt=96',
  'a=rid:q send',
  'a=rid:f send',
  'a=simulcast:send q;f',
  'm=audio 9 UDP/TLS/RTP/SAVPF 111',
  'a=mid:2',
  ...END,
  'a=recvonly',
  'a=rtpmap:111 opus/48000/2',
  'a=fmtp:111 minptime=10;useinbandfec=1',
  '',
].join('\r\n')

const LOCAL = {
  ufrag: 'wxyz',
  password: 'secret',
  fingerprint: 'sha-256 CC',
  setup: 'active',
  candidates: ['a=candidate:1'],
}

describe('an offer', () => {
  it('is read with its sections, their streams and their codecs', () => {
    const offer = readSessionDescription(OFFER)!
    expect(offer.ice).toEqual({
      ufrag: 'abcd',
      password: '0123456789012345678901',
      fingerprint: 'sha-256 AA:BB',
      setup: 'actpass',
    })
    expect(offer.sections.map(({ kind, mid, direction }) => [kind, mid, direction])).toEqual([
      ['application', '0', 'sendrecv'],
      ['video', '1', 'sendonly'],
      ['audio', '2', 'recvonly'],
    ])
    expect(offer.sections[1]).toMatchObject({ rids: ['q', 'f'], trackName: 'camera-1' })
  })

  it('is agreed to in VP8 and Opus only, with retransmission where it is offered', () => {
    const agreed = readSessionDescription(OFFER)!.sections.map(agreedCodec)
    expect(agreed).toMatchObject([
      undefined,
      { codec: { payloadType: 96 }, repairPayloadType: 97 },
      { codec: { payloadType: 111 }, repairPayloadType: undefined },
    ])
  })

  it.each([
    ['nothing', ''],
    ['no section', OFFER.slice(0, OFFER.indexOf('m='))],
    ['no connection', OFFER.replaceAll(/a=ice-ufrag.*\r\n/g, '')],
    ['a section without a name', OFFER.replace('a=mid:2\r\n', '')],
  ])('with %s is none', (_, sdp) => {
    expect(readSessionDescription(sdp)).toBeUndefined()
  })

  it('never throws on broken lines', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(OFFER.length), fc.string({ maxLength: 4 }))), (wounds) => {
        let text = OFFER
        for (const [at, wound] of wounds) text = text.slice(0, at) + wound + text.slice(at + 3)
        const read = readSessionDescription(text)
        expect(read === undefined || read.sections.length > 0).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})

describe('an answer', () => {
  const offer = readSessionDescription(OFFER)!
  const sends = { stream: 'PA_1|TR_1', track: 'TR_1', ssrc: 5, repairSsrc: 6, canonicalName: 'PA_1' }
  const answers: readonly Omit<WrittenSection, 'section'>[] = [
    { direction: 'sendrecv' },
    { direction: 'recvonly' },
    { direction: 'sendonly', sends },
  ]
  const text = writeSessionDescription(
    LOCAL,
    offer.sections.map((section, index) => ({ section, ...(answers[index] ?? { direction: 'inactive' }) })),
    3,
  )

  it('can be read back', () => {
    const answer = readSessionDescription(text)!
    expect(answer.sections.map(({ mid, direction }) => [mid, direction])).toEqual([
      ['0', 'sendrecv'],
      ['1', 'recvonly'],
      ['2', 'sendonly'],
    ])
    expect(answer.sections[2]).toMatchObject({ ssrcs: [5], trackName: 'TR_1' })
  })

  it('takes every layer offered, and repeats the names’ extensions in every section that had them', () => {
    expect(text).toContain('a=simulcast:recv q;f')
    expect(text).toContain('a=extmap:4 urn:ietf:params:rtp-hdrext:sdes:mid')
    expect(text).not.toContain('video-orientation')
    expect(text).not.toContain('transport-cc')
  })

  it('tells the way here once', () => {
    expect(text.match(/a=candidate/g)).toHaveLength(1)
  })
})

it('only extensions that are used have a name', () => {
  expect(extensionNamed('urn:3gpp:video-orientation')).toBeUndefined()
  expect(extensionNamed('urn:ietf:params:rtp-hdrext:sdes:mid')).toBe('mid')
})
