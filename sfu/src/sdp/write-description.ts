import { agreedCodec, extensionNamed, type Direction, type MediaSection } from './session-description.ts'

/** This server's end of a connection, as the other side has to know it. */
export interface LocalEnd {
  readonly ufrag: string
  readonly password: string
  readonly fingerprint: string
  readonly setup: string
  /** Where it can be reached; none where that is told later. */
  readonly candidates: readonly string[]
}

/** A track sent to the other side in one section. */
export interface SentTrack {
  readonly stream: string
  readonly track: string
  readonly ssrc: number
  readonly repairSsrc: number
  readonly canonicalName: string
}

export interface WrittenSection {
  readonly section: MediaSection
  readonly direction: Direction
  readonly sends?: SentTrack
}

const MAX_MESSAGE_BYTES = 262_144
const VIDEO_FEEDBACK = ['nack', 'nack pli', 'ccm fir', 'goog-remb']
const AUDIO_FEEDBACK = ['nack']

const endLines = (end: LocalEnd, withCandidates: boolean): string[] => [
  `a=ice-ufrag:${end.ufrag}`,
  `a=ice-pwd:${end.password}`,
  `a=fingerprint:${end.fingerprint}`,
  `a=setup:${end.setup}`,
  ...(withCandidates && end.candidates.length > 0 ? [...end.candidates, 'a=end-of-candidates'] : []),
]

const codecLines = (section: MediaSection): string[] => {
  const agreed = agreedCodec(section)
  if (agreed === undefined) return []
  const { codec, repairPayloadType } = agreed
  const known = section.kind === 'video' ? VIDEO_FEEDBACK : AUDIO_FEEDBACK
  const channels = codec.channels === undefined ? '' : `/${codec.channels}`
  const name = section.kind === 'video' ? 'VP8' : codec.name
  return [
    `a=rtpmap:${codec.payloadType} ${name}/${codec.clockRate}${channels}`,
    ...(codec.format === undefined ? [] : [`a=fmtp:${codec.payloadType} ${codec.format}`]),
    ...codec.feedback
      .filter((feedback) => known.includes(feedback))
      .map((feedback) => `a=rtcp-fb:${codec.payloadType} ${feedback}`),
    ...(repairPayloadType === undefined
      ? []
      : [
          `a=rtpmap:${repairPayloadType} rtx/${codec.clockRate}`,
          `a=fmtp:${repairPayloadType} apt=${codec.payloadType}`,
        ]),
  ]
}

const sentLines = (sends: SentTrack, repaired: boolean): string[] => [
  `a=msid:${sends.stream} ${sends.track}`,
  ...(repaired ? [`a=ssrc-group:FID ${sends.ssrc} ${sends.repairSsrc}`] : []),
  `a=ssrc:${sends.ssrc} cname:${sends.canonicalName}`,
  `a=ssrc:${sends.ssrc} msid:${sends.stream} ${sends.track}`,
  ...(repaired
    ? [
        `a=ssrc:${sends.repairSsrc} cname:${sends.canonicalName}`,
        `a=ssrc:${sends.repairSsrc} msid:${sends.stream} ${sends.track}`,
      ]
    : []),
]

const dataLines = (section: MediaSection): string[] => [
  `m=application 9 ${section.protocol} webrtc-datachannel`,
  'c=IN IP4 0.0.0.0',
  `a=mid:${section.mid}`,
  'a=sctp-port:5000',
  `a=max-message-size:${MAX_MESSAGE_BYTES}`,
]

const mediaLines = ({ section, direction, sends }: WrittenSection): string[] => {
  const agreed = agreedCodec(section)
  const payloadTypes =
    agreed === undefined
      ? section.codecs.slice(0, 1).map((codec) => codec.payloadType)
      : [
          agreed.codec.payloadType,
          ...(agreed.repairPayloadType === undefined ? [] : [agreed.repairPayloadType]),
        ]
  const receives = direction === 'recvonly' && section.rids.length > 0
  return [
    `m=${section.kind} 9 UDP/TLS/RTP/SAVPF ${payloadTypes.join(' ')}`,
    'c=IN IP4 0.0.0.0',
    `a=mid:${section.mid}`,
    `a=${agreed === undefined ? 'inactive' : direction}`,
    'a=rtcp-mux',
    'a=rtcp-rsize',
    ...codecLines(section),
    // Sections we send on must repeat the stream names' extensions too: Chromium refuses its own next offer otherwise.
    ...[...section.extensions]
      .filter(([, uri]) => extensionNamed(uri) !== undefined)
      .map(([id, uri]) => `a=extmap:${id} ${uri}`),
    ...(receives
      ? [...section.rids.map((rid) => `a=rid:${rid} recv`), `a=simulcast:recv ${section.rids.join(';')}`]
      : []),
    ...(sends === undefined ? [] : sentLines(sends, agreed?.repairPayloadType !== undefined)),
  ]
}

/** The text of an offer or answer with these sections, all over one connection. */
export function writeSessionDescription(
  end: LocalEnd,
  sections: readonly WrittenSection[],
  version: number,
): string {
  const lines = [
    'v=0',
    `o=- 4611731400430051336 ${version} IN IP4 127.0.0.1`,
    's=-',
    't=0 0',
    `a=group:BUNDLE ${sections.map(({ section }) => section.mid).join(' ')}`,
    'a=msid-semantic: WMS *',
  ]
  sections.forEach((written, index) => {
    lines.push(...(written.section.kind === 'application' ? dataLines(written.section) : mediaLines(written)))
    lines.push(...endLines(end, index === 0))
  })
  return `${lines.join('\r\n')}\r\n`
}
