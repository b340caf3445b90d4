import type { ReleaseFacts } from '@parley/domain/release/facts'
import { ordinal } from '../ordinals.ts'
import { formatList } from '../quantities.ts'
import { ENGLISH_QUOTES, counted, englishDialogue } from './english-phrases.ts'
import { firstFitting } from './headline.ts'
import { capitalised, inLanguage, quoted } from './wording.ts'

const CHARACTERS = 90

/* What official texts are, as titles begin with it and as a headline calls it. */
const KINDS = [
  ['Consensus', 'a consensus text'],
  ['Joint Statement', 'a joint statement'],
  ['Joint Declaration', 'a joint declaration'],
  ['Joint Communiqué', 'a joint communiqué'],
  ['Statement', 'a statement'],
  ['Declaration', 'a declaration'],
  ['Communiqué', 'a communiqué'],
  ['Memorandum of Understanding', 'a memorandum of understanding'],
  ['Memorandum', 'a memorandum'],
  ['Agreement', 'an agreement'],
  ['Decision', 'a decision'],
  ['Resolution', 'a resolution'],
  ['Protocol', 'a protocol'],
  ['Plan of Action', 'a plan of action'],
  ['Action Plan', 'an action plan'],
  ['Programme', 'a programme'],
  ['Charter', 'a charter'],
] as const

/**
 * The meeting, and what it adopted: a text by its title, by its kind alone where the title repeats the meeting or is too
 * long for a headline, or else as an outcome document.
 */
export const englishHeadline = (facts: ReleaseFacts, language: string): string => {
  const dialogue = englishDialogue(facts, language)
  const name = capitalised(dialogue)
  const meeting = `${ordinal('en', facts.number, 'meeting')} meeting`
  const titles = facts.adopted.map(({ title }) => inLanguage(title, language))
  if (titles.length === 0) return `${name} holds its ${meeting}`
  const repeats = (title: string): boolean =>
    [meeting, dialogue].some((words) => title.toLowerCase().includes(words.toLowerCase()))
  const whole = titles.flatMap((title) =>
    title === undefined || repeats(title) ? [] : [quoted(capitalised(title), ENGLISH_QUOTES)],
  )
  const kind = titles.length === 1 ? kindOf(titles[0] ?? '') : undefined
  const general = titles.length === 1 ? 'an outcome document' : counted(titles.length, 'document')
  const documents = [
    ...(whole.length === titles.length ? [formatList('en', whole)] : []),
    ...(kind === undefined ? [] : [kind]),
    general,
  ]
  const wordings = documents.flatMap((document) => [
    `${name} holds its ${meeting} and adopts ${document}`,
    `${name}: ${meeting} adopts ${document}`,
  ])
  return firstFitting(CHARACTERS, [wordings[0] ?? name, ...wordings.slice(1)])
}

const kindOf = (title: string): string | undefined =>
  KINDS.find(([words]) => `${title} `.toLowerCase().startsWith(`${words.toLowerCase()} `))?.[1]
