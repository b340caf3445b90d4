import type { Instant } from '../words/identity.ts'

/** One delegation's private room at one meeting. */
export type Chamber = {
  readonly meeting: string
  readonly delegation: string
  readonly words: readonly { readonly seat: string; readonly body: string; readonly at: Instant }[]
  readonly drafts: Readonly<
    Record<
      string,
      {
        readonly draft: string
        readonly text: string
        readonly block: string
        readonly seat: string
        readonly body: Readonly<Record<string, string>>
      }
    >
  >
}
