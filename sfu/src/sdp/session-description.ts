import type { ExtensionName } from '../rtp/rtp-packet.ts'

export type MediaKind = 'audio' | 'video' | 'application'
export type Direction = 'sendrecv' | 'sendonly' | 'recvonly' | 'inactive'

export interface Codec {
  readonly payloadType: number
  readonly name: string
  readonly clockRate: number
  readonly channels: string | undefined
  readonly format: string | undefined
  readonly feedback: readonly string[]
}

export interface MediaSection {
  readonly kind: MediaKind
  readonly protocol: string
  readonly mid: string
  readonly direction: Direction
  readonly codecs: readonly Codec[]
  readonly extensions: ReadonlyMap<number, string>
  readonly rids: readonly string[]
  /** The client's own name of the track it sends here. */
  readonly trackName: string | undefined
  readonly ssrcs: readonly number[]
  /** Retransmissions' SSRC by the SSRC they repair. */
  readonly repairs: ReadonlyMap<number, number>
}

export interface IceParameters {
  readonly ufrag: string
  readonly password: string
  readonly fingerprint: string
  readonly setup: string
}

export interface SessionDescription {
  readonly ice: IceParameters
  readonly sections: readonly MediaSection[]
}

const MOST_SECTIONS = 500
/** The extension that names a packet's section (RFC 9143, section 15). */
export const MID_URI = 'urn:ietf:params:rtp-hdrext:sdes:mid'
/** The extension that says when a packet was sent (abs-send-time). */
export const SEND_TIME_URI = 'http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time'
const EXTENSIONS: ReadonlyMap<string, ExtensionName> = new Map([
  [MID_URI, 'mid'],
  ['urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id', 'rid'],
  ['urn:ietf:params:rtp-hdrext:sdes:repaired-rtp-stream-id', 'repaired-rid'],
  ['urn:ietf:params:rtp-hdrext:ssrc-audio-level', 'audio-level'],
  [SEND_TIME_URI, 'send-time'],
])

/** The name this server knows a header extension under; undefined for those it leaves out. */
export const extensionNamed = (uri: string): ExtensionName | undefined => EXTENSIONS.get(uri)

const isMediaKind = (word: string | undefined): word is MediaKind =>
  word === 'audio' || word === 'video' || word === 'application'

/** The values of `a=<name>:<value>` lines. */
const valuesOf = (lines: readonly string[], name: string): string[] => {
  const prefix = `a=${name}:`
  return lines.filter((line) => line.startsWith(prefix)).map((line) => line.slice(prefix.length).trim())
}

const directionOf = (lines: readonly string[]): Direction => {
  for (const direction of ['sendrecv', 'sendonly', 'recvonly', 'inactive'] as const) {
    if (lines.includes(`a=${direction}`)) return direction
  }
  return 'sendrecv'
}

const codecsOf = (lines: readonly string[], payloadTypes: readonly number[]): Codec[] => {
  const codecs: Codec[] = []
  for (const payloadType of payloadTypes) {
    const map = valuesOf(lines, 'rtpmap').find((value) => value.startsWith(`${payloadType} `))
    const match = map?.match(/^\d+ ([^/\s]+)\/(\d+)(?:\/(\d+))?$/)
    if (match?.[1] === undefined || match[2] === undefined) continue
    const after = (name: string): string[] =>
      valuesOf(lines, name)
        .filter((value) => value.startsWith(`${payloadType} `))
        .map((value) => value.slice(`${payloadType} `.length))
    codecs.push({
      payloadType,
      name: match[1].toLowerCase(),
      clockRate: Number(match[2]),
      channels: match[3],
      format: after('fmtp')[0],
      feedback: after('rtcp-fb'),
    })
  }
  return codecs
}

const numberAt = (text: string): number => Number(text.split(' ')[0])

const sectionOf = (lines: readonly string[]): MediaSection | undefined => {
  const [kind, , protocol, ...formats] = (lines[0] ?? '').slice(2).split(' ')
  const mid = valuesOf(lines, 'mid')[0]
  if (!isMediaKind(kind) || protocol === undefined || mid === undefined) return undefined
  const extensions = new Map<number, string>()
  for (const value of valuesOf(lines, 'extmap')) {
    const match = value.match(/^(\d+)(?:\/\w+)? (\S+)/)
    if (match?.[2] !== undefined) extensions.set(Number(match[1]), match[2])
  }
  const repairs = new Map<number, number>()
  for (const value of valuesOf(lines, 'ssrc-group')) {
    const [semantics, primary, repair] = value.split(' ')
    if (semantics === 'FID' && primary !== undefined && repair !== undefined) {
      repairs.set(Number(primary), Number(repair))
    }
  }
  const repairing = new Set(repairs.values())
  const ssrcs = new Set(valuesOf(lines, 'ssrc').map(numberAt))
  return {
    kind,
    protocol,
    mid,
    direction: directionOf(lines),
    codecs: codecsOf(lines, formats.map(Number)),
    extensions,
    rids: valuesOf(lines, 'rid').flatMap((value) => {
      const match = value.match(/^(\S+) send/)
      return match?.[1] === undefined ? [] : [match[1]]
    }),
    trackName: valuesOf(lines, 'msid')[0]?.split(' ')[1],
    ssrcs: [...ssrcs].filter((ssrc) => !repairing.has(ssrc)),
    repairs,
  }
}

/** Reads an offer or answer; undefined if it is not one this server can work with. */
export function readSessionDescription(sdp: string): SessionDescription | undefined {
  const parts = sdp.split(/\r?\n(?=m=)/).map((part) => part.split(/\r?\n/).filter((line) => line !== ''))
  if (parts.length < 2 || parts.length > MOST_SECTIONS) return undefined
  const lines = parts.flat()
  const ufrag = valuesOf(lines, 'ice-ufrag')[0]
  const password = valuesOf(lines, 'ice-pwd')[0]
  const fingerprint = valuesOf(lines, 'fingerprint')[0]
  const setup = valuesOf(lines, 'setup')[0] ?? 'actpass'
  if (ufrag === undefined || password === undefined || fingerprint === undefined) return undefined
  const sections = parts.slice(1).map(sectionOf)
  const whole = sections.filter((section) => section !== undefined)
  if (whole.length !== sections.length) return undefined
  return { ice: { ufrag, password, fingerprint, setup }, sections: whole }
}

const CODEC_OF_KIND = { audio: 'opus', video: 'vp8' } as const

export interface AgreedCodec {
  readonly codec: Codec
  readonly repairPayloadType: number | undefined
}

/** The codec both sides speak in this section: Opus or VP8, with its retransmissions. */
export function agreedCodec(section: MediaSection): AgreedCodec | undefined {
  if (section.kind === 'application') return undefined
  const name = CODEC_OF_KIND[section.kind]
  const codec = section.codecs.find((candidate) => candidate.name === name)
  if (codec === undefined) return undefined
  const repair = section.codecs.find(
    (candidate) => candidate.name === 'rtx' && candidate.format === `apt=${codec.payloadType}`,
  )
  return { codec, repairPayloadType: repair?.payloadType }
}
