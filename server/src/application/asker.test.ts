import { describe, expect, it } from 'vitest'
import { askerOf } from './asker.ts'

const PROXIED = 'https://parley.example'
const OWN = 'http://localhost:8420'

const asker = (peer: string | undefined, forwarded: string | undefined, origin = PROXIED): string =>
  askerOf(
    {
      headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
      socket: { remoteAddress: peer },
    },
    origin,
  )

describe('who asks', () => {
  it.each([
    ['127.0.0.1', '203.0.113.7', '203.0.113.7'],
    ['::1', '2001:db8::7', '2001:db8::7'],
    ['::ffff:127.0.0.1', '203.0.113.7', '203.0.113.7'],
    ['172.18.0.3', '203.0.113.7', '203.0.113.7'],
    ['fd00::2', '203.0.113.7', '203.0.113.7'],
  ])('is whom a proxy at %s names: %s', (peer, forwarded, address) => {
    expect(asker(peer, forwarded)).toBe(address)
  })

  it('is whom the proxy itself saw, whatever the asker wrote before it', () => {
    expect(asker('127.0.0.1', '198.51.100.1, 10.0.0.1 ,203.0.113.7')).toBe('203.0.113.7')
  })

  it.each<[string, string | undefined, string, string]>([
    ['198.51.100.9', '203.0.113.7', PROXIED, 'comes past the proxy'],
    ['127.0.0.1', '203.0.113.7', OWN, 'comes to a house without a proxy'],
    ['127.0.0.1', undefined, PROXIED, 'comes by a proxy that names nobody'],
    ['127.0.0.1', 'unknown', PROXIED, 'comes by a proxy that names no address'],
    ['127.0.0.1', '203.0.113.7, ', PROXIED, 'is named with nothing behind the comma'],
  ])('is who is connected, %s, where one (%s, %s) %s', (peer, forwarded, origin, _why) => {
    expect(asker(peer, forwarded, origin)).toBe(peer)
  })

  it('is nobody where the connection has gone', () => {
    expect(asker(undefined, '203.0.113.7')).toBe('')
  })
})
