import { describe, expect, test } from 'vitest'
import type { JsonObject } from './canonical.ts'
import {
  bundleLog,
  bundleOf,
  checkpointOf,
  codesOf,
  dialogue,
  forged,
  good,
  key,
  leafOf,
  linesOf,
  logOf,
  meeting,
  signedBundle,
} from './given-bundle.ts'
import { generateSignerKey } from './note-keys.ts'
import { cosignatureLine, parseNote } from './note.ts'
import { formatPolicy, parsePolicy } from './policy.ts'
import { verifyBundle } from './verify.ts'

const leaf = (seq: number, change: JsonObject = {}) => leafOf('meeting/8', seq, change)

const events = (leaves: readonly Uint8Array[]) => forged({ 'logs/2/events.jsonl': linesOf(leaves) })

describe('events are refused although their log is signed, when', () => {
  test.each<[string, Uint8Array[], string, string?]>([
    ['one is left out', [leaf(0), leaf(2)], 'sequence-broken'],
    ['one is recorded before the one before it', [leaf(0), leaf(1, { at: 5 })], 'time-runs-back'],
    ['they are of another log', [leaf(0, { log: 'meeting/9' })], 'wrong-log'],
    ['one is of another log', [leaf(0), leaf(1, { log: 'meeting/9' })], 'wrong-log'],
    ['one is of a log with a longer name', [leaf(0), leaf(1, { log: 'meeting/88' })], 'wrong-log'],
    ['one has a field more', [leaf(0, { kind: 1 })], 'leaf-malformed', 'unknown-field'],
    ['one is not JSON', [Buffer.from('rubbish')], 'unexpected', 'unexpected-byte'],
    ['one has a space', [Buffer.from(' '.concat(leaf(0).toString()))], 'unexpected', 'unexpected-byte'],
    ['one is empty', [leaf(0), Buffer.of()], 'unexpected', 'truncated'],
    [
      'one is too large',
      [leaf(0, { data: { text: 'a'.repeat(70_000) } })],
      'leaf-not-canonical',
      'too-large',
    ],
    ['one is larger than a buffer', [leaf(0, { data: { text: 'a'.repeat(3_000_000) } })], 'leaf-too-large'],
  ])('%s', async (_, leaves, code, reason) => {
    const [finding] = verifyBundle(await signedBundle(...leaves)).findings
    const expected = code === 'unexpected' ? 'leaf-not-canonical' : code
    expect(finding).toMatchObject({ outcome: 'tampered', code: expected, origin: 'parley.example/meeting/8' })
    expect(finding?.reason).toBe(reason)
  })
})

describe('events are refused because nobody signed them, when', () => {
  test.each<[string, Uint8Array, string]>([
    [
      'one is rewritten',
      events(meeting.leaves.with(2, leafOf('meeting/8', 2, { type: 'Sung' }))),
      'wrong-root',
    ],
    ['one is added', events([...meeting.leaves, leafOf('meeting/8', 5)]), 'too-many-events'],
    [
      'a line is not ended',
      forged({ 'logs/2/events.jsonl': linesOf(meeting.leaves).subarray(0, -1) }),
      'line-not-ended',
    ],
    [
      'the logs have changed places',
      forged({
        'logs/1/events.jsonl': linesOf(meeting.leaves),
        'logs/2/events.jsonl': linesOf(dialogue.leaves),
      }),
      'wrong-log',
    ],
    [
      'the logs are out of order',
      forged({
        'logs/1/checkpoint': checkpointOf(meeting),
        'logs/1/events.jsonl': linesOf(meeting.leaves),
        'logs/2/checkpoint': checkpointOf(dialogue),
      }),
      'origins-out-of-order',
    ],
  ])('%s', (_, archive, code) => {
    expect(codesOf(archive)).toBe(`tampered ${code}`)
  })

  test('the end of a log is missing, which is incomplete', () => {
    expect(codesOf(events(meeting.leaves.slice(0, -1)))).toBe('incomplete too-few-events')
  })
})

describe('the policy', () => {
  test('is not met by a key the verifier does not know, whatever the bundle says of it', () => {
    const other = parsePolicy(formatPolicy([generateSignerKey('parley.example').verifierKey]))
    const report = verifyBundle(good, { policy: other })
    expect(report).toMatchObject({ outcome: 'policy-not-met', exitCode: 3, logs: [{ signedBy: [] }, {}] })
    expect(report.findings.map((finding) => finding.code)).toEqual([
      'no-known-signature',
      'no-known-signature',
    ])
  })

  test('does not hide that the events were tampered with', () => {
    const other = parsePolicy(formatPolicy([generateSignerKey('parley.example').verifierKey]))
    const tampered = forged({ 'logs/2/events.jsonl': linesOf(meeting.leaves.toSpliced(1, 1)) })
    expect(verifyBundle(tampered, { policy: other })).toMatchObject({ outcome: 'tampered', exitCode: 1 })
  })

  test('finds a false signature of a known key', () => {
    const { text } = parseNote(checkpointOf(meeting))
    const signature = checkpointOf(dialogue).split('\n').at(-2)
    const swapped = forged({ 'logs/2/checkpoint': `${text}\n${signature}\n` })
    expect(codesOf(swapped)).toBe('tampered bad-signature')
  })

  test('may need a witness, whose cosignature and time are then reported', async () => {
    const witness = generateSignerKey('north.example/witness', 'cosignature')
    const strict = parsePolicy(
      `log ${key.verifierKey.text}\nwitness north ${witness.verifierKey.text}\nquorum north\n`,
    )
    expect(codesOf(good, { policy: strict })).toBe(
      'policy-not-met quorum-not-met, policy-not-met quorum-not-met',
    )
    const checkpoint = checkpointOf(meeting)
    const cosigned = checkpoint + cosignatureLine(parseNote(checkpoint).text, witness, 1_595_462_500)
    const report = verifyBundle(await bundleOf(bundleLog(meeting, cosigned)), { policy: strict })
    expect(report).toMatchObject({
      outcome: 'sound',
      logs: [{ signedBy: [{}, { name: 'north.example/witness', cosignedAtSeconds: 1_595_462_500 }] }],
    })
  })
})

describe('held against another checkpoint, a bundle', () => {
  const rewritten = { ...meeting, leaves: meeting.leaves.with(1, leafOf('meeting/8', 1, { type: 'Sung' })) }
  const longer = logOf('meeting/8', 9)

  test.each<[string, string, string]>([
    ['is sound with an earlier head of the same history', checkpointOf(meeting, 3), 'sound'],
    ['is sound with the empty log', checkpointOf(meeting, 0), 'sound'],
    ['is sound with its own head', checkpointOf(meeting), 'sound'],
    ['is sound with a head from before the histories part', checkpointOf(rewritten, 1), 'sound'],
    [
      'is evidence of a fork with a head of another history',
      checkpointOf(rewritten, 2),
      'fork inconsistent-heads',
    ],
    [
      'is evidence of a fork with another head of its size',
      checkpointOf(rewritten),
      'fork inconsistent-heads',
    ],
    ['is too old for a later head', checkpointOf(longer), 'incomplete older-than-against'],
    [
      'has nothing to say of another log',
      checkpointOf(logOf('meeting/9', 1)),
      'incomplete no-log-of-against',
    ],
    [
      'is not compared with a head that nobody trusted has signed',
      checkpointOf(rewritten, 2, generateSignerKey('parley.example')),
      'policy-not-met against-not-signed',
    ],
  ])('%s', (_, against, codes) => {
    expect(codesOf(good, { against })).toBe(codes)
  })

  test('ends with the exit code of a fork', () => {
    expect(verifyBundle(good, { against: checkpointOf(rewritten, 2) }).exitCode).toBe(4)
  })

  test('is not read at all when the other is no checkpoint', () => {
    expect(() => verifyBundle(good, { against: 'rubbish' })).toThrow('note: no-signature')
  })
})

describe('rules of the caller', () => {
  test('see every event of every log in order, and its end', () => {
    const seen: string[] = []
    const report = verifyBundle(good, {
      check: ({ origin }) => ({
        event(envelope) {
          seen.push(`${envelope.log} ${envelope.seq} ${JSON.stringify(envelope.data)}`)
          return undefined
        },
        end() {
          seen.push(`end of ${origin}`)
          return undefined
        },
      }),
    })
    expect(report.outcome).toBe('sound')
    expect(seen).toHaveLength(3 + 5 + 2)
    expect(seen[0]).toBe('dialogue/1 0 {"text":"Слово 0","zh":"发言"}')
    expect(seen[3]).toBe('end of parley.example/dialogue/1')
  })

  test('can refuse an event or a whole log', () => {
    const refusing = verifyBundle(good, {
      check: () => ({ event: ({ seq }) => (seq === 2 ? 'floor-taken' : undefined), end: () => undefined }),
    })
    expect(refusing.findings).toMatchObject([{ code: 'event-refused', seq: 2, reason: 'floor-taken' }])
    const ending = verifyBundle(good, {
      check: () => ({ event: () => undefined, end: () => 'not-adjourned' }),
    })
    expect(ending.findings).toMatchObject([{ code: 'log-refused', reason: 'not-adjourned' }])
  })
})
