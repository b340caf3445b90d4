import { describe, expect, it } from 'vitest'
import { levelOfExtension, Voices } from './voices.ts'

/** Lets each microphone say its loudness for a window, and closes the window. */
const windowOf = (voices: Voices, levels: Record<string, number>, endMs: number) => {
  for (let at = 0; at < 20; at += 1) {
    for (const [sid, level] of Object.entries(levels)) voices.note(sid, level, endMs - 400 + at * 20)
  }
  return voices.tick(endMs)
}

describe('voices', () => {
  it('begin to speak, and cease', () => {
    const voices = new Voices(6)
    expect(windowOf(voices, { alba: 20, boro: 100 }, 1_000)).toMatchObject([
      { trackSid: 'alba', active: true },
    ])
    const ceased = windowOf(voices, { alba: 127, boro: 100 }, 2_000)
    expect(ceased).toMatchObject([{ trackSid: 'alba', active: false }])
  })

  it('are not taken to speak for one loud knock', () => {
    const voices = new Voices(6)
    voices.note('alba', 5, 600)
    expect(windowOf(voices, { alba: 90 }, 1_000)).toEqual([])
  })

  it('are all passed on while there are few', () => {
    const voices = new Voices(2)
    windowOf(voices, { alba: 20, boro: 127 }, 1_000)
    expect(['alba', 'boro', 'never heard of'].map((sid) => voices.isForwarded(sid))).toEqual([
      true,
      true,
      true,
    ])
  })

  it('are passed on by loudness when there are many, and one who begins is let in at once', () => {
    const voices = new Voices(2)
    windowOf(voices, { alba: 20, boro: 25, ceda: 127, dova: 120 }, 1_000)
    expect(['alba', 'boro', 'ceda', 'dova'].filter((sid) => voices.isForwarded(sid))).toEqual([
      'alba',
      'boro',
    ])
    windowOf(voices, { alba: 20, boro: 127, ceda: 127, dova: 120 }, 4_000)
    voices.note('ceda', 15, 4_010)
    expect(voices.isForwarded('ceda')).toBe(true)
    expect(voices.isForwarded('boro')).toBe(false)
  })

  it('make room when one goes', () => {
    const voices = new Voices(1)
    windowOf(voices, { alba: 20, boro: 30 }, 1_000)
    voices.forget('alba')
    expect(voices.isForwarded('boro')).toBe(true)
  })

  it('say their loudness in the packet, beside a mark that is left out', () => {
    expect(levelOfExtension(Buffer.from([0x80 | 33]))).toBe(33)
    expect(levelOfExtension(undefined)).toBeUndefined()
  })
})
