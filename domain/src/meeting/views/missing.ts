import type { Missing } from '../../refusal.ts'
import type { Localized } from '../../words/language.ts'
import { hasReader } from '../messages.ts'
import { speakersMissing } from '../named-speakers.ts'
import { activeAt, headOf } from '../seats.ts'
import type { Meeting } from '../state.ts'

/** What is missing before the meeting can be opened, and what should be there but stops nobody. */
export type MissingBeforeOpening = {
  readonly blocking: readonly Missing[]
  readonly advisory: readonly Missing[]
}

export const missingBeforeOpening = (meeting: Meeting): MissingBeforeOpening => ({
  blocking: [
    ...(meeting.chair.some((seat) => activeAt(meeting, seat) !== undefined)
      ? []
      : [{ code: 'chair-missing' as const }]),
    ...(meeting.agenda.length > 0 ? [] : [{ code: 'agenda-empty' as const }]),
    ...headsMissing(meeting),
    ...meeting.agenda.flatMap(({ item }) =>
      speakersMissing(meeting, item).map((seat): Missing => ({
        code: 'speaker-missing',
        item: item.id,
        seat,
      })),
    ),
    ...meeting.messages
      .filter((one) => !hasReader(meeting, one))
      .map((one): Missing => ({ code: 'reader-missing', message: one.message.id })),
  ],
  advisory: [
    ...without(meeting, meeting.theme).map((language): Missing => ({
      code: 'wording-missing',
      of: 'theme',
      language,
    })),
    ...meeting.agenda.flatMap(({ item }) =>
      without(meeting, item.title).map((language): Missing => ({
        code: 'wording-missing',
        of: 'item',
        item: item.id,
        language,
      })),
    ),
  ],
})

const headsMissing = (meeting: Meeting): readonly Missing[] =>
  meeting.delegations
    .filter((party) => headOf(meeting, party.id) === undefined)
    .map((party): Missing => ({ code: 'head-missing', delegation: party.id }))

/** The meeting's languages a wording lacks. */
const without = (meeting: Meeting, wording: Localized): readonly string[] =>
  meeting.languages.filter((language) => wording[language] === undefined)
