/** Markup that is safe to send: everything in it was written here or escaped. */
export class Html {
  readonly #markup: string

  private constructor(markup: string) {
    this.#markup = markup
  }

  toString(): string {
    return this.#markup
  }

  /** Takes a string for markup. Only for what this house wrote itself. */
  static trusted(markup: string): Html {
    return new Html(markup)
  }
}

/** What may stand in a template's holes. `false` and `undefined` give nothing. */
export type Content = Html | string | number | false | undefined | readonly Content[]

const cleaned = new WeakMap<TemplateStringsArray, readonly string[]>()

/** A template's own strings as they are sent: without the indentation of the source, which means nothing in markup. */
const sent = (strings: TemplateStringsArray): readonly string[] => {
  const known = cleaned.get(strings)
  if (known !== undefined) return known
  const made = strings.map((part) => part.replaceAll(/[ \t]*\n\s*/g, '\n').replaceAll('\n>', '>'))
  cleaned.set(strings, made)
  return made
}

/** A template whose holes are escaped, whether they stand in text or in a quoted attribute. */
export const html = (strings: TemplateStringsArray, ...holes: readonly Content[]): Html => {
  const parts = sent(strings)
  let markup = parts[0] ?? ''
  for (const [index, hole] of holes.entries()) markup += `${rendered(hole)}${parts[index + 1] ?? ''}`
  return Html.trusted(markup)
}

const rendered = (content: Content): string => {
  if (content === undefined || content === false) return ''
  if (content instanceof Html) return content.toString()
  if (typeof content === 'string') return escaped(content)
  if (typeof content === 'number') return String(content)
  return content.map(rendered).join('')
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as it may stand in HTML or XML. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)

/** A data block for machines: JSON in which no `<` can end the element. */
export const jsonLd = (value: unknown): Html =>
  Html.trusted(
    `<script type="application/ld+json">${JSON.stringify(value).replaceAll('<', '\\u003c')}</script>`,
  )

/** Pieces with a separator between each two. */
export const joined = (pieces: readonly Content[], separator: Content): Content =>
  pieces.map((piece, index) => (index === 0 ? piece : [separator, piece]))
