import { expect, it } from 'vitest'
import { readSessionDescription } from '../sdp/session-description.ts'
import { sendingOn } from './single-negotiation.ts'

const MID_URI = 'urn:ietf:params:rtp-hdrext:sdes:mid'

/** How a video section is sent on whose offer has this MID and this number for marking packets with it. */
const sendingOf = (mid: string, extension: string) => {
  const sdp = [
    'v=0',
    'a=ice-ufrag:u',
    'a=ice-pwd:p',
    'a=fingerprint:sha-256 00',
    'm=video 9 UDP/TLS/RTP/SAVPF 120 124',
    `a=mid:${mid}`,
    'a=recvonly',
    'a=rtpmap:120 VP8/90000',
    'a=rtpmap:124 rtx/90000',
    'a=fmtp:124 apt=120',
    `a=extmap:${extension}`,
  ].join('\r\n')
  const section = readSessionDescription(sdp)?.sections[0]
  return section && sendingOn(section)
}

it('packets are marked with their section as the client offered', () => {
  expect(sendingOf('4', `3 ${MID_URI}`)).toEqual({
    section: { id: 3, mid: '4' },
    payloadType: 120,
    repairPayloadType: 124,
    sendTimeId: 0,
  })
})

it.each([
  ['nobody offered it', '4', '4 http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time'],
  ['its number takes a longer header', '4', `15 ${MID_URI}`],
  ['the name is empty', '', `3 ${MID_URI}`],
  ['the name is too long', 'a'.repeat(17), `3 ${MID_URI}`],
  ['the name is not plain', 'д', `3 ${MID_URI}`],
])('packets are not marked where %s', (_, mid, extension) => {
  expect(sendingOf(mid, extension)).toMatchObject({ section: undefined })
})
