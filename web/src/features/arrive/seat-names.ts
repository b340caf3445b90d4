import type { SeatCard } from '@parley/client/own-seat'
import { wordingFor } from '../../app/wording.ts'

/** What a person's device calls the seat a passkey is for: the person, and the dialogue. */
export const seatNames = (
  { person, dialogueName, languages }: Pick<SeatCard, 'person' | 'dialogueName' | 'languages'>,
  language: string,
): { readonly name: string; readonly displayName: string } => {
  const { text: displayName } = wordingFor(person.name, language, languages)
  return { displayName, name: `${displayName} · ${wordingFor(dialogueName, language, languages).text}` }
}
