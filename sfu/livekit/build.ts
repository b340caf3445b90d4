import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

// Builds the real LiveKit server at the version pinned in go.mod, once, into .cache/livekit.

const here = fileURLToPath(new URL('.', import.meta.url))
const folder = fileURLToPath(new URL('../../.cache/livekit/', import.meta.url))
const binary = `${folder}livekit-server`
const stamp = `${folder}built-from`
const pinned = readFileSync(`${here}go.mod`, 'utf8')

const isBuilt = existsSync(binary) && existsSync(stamp) && readFileSync(stamp, 'utf8') === pinned
if (!isBuilt) {
  if (spawnSync('go', ['version']).status !== 0) {
    process.stderr.write('No Go toolchain here: the real LiveKit server is not built.\n')
    process.exit(1)
  }
  process.stderr.write('Building the real LiveKit server; this takes some minutes the first time.\n')
  mkdirSync(folder, { recursive: true })
  const target = 'github.com/livekit/livekit-server/cmd/server'
  const build = ['build', '-mod=readonly', '-trimpath', '-ldflags', '-s -w', '-o', binary, target]
  const { status } = spawnSync('go', build, { cwd: here, stdio: 'inherit', timeout: 30 * 60_000 })
  if (status !== 0) process.exit(status ?? 1)
  writeFileSync(stamp, pinned)
}
