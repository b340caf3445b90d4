import type { RegisterLine, Takedown, TakedownState, TakedownStore } from '../../ports/takedown-store.ts'

/** A takedown store that forgets when the process ends; for tests. */
export const memoryTakedownStore = (): TakedownStore => {
  const requests = new Map<string, Takedown & { readonly state: TakedownState }>()

  const byArrival = (): readonly (Takedown & { readonly state: TakedownState })[] =>
    [...requests.values()].toSorted((a, b) => a.receivedAtMs - b.receivedAtMs || (a.id < b.id ? -1 : 1))

  return {
    submit: async (request) => {
      if (!requests.has(request.id)) requests.set(request.id, { ...request, state: { kind: 'received' } })
    },
    list: async () => byArrival(),
    settle: async (id, decision) => {
      const request = requests.get(id)
      if (request === undefined) return { kind: 'unknown' }
      if (request.state.kind === 'settled') return { ...request.state, kind: 'already-settled' }
      requests.set(id, { ...request, state: { kind: 'settled', ...decision } })
      return { kind: 'settled' }
    },
    register: async () =>
      byArrival().map(({ id, receivedAtMs, pageUrl, claim, state }): RegisterLine => ({
        id,
        receivedAtMs,
        pageUrl,
        claim,
        state,
      })),
  }
}
