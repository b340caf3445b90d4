import { expect, it } from 'vitest'
import { mediaAddresses } from './media-addresses.ts'

it.each([
  ['this machine alone', '127.0.0.1', undefined, '127.0.0.1', undefined],
  ['this machine by name', 'localhost', '127.0.0.1', '127.0.0.1', '127.0.0.1'],
  ['a proxy before it, and a public address', '127.0.0.1', '203.0.113.7', '0.0.0.0', '203.0.113.7'],
  ['one address of several', '192.0.2.4', undefined, '192.0.2.4', undefined],
  ['one address, known by another outside', '192.0.2.4', '203.0.113.7', '192.0.2.4', '203.0.113.7'],
  ['all addresses, known by one outside', '0.0.0.0', '203.0.113.7', '0.0.0.0', '203.0.113.7'],
])('the media server is heard where browsers are sent: %s', (_, host, named, address, announced) => {
  expect(mediaAddresses(host, named)).toEqual({ address, announced })
})
