import type { MediaSection } from '../sdp/session-description.ts'

/** A track that is to reach the client, in a section of the client's offer. */
export interface WantedTrack {
  readonly trackSid: string
  readonly kind: 'audio' | 'video'
}

const CLOSING = Symbol('closing')

const receiving = (sections: readonly MediaSection[]): Map<string, MediaSection> =>
  new Map(
    sections
      .filter((section) => section.kind !== 'application' && section.direction === 'recvonly')
      .map((section) => [section.mid, section] as const),
  )

/**
 * Which section of a client's offer carries which track to it. In the single-connection protocol the client alone
 * makes sections; a section is given to another track only after an answer has closed it, because a browser tells its
 * page of a new track only when the section opens.
 */
export class ReceivingSections {
  readonly #taken = new Map<string, string | typeof CLOSING>()

  /** Gives the free sections of an offer to wanted tracks; answers tracks by section. Call once per offer. */
  assign(sections: readonly MediaSection[], wanted: readonly WantedTrack[]): ReadonlyMap<string, string> {
    const offered = receiving(sections)
    const wantedSids = new Set(wanted.map(({ trackSid }) => trackSid))
    for (const [mid, held] of this.#taken) {
      if (!offered.has(mid) || held === CLOSING) this.#taken.delete(mid)
      else if (!wantedSids.has(held)) this.#taken.set(mid, CLOSING)
    }
    const placed = new Set(this.#taken.values())
    for (const { trackSid, kind } of wanted) {
      if (placed.has(trackSid)) continue
      const free = [...offered.values()].find(
        (section) => section.kind === kind && !this.#taken.has(section.mid),
      )
      if (free !== undefined) this.#taken.set(free.mid, trackSid)
    }
    const byMid = new Map<string, string>()
    for (const [mid, held] of this.#taken) if (held !== CLOSING) byMid.set(mid, held)
    return byMid
  }

  /**
   * What has to change: undefined if every wanted track has its section and no other track has one. Otherwise how many
   * more sections the client has to make; none where another offer with the sections it has will do.
   */
  change(
    sections: readonly MediaSection[],
    wanted: readonly WantedTrack[],
  ): { readonly audio: number; readonly video: number } | undefined {
    const wantedSids = new Set(wanted.map(({ trackSid }) => trackSid))
    const placed = new Set(this.#taken.values())
    const lacking = { audio: 0, video: 0 }
    let differs = false
    for (const { trackSid, kind } of wanted) {
      if (placed.has(trackSid)) continue
      differs = true
      lacking[kind] += 1
    }
    for (const [mid, section] of receiving(sections)) {
      const held = this.#taken.get(mid)
      if (typeof held === 'string' && wantedSids.has(held)) continue
      if (typeof held === 'string') differs = true
      if (section.kind !== 'application') lacking[section.kind] -= 1
    }
    return differs ? { audio: Math.max(0, lacking.audio), video: Math.max(0, lacking.video) } : undefined
  }
}
