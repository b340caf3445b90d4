import { gzipSync } from 'node:zlib'
import {
  ConnectionSettings,
  JoinRequest,
  SessionDescription,
  WrappedJoinRequest,
  WrappedJoinRequest_Compression,
} from '@livekit/protocol'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readJoinAsk } from './join-ask.ts'

const url = (path: string, query: Record<string, string>) =>
  new URL(`${path}?${new URLSearchParams(query).toString()}`, 'http://media')

const request = new JoinRequest({
  connectionSettings: new ConnectionSettings({ autoSubscribe: false, adaptiveStream: true }),
  reconnect: true,
  participantSid: 'PA_1',
  publisherOffer: new SessionDescription({ type: 'offer', sdp: 'v=0' }),
})

const wrapped = (bytes: Uint8Array, compression: WrappedJoinRequest_Compression): string =>
  Buffer.from(new WrappedJoinRequest({ joinRequest: bytes, compression }).toBinary()).toString('base64url')

describe('what a client asks for when it joins', () => {
  it.each([
    ['plain', wrapped(request.toBinary(), WrappedJoinRequest_Compression.NONE)],
    ['compressed', wrapped(gzipSync(request.toBinary()), WrappedJoinRequest_Compression.GZIP)],
  ])('is read from the single-connection protocol, %s', (_, text) => {
    const ask = readJoinAsk(url('/rtc/v1', { access_token: 't', join_request: text }), undefined)
    expect(ask).toMatchObject({
      version: 1,
      token: 't',
      autoSubscribe: false,
      adaptiveStream: true,
      resumes: 'PA_1',
    })
    expect(ask?.offer?.sdp).toBe('v=0')
  })

  it('is read from the older protocol', () => {
    const query = {
      access_token: 't',
      auto_subscribe: '0',
      adaptive_stream: '1',
      reconnect: '1',
      sid: 'PA_2',
    }
    expect(readJoinAsk(url('/rtc', query), undefined)).toMatchObject({
      version: 0,
      autoSubscribe: false,
      adaptiveStream: true,
      resumes: 'PA_2',
      offer: undefined,
    })
    expect(readJoinAsk(url('/rtc', { access_token: 't' }), undefined)).toMatchObject({
      autoSubscribe: true,
      resumes: undefined,
    })
  })

  it('takes the token from the header where it is not in the address', () => {
    expect(readJoinAsk(url('/rtc', {}), 'Bearer from-header')?.token).toBe('from-header')
    expect(readJoinAsk(url('/rtc', {}), undefined)?.token).toBe('')
  })

  it('is none when it would unpack to more than anyone needs', () => {
    const bomb = wrapped(gzipSync(Buffer.alloc(5_000_000)), WrappedJoinRequest_Compression.GZIP)
    expect(readJoinAsk(url('/rtc/v1', { join_request: bomb }), undefined)).toBeUndefined()
  })

  it('never throws on any text', () => {
    fc.assert(
      fc.property(fc.string(), fc.boolean(), (text, packed) => {
        const value = packed
          ? wrapped(Buffer.from(text), WrappedJoinRequest_Compression.GZIP)
          : Buffer.from(text).toString('base64url')
        const ask = readJoinAsk(url('/rtc/v1', { join_request: value }), undefined)
        expect(ask === undefined || ask.version === 1).toBe(true)
      }),
    )
  })
})
