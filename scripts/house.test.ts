import { readdirSync, readFileSync, statSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const read = (path: string): string => readFileSync(path, 'utf8')
const folders = readdirSync('.').filter(
  (name) =>
    statSync(name).isDirectory() &&
    !name.startsWith('.') &&
    !['node_modules', 'data', 'coverage'].includes(name),
)

type Locked = { readonly resolved?: string; readonly optionalDependencies?: Readonly<Record<string, string>> }
const lock: { readonly packages: Readonly<Record<string, Locked>> } = JSON.parse(read('package-lock.json'))

describe('the house', () => {
  test('every top-level folder has a line in the map of ARCHITECTURE.md', () => {
    const map = read('ARCHITECTURE.md')
    expect(folders.filter((name) => !map.includes(`\`${name}/\``))).toEqual([])
  })

  test('no folder is an attic', () => {
    const attics = new Set(['utils', 'helpers', 'common', 'shared', 'core', 'services', 'misc'])
    const walk = (path: string): string[] =>
      readdirSync(path, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
        .flatMap((entry) => [
          ...(attics.has(entry.name) ? [`${path}/${entry.name}`] : []),
          ...walk(`${path}/${entry.name}`),
        ])
    expect(folders.flatMap(walk)).toEqual([])
  })

  test('the lock file names no download address', () => {
    const addresses = Object.values(lock.packages).flatMap(({ resolved }) =>
      resolved !== undefined && /^[a-z+]+:\/\//.test(resolved) ? [resolved] : [],
    )
    expect(addresses).toEqual([])
  })

  test('the lock file has every optional platform package of the tools, so that it installs on every platform', () => {
    const missing = Object.entries(lock.packages).flatMap(([path, locked]) =>
      Object.keys(locked.optionalDependencies ?? {}).flatMap((name) =>
        `node_modules/${name}` in lock.packages || `${path}/node_modules/${name}` in lock.packages
          ? []
          : [`${path} → ${name}`],
      ),
    )
    expect(missing).toEqual([])
  })

  test('every dependency is pinned to one exact version', () => {
    const manifests = [
      'package.json',
      ...folders
        .map((name) => `${name}/package.json`)
        .filter((path) => statSync(path, { throwIfNoEntry: false }) !== undefined),
    ]
    const loose = manifests.flatMap((path) => {
      const manifest: Record<string, Record<string, string> | undefined> = JSON.parse(read(path))
      return ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
        Object.entries(manifest[kind] ?? {}).flatMap(([name, version]) =>
          /^\d+\.\d+\.\d+$/.test(version) ? [] : [`${path}: ${name} ${version}`],
        ),
      )
    })
    expect(loose).toEqual([])
  })
})
