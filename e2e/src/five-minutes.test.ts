import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parley } from './system.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-five-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('the five minutes of the README', () => {
  test('the model case is rehearsed, its record exported, verified, and refused after one flipped bit', async () => {
    const bundle = join(folder, 'eighth.parley')
    const rehearsal = await parley(
      'rehearse',
      'examples/dialogue-of-ruling-parties-8.yaml',
      '--export',
      bundle,
    )
    expect(rehearsal).toMatchObject({ code: 0 })
    expect(await parley('verify', bundle)).toMatchObject({ code: 0 })

    const bytes = await readFile(bundle)
    const middle = Math.floor(bytes.length / 2)
    bytes[middle] = (bytes[middle] ?? 0) ^ 1
    const forged = join(folder, 'forged.parley')
    await writeFile(forged, bytes)
    expect(await parley('verify', forged)).toMatchObject({ code: 1 })
  }, 60_000)
})
