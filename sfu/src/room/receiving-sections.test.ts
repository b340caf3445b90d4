import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MediaSection } from '../sdp/session-description.ts'
import { ReceivingSections, type WantedTrack } from './receiving-sections.ts'

const section = (mid: string, kind: 'audio' | 'video'): MediaSection => ({
  kind,
  protocol: 'UDP/TLS/RTP/SAVPF',
  mid,
  direction: 'recvonly',
  codecs: [],
  extensions: new Map(),
  rids: [],
  trackName: undefined,
  ssrcs: [],
  repairs: new Map(),
})

const audio = (trackSid: string): WantedTrack => ({ trackSid, kind: 'audio' })
const video = (trackSid: string): WantedTrack => ({ trackSid, kind: 'video' })

describe('the sections a client receives in', () => {
  it('are given to tracks of their kind, and what is lacking is asked for', () => {
    const sections = new ReceivingSections()
    const offer = [section('1', 'audio'), section('2', 'video')]
    const wanted = [audio('a1'), audio('a2'), video('v1')]
    expect(sections.change(offer, wanted)).toEqual({ audio: 1, video: 0 })
    expect([...sections.assign(offer, wanted)]).toEqual([
      ['1', 'a1'],
      ['2', 'v1'],
    ])
    const wider = [...offer, section('3', 'audio')]
    expect([...sections.assign(wider, wanted)]).toContainEqual(['3', 'a2'])
    expect(sections.change(wider, wanted)).toBeUndefined()
  })

  it('are closed before they carry another track, without asking for more', () => {
    const sections = new ReceivingSections()
    const offer = [section('1', 'video')]
    sections.assign(offer, [video('old')])
    expect(sections.change(offer, [video('new')])).toEqual({ audio: 0, video: 0 })
    expect(sections.assign(offer, [video('new')]).size).toBe(0)
    expect(sections.change(offer, [video('new')])).toEqual({ audio: 0, video: 0 })
    expect([...sections.assign(offer, [video('new')])]).toEqual([['1', 'new']])
  })

  it('come to carry exactly what is wanted, whatever was wanted before', () => {
    const wish = fc
      .uniqueArray(fc.nat(9))
      .map((ids) => ids.map((id) => (id < 5 ? audio(`a${id}`) : video(`v${id}`))))
    fc.assert(
      fc.property(fc.array(wish, { minLength: 1, maxLength: 8 }), (wishes) => {
        const sections = new ReceivingSections()
        const offer: MediaSection[] = []
        const shown = new Map<string, string>()
        for (const wanted of wishes) {
          // An offer is made as often as it is asked for; two rounds close and give away, a third finds nothing to do.
          for (let round = 0; round < 3; round += 1) {
            const change = sections.change(offer, wanted)
            if (change === undefined) break
            for (const kind of ['audio', 'video'] as const) {
              for (let more = 0; more < change[kind]; more += 1)
                offer.push(section(String(offer.length), kind))
            }
            const byMid = sections.assign(offer, wanted)
            for (const [mid, sid] of byMid) {
              const before = shown.get(mid)
              expect(before === undefined || before === sid).toBe(true)
            }
            shown.clear()
            for (const [mid, sid] of byMid) shown.set(mid, sid)
          }
          expect([...shown.values()].toSorted()).toEqual(wanted.map(({ trackSid }) => trackSid).toSorted())
        }
      }),
    )
  })
})
