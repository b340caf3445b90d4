import type { Edition } from '@parley/domain/release/state'
import { activeAt, secretariatAt } from '@parley/domain/meeting/seats'
import type { Instant } from '@parley/domain/words/identity'
import { formatDate } from '@parley/messages/dates'
import { ordinal } from '@parley/messages/ordinals'
import { formatList, languageName } from '@parley/messages/quantities'
import { useLocale } from '../../app/locale.tsx'
import { useNames, useRoom } from '../../app/room-context.tsx'
import type { NextStep } from './next-step.ts'
import type { VersionRow } from './version-rows.ts'

/** How the desk puts what it shows, in the reader's language. */
export type DeskWords = {
  readonly languageOf: (language: string) => string
  readonly edition: (edition: Pick<Edition, 'edition'>) => string
  readonly public: (row: VersionRow) => string
  readonly step: (step: NextStep) => string
  /** A moment by the clocks of every capital: whoever waits for it may sit in any of them. */
  readonly times: (instant: Instant) => string
  readonly sides: (delegations: readonly string[]) => string
  /** The delegation this person speaks for; nothing for those of no delegation. */
  readonly own: string | undefined
}

export const useWords = (): DeskWords => {
  const { meeting, seat } = useRoom()
  const { language, say } = useLocale()
  const { shortParty, words } = useNames()
  const sides = (delegations: readonly string[]): string =>
    formatList(
      language,
      delegations.map((id) => shortParty(id).text),
      'persons',
    )
  const edition = ({ edition: number }: Pick<Edition, 'edition'>): string =>
    say('term.ordinal-edition', { ordinal: ordinal(language, number, 'edition') })
  return {
    languageOf: (named) => languageName(language, named),
    edition,
    sides,
    own: activeAt(meeting, seat)?.delegation ?? secretariatAt(meeting, seat)?.party,
    times: (instant) =>
      formatList(
        language,
        meeting.delegations.map(
          ({ city, timeZone }) =>
            `${formatDate(language, instant, timeZone, 'date-time')} (${words(city).text})`,
        ),
      ),
    public: ({ public: stage, last, out }) => {
      const shown = out ?? last
      return say(`desk.public-${stage}`, { edition: shown === undefined ? '' : edition(shown) })
    },
    step: (next) => {
      switch (next.step) {
        case 'draft':
        case 'write':
        case 'clear':
        case 'publish':
        case 'wait-for-end':
        case 'none':
          return say(`desk.step-${next.step}`)
        case 'settle-objection':
          return say('desk.step-settle')
        case 'wait':
          return say('desk.step-wait', { who: sides(next.forDelegations) })
      }
    },
  }
}
