import { spawnSync } from 'node:child_process'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser } from '../../scripts/ensure-browser.ts'

/**
 * An office network behind a wall that lets nothing out but TCP to port 443, made of network namespaces of its own, and
 * this machine as the world outside. Takes root.
 */
export type WalledNetwork = {
  /** This machine’s address, as the office sees it. */
  readonly server: string
  /** Another address of this machine, for the relay. */
  readonly relay: string
  /** A third one, for a media server that browsers reach themselves. */
  readonly engine: string
  /** A program that starts the browser inside the office. */
  readonly browserInside: string
  /** How many packets the wall has stopped and has let through so far. */
  readonly counts: () => {
    readonly udpStopped: number
    readonly otherStopped: number
    readonly passed: number
  }
  /** Lets nothing at all through until `mend`; nobody inside or outside is told. */
  readonly cut: () => void
  readonly mend: () => void
  readonly end: () => Promise<void>
}

/** Of the addresses set aside for trying networks (RFC 2544), five that no other run has now. */
const freeBlock = (): readonly [string, string, string, string, string] => {
  const taken = command('ip', ['-4', '-o', 'addr'])
  const [second, third, fourth] = [
    18 + (process.pid % 2),
    (process.pid >> 1) % 256,
    ((process.pid >> 9) % 16) * 16,
  ]
  const at = (host: number): string => `198.${second}.${third}.${fourth + host}`
  if (taken.includes(`${at(1)}/`)) throw new Error(`${at(1)} is taken; try again`)
  return [at(1), at(2), at(4), at(3), at(9)]
}

/** Builds the network. Whatever of it stands is taken down again when a part of it cannot be had. */
export const walledNetwork = async (): Promise<WalledNetwork> => {
  const [server, relay, engine, wallOutside, office] = freeBlock()
  const wallInside = office.replace(/\d+$/, (last) => String(Number(last) + 1))
  const id = process.pid.toString(36)
  const [home, wall, link] = [`parley-home-${id}`, `parley-wall-${id}`, `pw${id}`]
  const folder = await mkdtemp(join(tmpdir(), 'parley-wall-'))
  const end = async (): Promise<void> => {
    for (const name of [home, wall]) spawnSync('ip', ['netns', 'delete', name], { stdio: 'ignore' })
    spawnSync('ip', ['link', 'delete', link], { stdio: 'ignore' })
    await rm(folder, { recursive: true, force: true })
  }
  try {
    for (const line of [
      `netns add ${home}`,
      `netns add ${wall}`,
      `link add ${link} type veth peer name out netns ${wall}`,
      `addr add ${server}/29 dev ${link}`,
      `addr add ${relay}/29 dev ${link}`,
      `addr add ${engine}/29 dev ${link}`,
      `link set ${link} up`,
      `-n ${wall} addr add ${wallOutside}/29 dev out`,
      `-n ${wall} link set out up`,
      `-n ${wall} link add in type veth peer name office netns ${home}`,
      `-n ${wall} addr add ${wallInside}/29 dev in`,
      `-n ${wall} link set in up`,
      `-n ${home} addr add ${office}/29 dev office`,
      `-n ${home} link set lo up`,
      `-n ${home} link set office up`,
      `-n ${home} route add default via ${wallInside}`,
    ])
      command('ip', line.split(' '))
    inside(wall, ['sh', '-c', 'echo 1 > /proc/sys/net/ipv4/ip_forward'])
    inside(wall, ['nft', '-f', '-'], RULES)
    const browserInside = join(folder, 'browser')
    await writeFile(browserInside, `#!/bin/sh\nexec ip netns exec ${home} ${findBrowser()} "$@"\n`)
    await chmod(browserInside, 0o755)
    return {
      server,
      relay,
      engine,
      browserInside,
      counts: () => countsOf(wall),
      cut: () => void command('ip', ['-n', wall, 'link', 'set', 'out', 'down']),
      mend: () => void command('ip', ['-n', wall, 'link', 'set', 'out', 'up']),
      end,
    }
  } catch (cause) {
    await end()
    throw cause
  }
}

/** What is inside goes out under the wall’s own address, to port 443 over TCP, and nowhere else. */
const RULES = `
table ip wall {
  counter passed {}
  counter udp-stopped {}
  counter other-stopped {}
  chain forward {
    type filter hook forward priority 0; policy drop;
    tcp dport 443 counter name passed accept
    ct state established tcp sport 443 accept
    meta l4proto udp counter name udp-stopped drop
    counter name other-stopped drop
  }
  chain nat {
    type nat hook postrouting priority 100;
    oifname "out" masquerade
  }
}
`

const countsOf = (wall: string): ReturnType<WalledNetwork['counts']> => {
  const listed: {
    readonly nftables: readonly { readonly counter?: { readonly name: string; readonly packets: number } }[]
  } = JSON.parse(inside(wall, ['nft', '-j', 'list', 'counters']))
  const packets = (name: string): number =>
    listed.nftables.find(({ counter }) => counter?.name === name)?.counter?.packets ?? Number.NaN
  return {
    udpStopped: packets('udp-stopped'),
    otherStopped: packets('other-stopped'),
    passed: packets('passed'),
  }
}

const inside = (name: string, line: readonly string[], input = ''): string =>
  command('ip', ['netns', 'exec', name, ...line], input)

const command = (program: string, line: readonly string[], input = ''): string => {
  const { status, stdout, stderr } = spawnSync(program, line, { encoding: 'utf8', input, timeout: 20_000 })
  if (status !== 0) throw new Error(`${program} ${line.join(' ')}: ${stderr}`)
  return stdout
}
