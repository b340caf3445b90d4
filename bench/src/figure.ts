/** A figure that has no peer in the same run. */
export type Figure = {
  readonly what: string
  /** On what it was measured. */
  readonly where: string
  readonly result: string
  readonly aim: string
}
