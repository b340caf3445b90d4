import { address, addressBytes } from '../words/content-address.ts'
import type { Hash } from '../words/identity.ts'
import type { Expression, Paragraph } from './events.ts'

/**
 * The address of one language version of a release, as it is cleared and published. With H as in `text/version.ts`:
 *
 *   H("parley/expression/1", headline, deck, dateline, byline, source, paragraph, paragraph, …)
 *     deck       the empty field where there is none
 *     paragraph  H("parley/paragraph/1", text, fact, fact, …)   facts as decimal numbers in ASCII
 *
 * The facts a paragraph rests on are part of what is cleared.
 */
export const expressionHash = (expression: Expression): Hash => {
  const { headline, deck, dateline, byline, source, paragraphs } = expression
  return address(
    'parley/expression/1',
    headline,
    deck ?? '',
    dateline,
    byline,
    source,
    ...paragraphs.map(paragraphBytes),
  )
}

const paragraphBytes = ({ text, facts }: Paragraph): Uint8Array =>
  addressBytes('parley/paragraph/1', text, ...facts.map(String))
