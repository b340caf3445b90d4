/** A page taken apart, strictly: every element closed where it should be, every attribute quoted and named once. */
export type Element = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly parent: Element | undefined
  /** Text directly inside, pieces joined; entities as written. */
  text: string
}

const VOID = new Set(['meta', 'link', 'br', 'input', 'img', 'wbr', 'hr'])
const NAME = /^[a-z][a-z0-9:-]*$/i

/** The elements of a page in order. Throws at the first place that is not well formed. */
export const elementsOf = (markup: string): readonly Element[] => {
  const elements: Element[] = []
  const open: Element[] = []
  let at = markup.startsWith('<!doctype html>') ? '<!doctype html>'.length : 0
  while (at < markup.length) {
    const next = markup.indexOf('<', at)
    const text = markup.slice(at, next < 0 ? markup.length : next)
    if (/&(?!(?:amp|lt|gt|quot|#39);)/.test(text)) throw new Error(`a bare & in: ${text.slice(0, 80)}`)
    const inside = open.at(-1)
    if (inside !== undefined) inside.text += text
    else if (text.trim() !== '') throw new Error(`text outside the page: ${text.slice(0, 80)}`)
    if (next < 0) break
    const end = markup.indexOf('>', next)
    const tag = markup.slice(next + 1, end)
    at = end + 1
    if (tag.startsWith('/')) {
      const closed = open.pop()
      if (closed?.name !== tag.slice(1)) throw new Error(`</${tag.slice(1)}> closes <${closed?.name ?? ''}>`)
      continue
    }
    const element = elementOf(tag, open.at(-1))
    elements.push(element)
    if (tag.endsWith('/') || VOID.has(element.name)) continue
    open.push(element)
    if (element.name === 'script') {
      at = markup.indexOf('</script>', at)
      element.text = markup.slice(end + 1, at)
    }
  }
  if (open.length > 0) throw new Error(`<${open.at(-1)?.name ?? ''}> is not closed`)
  return elements
}

const elementOf = (tag: string, parent: Element | undefined): Element => {
  const [, name = '', rest = ''] = /^([^\s/]+)([\s\S]*?)\/?$/.exec(tag) ?? []
  if (!NAME.test(name)) throw new Error(`no element: <${tag.slice(0, 60)}>`)
  const attributes: Record<string, string> = {}
  let left = rest
  while (left.trim() !== '') {
    const match = /^\s+([a-zA-Z:-]+)(?:="([^"<]*)")?/.exec(left)
    if (match === null) throw new Error(`no attribute: ${left.slice(0, 60)} in <${tag.slice(0, 60)}>`)
    const [whole, attribute = '', value = ''] = match
    if (Object.hasOwn(attributes, attribute)) throw new Error(`${attribute} twice in <${name}>`)
    attributes[attribute] = value
    left = left.slice(whole.length)
  }
  return { name, attributes, parent, text: '' }
}
