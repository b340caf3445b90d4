import { parseCheckpoint } from '@parley/record/checkpoint'
import { leafHash } from '@parley/record/merkle-hash'
import { parseVerifierKey } from '@parley/record/note-keys'
import { formatPolicy, openUnderPolicy, parsePolicy } from '@parley/record/policy'
import { verifyConsistency } from '@parley/record/proofs'
import { verifyTlogProof } from '@parley/record/tlog-proof'
import { verifyBundle } from '@parley/record/verify'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  field,
  type FictionalServer,
  fictionalServer,
  inSession,
  MEETING,
  MEETING_LOG,
  OPERATOR,
  problemOf,
  type Seats,
  words,
} from '../fictional-server.ts'

let server: FictionalServer
let seats: Seats
beforeEach(async () => {
  server = await fictionalServer()
  seats = await inSession(server)
})
afterEach(() => server.close())

const read = async (path: string): Promise<string> =>
  (await server.ask(seats['north-head'], 'GET', `${MEETING}${path}`)).text
const policy = async () => {
  const key = field(await server.ask(undefined, 'GET', '/key'), 'key')
  return parsePolicy(formatPolicy([parseVerifierKey(String(key))]))
}

describe('the signed head', () => {
  it('counts every leaf and is signed by the server’s key', async () => {
    const verdict = openUnderPolicy(await read('/checkpoint'), await policy())
    expect(verdict).toMatchObject({
      ok: true,
      checkpoint: {
        origin: `parley.example/${MEETING_LOG}`,
        size: await server.events.size(MEETING_LOG),
      },
    })
  })

  it('of an earlier moment begins a later one', async () => {
    const earlier = parseCheckpoint(await read('/checkpoint'))
    await server.act(seats['officer'] ?? '', `${MEETING}/acts`, { type: 'CloseList' })
    const later = parseCheckpoint(await read('/checkpoint'))
    const path = `${MEETING}/consistency?from=${earlier.size}&to=${later.size}`
    const hashes = field(await server.ask(seats['north-head'], 'GET', path), 'hashes')
    expect(later.size).toBe(earlier.size + 1)
    expect(
      verifyConsistency({
        from: earlier.size,
        fromRoot: earlier.root,
        to: later.size,
        toRoot: later.root,
        proof: (Array.isArray(hashes) ? hashes : []).map((hash) => Buffer.from(String(hash), 'base64')),
      }),
    ).toBe(true)
  })

  it('has every leaf in it, by a proof that stands alone', async () => {
    const leaves = await server.events.read(MEETING_LOG, 0, 100)
    const known = await policy()
    expect(leaves.length).toBeGreaterThan(10)
    for (const [seq, leaf] of leaves.entries()) {
      const proof = await read(`/proof?seq=${seq}`)
      expect(verifyTlogProof(proof, leaf, known)).toMatchObject({ ok: true, index: seq })
      expect(leafHash(leaf)).toHaveLength(32)
    }
  })
})

const download = async (token: string | undefined): Promise<Response> =>
  fetch(`${server.origin}/api${MEETING}/record`, { headers: { authorization: `Bearer ${token}` } })

describe('the bundle', () => {
  it.each(['north-head', 'south-desk', 'officer', 'operator'])('is sound when %s takes it', async (seat) => {
    const response = await download(seat === 'operator' ? OPERATOR : seats[seat])
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="river-first.parley"')
    const bytes = new Uint8Array(await response.arrayBuffer())
    const report = verifyBundle(bytes, { policy: await policy() })
    expect([report.outcome, report.findings]).toEqual(['sound', []])
    expect(report.logs).toHaveLength(2)
  })

  it.each(['observer', 'north-press'])('does not exist for %s, who sees only part of it', async (seat) => {
    const response = await download(seats[seat])
    expect(response.status).toBe(404)
  })
})

const draft = (language: string) =>
  server.ask(seats['north-desk'], 'POST', `${MEETING}/acts`, {
    id: `draft-${language}-1`,
    command: { type: 'DraftRelease', release: 'main', language },
  })

describe('a release', () => {
  beforeEach(async () => {
    const officer = seats['officer'] ?? ''
    await server.act(officer, `${MEETING}/acts`, { type: 'ConcludeItem' })
    await server.act(officer, `${MEETING}/acts`, { type: 'AdjournMeeting' })
  })
  it.each(['zh', 'ru', 'en'])('in %s is drafted from the record when none is given', async (language) => {
    expect((await draft(language)).status).toBe(200)
    const view = await server.ask(seats['north-press'], 'GET', `${MEETING}/releases`)
    expect(field(view, 'versions')).toMatchObject([{ release: 'main', language, revision: 1 }])
  })

  it('drafted twice with one act id is drafted once', async () => {
    await draft('en')
    expect(field(await draft('en'), 'repeated')).toBe(true)
  })

  it('in a language without a writer must be given', async () => {
    const told = await draft('fi')
    expect([told.status, problemOf(told)]).toEqual([422, 'no-writer-for-language'])
  })

  it('is the press desk’s to see', async () => {
    const told = await server.ask(seats['observer'], 'GET', `${MEETING}/releases`)
    expect(problemOf(told)).toBe('not-entitled')
  })
})

describe('a disk that fails', () => {
  it('is told as such, and nothing is acknowledged', async () => {
    await server.events.close()
    const told = await server.ask(seats['officer'], 'POST', `${MEETING}/acts`, {
      id: 'after-close-1',
      command: { type: 'EnterNote', body: words('lost') },
    })
    expect([told.status, problemOf(told)]).toEqual([503, 'closing'])
    expect(told.headers['retry-after']).toBe('5')
  })
})
