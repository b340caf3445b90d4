import type { Meeting } from '@parley/domain/meeting/state'
import type { Proceedings } from '@parley/domain/proceedings'
import type { Localized } from '@parley/domain/words/language'
import { lookup } from '@parley/domain/words/lookup'
import { enSeats } from '@parley/messages/catalogue/en/seats'
import { enTerms } from '@parley/messages/catalogue/en/terms'
import { CATALOGUES } from '@parley/messages/choose-catalogue'
import { messageOf } from '@parley/messages/format'
import { hasKey } from '@parley/messages/words'
import type { LanguagePair } from './language-pair.ts'

/** Names of people and places; titles of what the meeting deals with; the words of procedure. */
export type GlossaryArea = 'names' | 'titles' | 'terms'

/** One agreed wording in every language it has. */
export type GlossaryEntry = { readonly id: string; readonly area: GlossaryArea; readonly wording: Localized }

/** The agreed words of a meeting: its names and titles as they stand on record, and the terms of procedure as this house says them. */
export const glossaryOf = ({
  meeting,
  texts,
}: Pick<Proceedings, 'meeting' | 'texts'>): readonly GlossaryEntry[] => [
  ...namesIn(meeting),
  ...entries('titles', [
    meeting.dialogueName,
    meeting.theme,
    ...Object.values(meeting.themeOf),
    ...meeting.agenda.map(({ item }) => item.title),
    ...Object.values(texts.byId).map(({ title }) => title),
    ...meeting.documents.map(({ title }) => title),
  ]),
  ...terms(),
]

const namesIn = ({ delegations, people, secretariats, messages }: Meeting): readonly GlossaryEntry[] =>
  entries('names', [
    ...delegations.flatMap(({ name, side, city }) => [name, side, city]),
    ...[...Object.values(people), ...secretariats].flatMap(({ person }) => [person.name, person.office]),
    ...messages.flatMap(({ message }) => [message.author.name, message.author.office]),
  ])

/** Each wording once. */
const entries = (
  area: GlossaryArea,
  wordings: readonly (Localized | undefined)[],
): readonly GlossaryEntry[] => {
  const byContent = new Map(
    wordings.flatMap((wording) =>
      wording === undefined ? [] : [[JSON.stringify(wording), wording] as const],
    ),
  )
  return [...byContent].map(([id, wording]) => ({ id: `${area}:${id}`, area, wording }))
}

/** Words of procedure have no placeholders. All languages' words are held where a booth is open. */
const terms = (): readonly GlossaryEntry[] =>
  Object.keys({ ...enSeats, ...enTerms })
    .filter((key) => !key.startsWith('seats.') || key.startsWith('seats.term-'))
    .filter(hasKey)
    .filter((key) => !messageOf('en', key).includes('{'))
    .map((key) => ({
      id: key,
      area: 'terms',
      wording: Object.fromEntries(CATALOGUES.map((language) => [language, messageOf(language, key)])),
    }))

/** The entries in which every word sought occurs, in whichever language, without regard to case and accents. */
export const found = (glossary: readonly GlossaryEntry[], sought: string): readonly GlossaryEntry[] => {
  const parts = folded(sought)
    .split(/\s+/u)
    .filter((part) => part !== '')
  return glossary.filter(({ wording }) => {
    const all = folded(Object.values(wording).join('\n'))
    return parts.every((part) => all.includes(part))
  })
}

const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()

/** A shorter word would be found by chance in too many others. */
const SHORTEST = 2

/** The entries whose wording occurs in a passage of the language interpreted from: what is about to be needed. */
export const occurring = (
  glossary: readonly GlossaryEntry[],
  passage: string,
  { from }: LanguagePair,
): readonly GlossaryEntry[] => {
  const within = folded(passage)
  return glossary.filter(({ wording }) => {
    const word = folded(lookup(wording, from) ?? '')
    return word.length >= SHORTEST && within.includes(word)
  })
}
