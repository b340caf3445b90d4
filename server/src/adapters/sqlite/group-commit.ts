import assert from 'node:assert/strict'

/** Gathers requests into batches that are carried out, and made durable, in one step. */
export type GroupCommit<Request, Outcome> = {
  /** Resolves to the request's outcome once its batch is carried out; rejects with whatever failed the batch. */
  readonly submit: (request: Request) => Promise<Outcome>
  /** Carries out, now, all that waits. */
  readonly finish: () => void
}

type Waiting<Request, Outcome> = {
  readonly request: Request
  readonly resolve: (outcome: Outcome) => void
  readonly reject: (reason: unknown) => void
}

/** Bounds how long one batch keeps the process from anything else. */
const requestsPerBatch = 1024

/**
 * `commit` carries a batch out in this thread and answers with one outcome a request, in their order. What arrives in one
 * turn of the event loop, and what the kernel holds back while a batch runs, makes the next batch. `committed` hears
 * each outcome after all of its batch are resolved.
 */
export const createGroupCommit = <Request, Outcome>(
  commit: (batch: readonly Request[]) => readonly Outcome[],
  committed: (request: Request, outcome: Outcome) => void,
): GroupCommit<Request, Outcome> => {
  let waiting: Waiting<Request, Outcome>[] = []

  const settle = (batch: readonly Waiting<Request, Outcome>[]): void => {
    let outcomes: readonly Outcome[]
    try {
      outcomes = commit(batch.map(({ request }) => request))
      assert(outcomes.length === batch.length, 'each request has an outcome')
    } catch (reason) {
      for (const { reject } of batch) reject(reason)
      return
    }
    for (const [index, outcome] of outcomes.entries()) batch[index]?.resolve(outcome)
    for (const [index, outcome] of outcomes.entries()) {
      const settled = batch[index]
      if (settled !== undefined) committed(settled.request, outcome)
    }
  }

  const flush = (): void => {
    const batch = waiting.slice(0, requestsPerBatch)
    waiting = waiting.slice(requestsPerBatch)
    if (waiting.length > 0) setImmediate(flush)
    if (batch.length > 0) settle(batch)
  }

  return {
    submit: (request) =>
      new Promise((resolve, reject) => {
        if (waiting.push({ request, resolve, reject }) === 1) setImmediate(flush)
      }),
    finish: () => {
      while (waiting.length > 0) flush()
    },
  }
}
