import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MediaGrant, MediaSource } from './grants.ts'
import { CONNECTIONS_PER_SEAT, mediaCorrections, type Attending, type MediaCorrection } from './reconcile.ts'

const SEATS = ['north-head', 'south-head', 'observer']
const grant = fc.record({
  publish: fc.subarray<MediaSource>(['microphone', 'camera', 'screen']),
  receive: fc.boolean(),
})
const grants = fc
  .dictionary(fc.constantFrom(...SEATS), grant)
  .map((entries) => new Map<string, MediaGrant>(Object.entries(entries)))
const attending = fc.uniqueArray(
  fc.record({
    identity: fc.integer({ min: 0, max: 9 }).map((n) => `connection-${n}`),
    seat: fc.option(fc.constantFrom(...SEATS, 'stranger'), { nil: undefined }),
    may: grant,
    publishes: fc.constant<readonly MediaSource[]>([]),
  }),
  { selector: ({ identity }) => identity },
)
const elsewhere = fc.subarray(SEATS).map((seats) => new Set(seats))

/** What the room's server holds once it has done as told. */
const corrected = (
  room: readonly Attending[],
  corrections: readonly MediaCorrection[],
): readonly Attending[] =>
  room.flatMap((one) => {
    const correction = corrections.find(({ identity }) => identity === one.identity)
    if (correction === undefined) return [one]
    return correction.kind === 'remove' ? [] : [{ ...one, may: correction.grant }]
  })

describe('bringing a media room to what the record says', () => {
  it('leaves nobody with more or less than the record gives, and is done after one pass', () => {
    fc.assert(
      fc.property(grants, attending, elsewhere, (wanted, room, heard) => {
        const after = corrected(room, mediaCorrections(wanted, room, heard))
        for (const { seat, may } of after) {
          const given = wanted.get(seat ?? '')
          expect(given).toBeDefined()
          expect(may.receive).toBe(given?.receive)
          const expected = given?.publish.filter(
            (source) => source !== 'microphone' || !heard.has(seat ?? ''),
          )
          expect(may.publish.toSorted()).toEqual(expected?.toSorted())
        }
        expect(mediaCorrections(wanted, after, heard)).toEqual([])
      }),
    )
  })

  it('lets no seat fill the room: the first connections of each stay, and what comes on top goes', () => {
    const may = { publish: [], receive: true }
    const wanted = new Map(SEATS.map((seat) => [seat, may]))
    const crowd = Array.from({ length: CONNECTIONS_PER_SEAT + 2 }, (_, index) => ({
      identity: `observer-${index}`,
      seat: 'observer',
      may,
      publishes: [],
    }))
    const head = { identity: 'head', seat: 'north-head', may, publishes: [] }
    expect(mediaCorrections(wanted, [...crowd, head], new Set())).toEqual([
      { kind: 'remove', identity: `observer-${CONNECTIONS_PER_SEAT}` },
      { kind: 'remove', identity: `observer-${CONNECTIONS_PER_SEAT + 1}` },
    ])
    expect(mediaCorrections(wanted, crowd.slice(0, CONNECTIONS_PER_SEAT), new Set())).toEqual([])
  })

  it('removes a connection whose name none of our tokens gave out', () => {
    const wanted = new Map([['north-head', { publish: [], receive: true }]])
    const may = { publish: [], receive: true }
    expect(
      mediaCorrections(wanted, [{ identity: 'EG_recorder', seat: undefined, may, publishes: [] }], new Set()),
    ).toEqual([{ kind: 'remove', identity: 'EG_recorder' }])
  })

  it('keeps a microphone closed here that is open in another room', () => {
    const both: MediaGrant = { publish: ['microphone', 'camera'], receive: true }
    const room = [{ identity: 'a', seat: 'north-head', may: both, publishes: [] }]
    expect(mediaCorrections(new Map([['north-head', both]]), room, new Set(['north-head']))).toEqual([
      { kind: 'permit', identity: 'a', grant: { publish: ['camera'], receive: true } },
    ])
  })
})
