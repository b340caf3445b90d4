import { type Content, type Html, html } from '../../markup/html.ts'
import { baseOf } from '../reader.ts'

export type HeadingLevel = 2 | 3

/** A heading of a level its list is told, so that no page leaves a level out. */
export const heading = (level: HeadingLevel, content: Content): Html =>
  level === 2 ? html`<h2>${content}</h2>` : html`<h3>${content}</h3>`

const NAMED_WORK = /(《[^《》]*》)/u

/** A headline whose named works break as one where they can: Chinese has no spaces to break at. */
export const headlineText = (language: string, headline: string): Content =>
  baseOf(language) === 'zh'
    ? headline
        .split(NAMED_WORK)
        .map((part) => (NAMED_WORK.test(part) ? html`<span class="whole">${part}</span>` : part))
    : headline
