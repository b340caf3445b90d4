import type { IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'

/** What of a request tells where it comes from. */
type Coming = Pick<IncomingMessage, 'headers'> & {
  readonly socket: Pick<IncomingMessage['socket'], 'remoteAddress'>
}

/**
 * The network address of who asks. A house whose own address is `https` has a proxy before it, for it speaks no TLS itself:
 * there it is whom the proxy names last in `X-Forwarded-For`, and all that stands before that anybody may have written.
 * Only a proxy beside us, on this machine or a private network, is believed.
 */
export const askerOf = ({ headers, socket }: Coming, origin: string): string => {
  const peer = socket.remoteAddress ?? ''
  if (!origin.startsWith('https:') || !isBesideUs(peer)) return peer
  const named = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .at(-1)
    ?.trim()
  return named !== undefined && isIP(named) !== 0 ? named : peer
}

const PRIVATE = new BlockList()
for (const [network, bits] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  PRIVATE.addSubnet(network, bits, 'ipv4')
PRIVATE.addAddress('::1', 'ipv6')
PRIVATE.addSubnet('fc00::', 7, 'ipv6')

const isBesideUs = (address: string): boolean => {
  const plain = address.split('%')[0] ?? ''
  const kind = isIP(plain)
  return kind !== 0 && PRIVATE.check(plain, kind === 4 ? 'ipv4' : 'ipv6')
}
