import type { Proceedings } from '@parley/domain/proceedings'
import type { Localized } from '@parley/domain/words/language'
import type { Naming } from '@parley/messages/problem-text'
import { wordingFor } from './wording.ts'

/** What a person would call the things a refusal mentions by identifier, as far as this meeting knows them. */
export const namingIn =
  ({ meeting, texts }: Proceedings, language: string): Naming =>
  (field, id) => {
    const wording = wordingOf({ meeting, texts }, field, id)
    const { text } = wordingFor(wording, language, meeting.languages)
    return text === '' ? undefined : text
  }

const wordingOf = (
  { meeting, texts }: Pick<Proceedings, 'meeting' | 'texts'>,
  field: string,
  id: string,
): Localized | undefined => {
  switch (field) {
    case 'delegation':
    case 'party':
      return meeting.delegations.find((one) => one.id === id)?.name
    case 'seat':
    case 'by':
    case 'next':
      return personNameAt(meeting, id)
    case 'item':
      return meeting.agenda.find(({ item }) => item.id === id)?.item.title
    case 'message':
      return meeting.messages.find(({ message }) => message.id === id)?.message.author.name
    case 'text':
      return Object.hasOwn(texts.byId, id) ? texts.byId[id]?.title : undefined
    default:
      return undefined
  }
}

/** The name of whoever sits, or sat, at this seat: accredited or secretariat. */
export const personNameAt = (meeting: Proceedings['meeting'], seat: string): Localized | undefined => {
  const person = Object.hasOwn(meeting.people, seat) ? meeting.people[seat]?.person : undefined
  return (person ?? meeting.secretariats.find((one) => one.seat === seat)?.person)?.name
}
