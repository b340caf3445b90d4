import { baseOf } from './reader.ts'

const RANGES_READ = 20

/** The site's language a reader asks for (RFC 9110, 12.5.4): the best match by weight, else the one given. */
export const preferredLanguage = (
  header: string | undefined,
  languages: readonly string[],
  otherwise: string,
): string => {
  const ranges = (header ?? '')
    .split(',')
    .slice(0, RANGES_READ)
    .map((range) => {
      const [tag = '', ...parameters] = range.trim().split(';')
      const quality = parameters
        .map((parameter) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(parameter)?.[1])
        .find(Boolean)
      return { tag, quality: quality === undefined ? 1 : Number(quality) }
    })
    .filter(({ tag, quality }) => tag !== '' && quality > 0)
    .toSorted((a, b) => b.quality - a.quality)
  for (const { tag } of ranges) {
    const exact = languages.find((language) => language.toLowerCase() === tag.toLowerCase())
    const relative = languages.find((language) => baseOf(language) === baseOf(tag.toLowerCase()))
    const found = exact ?? relative
    if (found !== undefined) return found
  }
  return otherwise
}
