const at = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ??
  Number.NaN

/** The middle of some measurements, with their range. */
export const middleAndRange = (values: readonly number[], digits = 0): string =>
  `${at(values, 0.5).toFixed(digits)} (${Math.min(...values).toFixed(digits)}–${Math.max(...values).toFixed(digits)})`

/** The middle and the worst twentieth of some measurements. */
export const middleAndTail = (values: readonly number[], digits = 0): string =>
  `p50 ${at(values, 0.5).toFixed(digits)}, p95 ${at(values, 0.95).toFixed(digits)} ms (${values.length} samples)`
