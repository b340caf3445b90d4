import { type Piece, highlighted } from '../application/search/excerpt.ts'
import { type WorkCatalogue, partsOfDocument } from './catalogue-of-works.ts'
import { baseOf, readerOf } from './reader.ts'
import type { Work } from './works.ts'

/** One work that answers a query, in the language it is shown in, with its other languages. */
export type Hit = {
  readonly work: Work
  readonly language: string
  readonly title: readonly Piece[]
  readonly excerpt: readonly Piece[]
  readonly path: string
  readonly languages: readonly string[]
}

export const QUERY_LIMIT_CHARACTERS = 200
const DOCUMENTS_RANKED = 400
const HITS_SHOWN = 30
const OWN_LANGUAGE_WEIGHT = 1.25

/**
 * Works that answer a query in any language, best first, each once. A work is shown in the reader's language when it
 * can be read in it, and otherwise in the one that answers best.
 */
export const find = (
  catalogue: WorkCatalogue,
  query: string,
  language: string,
): { readonly total: number; readonly hits: readonly Hit[] } => {
  const best = new Map<string, { readonly language: string; readonly score: number }>()
  for (const { id, score } of catalogue.index.search(query, DOCUMENTS_RANKED)) {
    const document = partsOfDocument(id)
    const weighed = baseOf(document.language) === baseOf(language) ? score * OWN_LANGUAGE_WEIGHT : score
    const known = best.get(document.work)
    if (known === undefined || weighed > known.score)
      best.set(document.work, { language: document.language, score: weighed })
  }
  const ranked = [...best].toSorted(([a, one], [b, two]) => two.score - one.score || (a < b ? -1 : 1))
  const hits = ranked.slice(0, HITS_SHOWN).flatMap(([id, answer]) => {
    const work = catalogue.works.get(id)
    if (work === undefined) return []
    const languages = catalogue.languagesOf(work)
    const shown = languages.includes(language) ? language : answer.language
    const wording = work.worded(readerOf(shown))
    return [
      {
        work,
        language: shown,
        title: highlighted(wording.title, query),
        excerpt: highlighted(wording.body, query),
        path: wording.path,
        languages,
      },
    ]
  })
  return { total: best.size, hits }
}
