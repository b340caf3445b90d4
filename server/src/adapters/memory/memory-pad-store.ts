import type { PadKey, PadStore } from '../../ports/pad-store.ts'

/** A pad store that forgets when the process ends; for tests. */
export const memoryPadStore = (): PadStore => {
  const chambers = new Map<string, Map<string, Uint8Array>>()
  const padsOf = (chamber: string): Map<string, Uint8Array> => {
    const pads = chambers.get(chamber) ?? new Map<string, Uint8Array>()
    chambers.set(chamber, pads)
    return pads
  }
  return {
    load: async ({ chamber, pad }: PadKey) => padsOf(chamber).get(pad)?.slice(),
    save: async ({ chamber, pad }, state) => {
      padsOf(chamber).set(pad, state.slice())
    },
    remove: async ({ chamber, pad }) => {
      padsOf(chamber).delete(pad)
    },
    pads: async (chamber) => [...padsOf(chamber).keys()].toSorted(),
  }
}
