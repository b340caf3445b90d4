/** The languages a reader asked for, best first; those refused with `q=0` and what cannot be read are left out (RFC 9110, 12.5.4). */
export const readerLanguages = (acceptLanguage: string | undefined): readonly string[] =>
  (acceptLanguage ?? '')
    .slice(0, 500)
    .split(',')
    .map(parseRange)
    .filter(({ tag, quality }) => /^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/.test(tag) && quality > 0)
    .toSorted((one, other) => other.quality - one.quality)
    .map(({ tag }) => tag)

const parseRange = (range: string): { readonly tag: string; readonly quality: number } => {
  const [tag = '', ...parameters] = range.split(';').map((part) => part.trim())
  const weight = parameters.find((parameter) => /^q=/i.test(parameter))
  const quality = weight === undefined ? 1 : Number(weight.slice(2))
  return { tag, quality: Number.isFinite(quality) ? quality : 0 }
}
