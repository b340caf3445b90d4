/** The two languages an interpreter works between, in the direction of the moment. */
export type LanguagePair = { readonly from: string; readonly into: string }

/**
 * The pair to begin with: the one kept from before while the meeting still has both languages, otherwise the meeting's
 * first two. A meeting in one language gives a pair of that language with itself.
 */
export const firstPair = (languages: readonly string[], kept: string | null): LanguagePair => {
  const [from, into] = kept?.split('>') ?? []
  if (from !== undefined && into !== undefined && from !== into) {
    if (languages.includes(from) && languages.includes(into)) return { from, into }
  }
  const first = languages[0] ?? 'en'
  return { from: first, into: languages[1] ?? first }
}

/** How a pair is kept, for `firstPair`. */
export const pairAsKept = ({ from, into }: LanguagePair): string => `${from}>${into}`

export const turned = ({ from, into }: LanguagePair): LanguagePair => ({ from: into, into: from })

/** The pair with another language at one end; choosing the other end's own language turns the pair round. */
export const withEnd = (pair: LanguagePair, end: 'from' | 'into', language: string): LanguagePair => {
  const other = end === 'from' ? pair.into : pair.from
  return language === other ? turned(pair) : { ...pair, [end]: language }
}
