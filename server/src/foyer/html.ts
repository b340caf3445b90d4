/** Markup that is safe to send: written here, or escaped. */
export class Html {
  readonly markup: string

  constructor(markup: string) {
    this.markup = markup
  }
}

export type Content = Html | string | undefined | readonly Content[]

/** A template whose holes are escaped, in text and in quoted attributes alike. */
export const html = (strings: TemplateStringsArray, ...holes: readonly Content[]): Html =>
  new Html(strings.map((part, index) => part + rendered(holes[index])).join(''))

const rendered = (content: Content): string => {
  if (content === undefined) return ''
  if (content instanceof Html) return content.markup
  if (typeof content === 'string') return escaped(content)
  return content.map(rendered).join('')
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
