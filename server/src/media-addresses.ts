import { networkInterfaces } from 'node:os'

/**
 * What the media server binds, and what it tells browsers. It is heard where the house is; but a house behind a proxy on
 * the same machine is heard by the proxy alone, and sound and pictures do not go through that: whoever names an address
 * for them is heard on all. `announced` is absent where it is what is bound.
 */
export const mediaAddresses = (
  host: string,
  named: string | undefined,
): { readonly address: string; readonly announced: string | undefined } => {
  if (LOOPBACK.test(host)) {
    const isForOthers = named !== undefined && !LOOPBACK.test(named)
    return { address: isForOthers ? ANY : '127.0.0.1', announced: named }
  }
  if (/^\d+\.\d+\.\d+\.\d+$/.test(host) && host !== ANY) return { address: host, announced: named }
  return { address: ANY, announced: named ?? ownAddress() }
}

const LOOPBACK = /^(127\.|localhost$|::1$)/
const ANY = '0.0.0.0'

const ownAddress = (): string | undefined =>
  Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address
