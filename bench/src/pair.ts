/** One round: how much work was done and how long it took, wall clock. */
export type Round = { readonly operations: number; readonly ms: number }

/** Our way and the bare way of doing the same, measured in one run, round by round in turn. */
export type Pair = {
  readonly name: string
  readonly peer: string
  /** Ours is aimed to take at most this many times what the bare thing takes; left out where the peer is only a limit. */
  readonly aim?: number | undefined
  readonly rounds: number
  readonly ours: () => Promise<Round>
  readonly bare: () => Promise<Round>
  readonly close?: () => Promise<void>
}

export type Result = {
  readonly name: string
  readonly peer: string
  readonly oursMs: number
  readonly bareMs: number
  readonly ratio: number
  readonly spread: readonly [number, number]
  readonly aim?: number | undefined
}

const median = (values: readonly number[]): number => {
  const middle = values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
  if (middle === undefined) throw new Error('a median of nothing')
  return middle
}

const perOperation = ({ operations, ms }: Round): number => ms / operations

/** Times one piece of work that does `operations` things. */
export const timed = async (operations: number, work: () => Promise<void> | void): Promise<Round> => {
  const began = performance.now()
  await work()
  return { operations, ms: performance.now() - began }
}

/**
 * Runs a pair. The first round of each warms up and is thrown away; the ratio is the median of the ratios of
 * neighbouring rounds, so that what else the machine does weighs on both alike.
 */
export const measure = async (pair: Pair): Promise<Result> => {
  await pair.ours()
  await pair.bare()
  const ours: number[] = []
  const bare: number[] = []
  for (let round = 0; round < pair.rounds; round++) {
    ours.push(perOperation(await pair.ours()))
    bare.push(perOperation(await pair.bare()))
  }
  await pair.close?.()
  const ratios = ours.map((value, index) => value / (bare[index] ?? Number.NaN))
  return {
    name: pair.name,
    peer: pair.peer,
    oursMs: median(ours),
    bareMs: median(bare),
    ratio: median(ratios),
    spread: [Math.min(...ratios), Math.max(...ratios)],
    aim: pair.aim,
  }
}
