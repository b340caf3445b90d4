import type { Localized } from '@parley/domain/words/language'
import { lookup } from '@parley/domain/words/lookup'
import { type Catalogue, chooseCatalogue, directionOf, hasCatalogue } from '@parley/messages/choose-catalogue'
import { html, type Html } from '../markup/html.ts'

/** The language a page is made in: the one asked for in the address, else the reader's. */
export const pageLanguage = (asked: unknown, acceptLanguage: string | undefined): Catalogue => {
  if (typeof asked === 'string' && hasCatalogue(asked)) return asked
  const wanted = (acceptLanguage ?? '').slice(0, 500).split(',')
  return chooseCatalogue(wanted.map((range) => (range.split(';')[0] ?? '').trim()))
}

/** A name in the page's language, or in the first it has, marked as that. */
export const named = (language: Catalogue, name: Localized | undefined): Html | undefined => {
  if (name === undefined) return undefined
  const own = lookup(name, language)
  if (own !== undefined) return html`${own}`
  const [first] = Object.entries(name)
  if (first === undefined) return undefined
  const [other, wording] = first
  return html`<bdi lang="${other}" dir="${directionOf(other)}">${wording}</bdi>`
}
