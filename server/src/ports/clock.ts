/** The only source of time in the server. */
export type Clock = {
  /** Whole milliseconds since the epoch. */
  readonly now: () => number
}
