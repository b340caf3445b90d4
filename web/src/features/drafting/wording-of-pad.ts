import { wordingProblem, type WordingProblem } from '@parley/domain/words/wording'
import * as Y from 'yjs'

/** As long as a passage of the record may be. */
export const PASSAGE_CHARACTERS = 12_000

/**
 * The plain wording of one fragment as it would go on record: a line a paragraph, in Unicode NFC, without space at the
 * ends of lines and without empty lines around it. Nothing else ever leaves a pad.
 */
export const wordingOfPad = (doc: Y.Doc, fragment: string): string =>
  doc
    .getXmlFragment(fragment)
    .toArray()
    .map((paragraph) => lineOf(paragraph).trimEnd())
    .join('\n')
    .normalize('NFC')
    .replace(/^\n+|\n+$/g, '')

const lineOf = (paragraph: Y.XmlElement | Y.XmlText | Y.XmlHook): string =>
  paragraph instanceof Y.XmlElement
    ? paragraph
        .toArray()
        .map((text) => (text instanceof Y.XmlText ? plainOf(text) : ''))
        .join('')
    : ''

const plainOf = (text: Y.XmlText): string =>
  text
    .toDelta()
    .map(({ insert }: { readonly insert?: unknown }) => (typeof insert === 'string' ? insert : ''))
    .join('')

/** The wordings of a draft in those languages that have one. */
export const wordingsOfPad = (doc: Y.Doc, languages: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    languages.flatMap((language) => {
      const wording = wordingOfPad(doc, language)
      return wording === '' ? [] : [[language, wording] as const]
    }),
  )

/** What the record would not take, by language. */
export const wordingProblems = (
  wordings: Readonly<Record<string, string>>,
): readonly { readonly language: string; readonly problem: WordingProblem }[] =>
  Object.entries(wordings).flatMap(([language, wording]) => {
    const problem = wordingProblem(wording, PASSAGE_CHARACTERS, 'many')
    return problem === undefined ? [] : [{ language, problem }]
  })

/** Pasted words without what nobody sees and the record refuses: soft hyphens, zero-width space, directional marks. */
export const fitForPad = (pasted: string): string =>
  pasted
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(
      /(?!\n)\p{Cc}|[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu,
      '',
    )
