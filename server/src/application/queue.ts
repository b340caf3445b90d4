/** Runs what shares a name one after the other, in the order asked; what shares none runs side by side. */
export type Queue = {
  readonly run: <Result>(names: readonly string[], work: () => Promise<Result>) => Promise<Result>
}

/** Names are taken together, in one step, so that two callers never wait for each other. */
export const createQueue = (): Queue => {
  const tails = new Map<string, Promise<unknown>>()
  return {
    run: (names, work) => {
      const before = names.map((name) => tails.get(name) ?? Promise.resolve())
      const result = Promise.all(before).then(work)
      const tail = result.then(ignore, ignore)
      for (const name of names) tails.set(name, tail)
      void tail.then(() => {
        for (const name of names) if (tails.get(name) === tail) tails.delete(name)
      })
      return result
    },
  }
}

const ignore = (): void => undefined
