import { terms } from './tokens.ts'

/** Something to be found. `title` weighs more than `body`; both are plain text. */
export type IndexedDocument = {
  readonly id: string
  readonly title: string
  readonly body: string
}

export type Scored = { readonly id: string; readonly score: number }

type Counted = { readonly counts: ReadonlyMap<string, number>; readonly length: number }

const K1 = 1.2
const B = 0.75
const TITLE_WEIGHT = 3
const PREFIX_TERMS = 64

/** An inverted index in memory. Ranking is Okapi BM25 (k1 1.2, b 0.75); likeness is the cosine of log-tf·idf vectors. */
export class TextIndex {
  readonly #postings = new Map<string, Map<string, number>>()
  readonly #documents = new Map<string, Counted>()
  /** Lengths of the documents' vectors, forgotten whenever the documents change. */
  readonly #magnitudes = new Map<string, number>()
  #totalLength = 0

  /** How many documents there are. */
  get size(): number {
    return this.#documents.size
  }

  /** Adds a document, in place of an earlier one of the same id. */
  add({ id, title, body }: IndexedDocument): void {
    this.remove(id)
    const counts = new Map<string, number>()
    for (const term of terms(title)) counts.set(term, (counts.get(term) ?? 0) + TITLE_WEIGHT)
    for (const term of terms(body)) counts.set(term, (counts.get(term) ?? 0) + 1)
    let length = 0
    for (const [term, count] of counts) {
      length += count
      const posting = this.#postings.get(term) ?? new Map<string, number>()
      posting.set(id, count)
      this.#postings.set(term, posting)
    }
    this.#documents.set(id, { counts, length })
    this.#totalLength += length
  }

  /** Forgets a document; one that is not there is forgotten already. */
  remove(id: string): void {
    this.#magnitudes.clear()
    const document = this.#documents.get(id)
    if (document === undefined) return
    for (const term of document.counts.keys()) {
      const posting = this.#postings.get(term)
      posting?.delete(id)
      if (posting?.size === 0) this.#postings.delete(term)
    }
    this.#totalLength -= document.length
    this.#documents.delete(id)
  }

  /** Documents with at least one term of the query, best first, at most `limit`. */
  search(query: string, limit: number): readonly Scored[] {
    const scores = new Map<string, number>()
    const meanLength = this.#totalLength / Math.max(1, this.size)
    for (const term of new Set(terms(query).flatMap((asked) => this.#known(asked)))) {
      const weight = this.#rarity(term)
      for (const [id, count] of this.#postings.get(term) ?? []) {
        const length = this.#documents.get(id)?.length ?? 0
        const score = (weight * count * (K1 + 1)) / (count + K1 * (1 - B + (B * length) / meanLength))
        scores.set(id, (scores.get(id) ?? 0) + score)
      }
    }
    return [...scores]
      .map(([id, score]) => ({ id, score }))
      .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
      .slice(0, limit)
  }

  /** How alike each other document is to this one, from 0 to 1; those that share no term with it are left out. */
  alike(id: string): ReadonlyMap<string, number> {
    const products = new Map<string, number>()
    for (const [term, count] of this.#documents.get(id)?.counts ?? []) {
      const rarity = this.#rarity(term)
      const weight = weightOf(count, rarity)
      for (const [other, otherCount] of this.#postings.get(term) ?? [])
        products.set(other, (products.get(other) ?? 0) + weight * weightOf(otherCount, rarity))
    }
    products.delete(id)
    const own = this.#magnitude(id)
    for (const [other, product] of products) products.set(other, product / (own * this.#magnitude(other)))
    return products
  }

  #rarity(term: string): number {
    const frequency = this.#postings.get(term)?.size ?? 0
    return frequency === 0 ? 0 : Math.log(1 + (this.size - frequency + 0.5) / (frequency + 0.5))
  }

  /** A single Han character stands for every pair that begins with it: the index holds pairs. */
  #known(term: string): readonly string[] {
    if (!/^\p{Script=Han}$/u.test(term)) return [term]
    const pairs = [...this.#postings.keys()].filter((other) => other.startsWith(term) && other !== term)
    return [term, ...pairs.slice(0, PREFIX_TERMS)]
  }

  #magnitude(id: string): number {
    const known = this.#magnitudes.get(id)
    if (known !== undefined) return known
    let sum = 0
    for (const [term, count] of this.#documents.get(id)?.counts ?? [])
      sum += weightOf(count, this.#rarity(term)) ** 2
    const magnitude = Math.sqrt(sum)
    this.#magnitudes.set(id, magnitude)
    return magnitude
  }
}

const weightOf = (count: number, rarity: number): number => (1 + Math.log(count)) * rarity
