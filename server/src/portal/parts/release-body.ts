import { format } from '@parley/messages/format'
import type { Expression } from '@parley/domain/release/events'
import { type Content, html } from '../../markup/html.ts'
import { type Reader, baseOf, lines } from '../reader.ts'

/** The signs that say a release has ended, as the languages' agencies write them. */
const END_MARK = /(?:[（(]完[）)]|■|∎|###|-30-|\(ends?\)|\(انتهى\))\s*$/iu

/** Headlines above this many letters are set smaller; a Han character counts for two. */
const LONG_HEADLINE = 70

export const headlineClass = (headline: string): 'long' | 'short' =>
  headline.length + (headline.match(/\p{Script=Han}/gu)?.length ?? 0) > LONG_HEADLINE ? 'long' : 'short'

/** A release as it is read: dateline and byline before the first words, an end mark after the last. */
export const releaseBody = (reader: Reader, { dateline, byline, paragraphs }: Expression): Content =>
  html`<div class="body">
    ${paragraphs.map(({ text }, place) => {
      const first = place === 0
      const last = place === paragraphs.length - 1
      return html`<p>
        ${first && html`<span class="dateline">${opening(reader, dateline, byline)}</span> `}${lines(text)}${last && !END_MARK.test(text) && endMark(reader)}
      </p> `
    })}
  </div>`

const opening = (reader: Reader, dateline: string, byline: string): Content =>
  baseOf(reader.language) === reader.catalogue
    ? format(reader.catalogue, 'release.opening', { dateline, byline })
    : `${dateline} (${byline}) –`

const endMark = (reader: Reader): Content =>
  baseOf(reader.language) === 'zh'
    ? html`<span class="endmark">（完）</span>`
    : html`<span class="endmark sq" aria-hidden="true"></span>`
