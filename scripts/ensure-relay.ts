import { spawnSync } from 'node:child_process'

const PACKAGES: Readonly<Record<string, string>> = {
  ip: 'iproute2',
  nft: 'nftables',
  turnserver: 'coturn',
  openssl: 'openssl',
}

/** What a meeting behind a firewall needs to be tried on this machine and has not got; nothing when it can be tried. */
export const missingForWalls = (): readonly string[] => {
  const programs = Object.keys(PACKAGES).filter((program) => !isHere(program))
  if (programs.length > 0) return programs
  return mayMakeNetworks() ? [] : ['the right to make network namespaces (root)']
}

/**
 * Installs from Debian what walled networks need, where the machine has apt and lets us. Where it does not, the test of
 * the firewall says what is missing.
 */
export const ensureRelay = (): void => {
  const missing = missingForWalls().flatMap((name) => PACKAGES[name] ?? [])
  if (missing.length === 0 || process.getuid?.() !== 0 || !isHere('apt-get')) return
  process.stdout.write(`Installing ${missing.join(', ')} for the test of a meeting behind a firewall.\n`)
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'] as ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeout: 10 * 60_000,
  }
  spawnSync('apt-get', ['update', '-q'], options)
  spawnSync('apt-get', ['install', '-qy', '--no-install-recommends', ...missing], options)
}

const isHere = (program: string): boolean =>
  spawnSync('/bin/sh', ['-c', `command -v ${program}`], { stdio: 'ignore' }).status === 0

const mayMakeNetworks = (): boolean => {
  const name = `parley-try-${process.pid}`
  if (spawnSync('ip', ['netns', 'add', name], { stdio: 'ignore' }).status !== 0) return false
  const { status } = spawnSync('ip', ['netns', 'exec', name, 'nft', 'list', 'ruleset'], { stdio: 'ignore' })
  spawnSync('ip', ['netns', 'delete', name], { stdio: 'ignore' })
  return status === 0
}
