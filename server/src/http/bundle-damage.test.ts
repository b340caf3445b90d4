import { parseVerifierKey } from '@parley/record/note-keys'
import { formatPolicy, parsePolicy } from '@parley/record/policy'
import { verifyBundle } from '@parley/record/verify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  field,
  type FictionalServer,
  fictionalServer,
  inSession,
  MEETING,
  OPERATOR,
  words,
} from '../fictional-server.ts'
import { seededRandom } from '../random-command.ts'

let server: FictionalServer
let bundle: Buffer
let policy: ReturnType<typeof parsePolicy>
beforeAll(async () => {
  server = await fictionalServer()
  const seats = await inSession(server)
  const officer = seats['officer'] ?? ''
  await server.act(officer, `${MEETING}/acts`, { type: 'EnterNote', body: words('关于流域，плотина') })
  const response = await fetch(`${server.origin}/api${MEETING}/record`, {
    headers: { authorization: `Bearer ${OPERATOR}` },
  })
  bundle = Buffer.from(await response.arrayBuffer())
  const key = String(field(await server.ask(undefined, 'GET', '/key'), 'key'))
  policy = parsePolicy(formatPolicy([parseVerifierKey(key)]))
})
afterAll(() => server.close())

const outcomeOf = (bytes: Uint8Array): string => verifyBundle(bytes, { policy }).outcome

describe('the bundle of a real meeting', () => {
  it('is sound as it came', () => {
    expect(outcomeOf(bundle)).toBe('sound')
  })

  it('is refused with any one bit changed, at 2500 places', () => {
    const random = seededRandom(8)
    const passed: string[] = []
    for (let count = 0; count < 2500; count += 1) {
      const at = Math.floor(((count + random()) * bundle.length) / 2500)
      const bit = 1 << Math.floor(random() * 8)
      const damaged = Buffer.from(bundle)
      damaged.writeUInt8(damaged.readUInt8(at) ^ bit, at)
      if (outcomeOf(damaged) === 'sound') passed.push(`byte ${at}, bit ${bit}`)
    }
    expect(passed).toEqual([])
  }, 60_000)

  it('is refused when the download broke off, wherever', () => {
    const passed: number[] = []
    for (let count = 0; count < 500; count += 1) {
      const length = Math.floor((count * bundle.length) / 500)
      if (outcomeOf(bundle.subarray(0, length)) === 'sound') passed.push(length)
    }
    for (let missing = 1; missing <= 1024; missing += 31) {
      if (outcomeOf(bundle.subarray(0, bundle.length - missing)) === 'sound') passed.push(-missing)
    }
    expect(passed).toEqual([])
  }, 60_000)

  it.each([1, 512, 1024, 10_240])('is refused with %i bytes more behind it', (more) => {
    expect(outcomeOf(Buffer.concat([bundle, Buffer.alloc(more)]))).not.toBe('sound')
  })
})
