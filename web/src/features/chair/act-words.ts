import { currentItem } from '@parley/domain/meeting/seats'
import type { Meeting } from '@parley/domain/meeting/state'
import { formatDuration } from '@parley/messages/quantities'
import { useLocale } from '../../app/locale.tsx'
import { useNames, useRoom } from '../../app/room-context.tsx'
import { nextCalled, type ChairActId } from './chair-acts.ts'

/** How an act of the chair is called: on its button, or in the question before it, which names what it is about. */
export const useActWords = (): ((id: ChairActId, where: 'button' | 'question') => string) => {
  const { meeting } = useRoom()
  const { language, say } = useLocale()
  const names = useNames()
  return (id, where) => {
    if (id === 'call-next' || id === 'call-message') {
      const called = nextCalled(meeting)
      const duration = formatDuration(language, called?.limitSeconds ?? 0)
      // Beside the button stands the name; a question has to say it.
      if (where === 'button') {
        return id === 'call-next' ? say('console.give-floor', { duration }) : say('console.give-to-reader')
      }
      const who = called === undefined ? '' : names.person(called.seat).text
      return say(`console.${id}`, { who, duration })
    }
    if (id === 'take-up') return say('console.take-up', { item: names.words(itemAhead(meeting)).text })
    if (id === 'conclude') {
      return say('console.conclude', { item: names.words(currentItem(meeting)?.item.title).text })
    }
    if (id === 'rule-upheld' || id === 'rule-rejected' || id === 'rule-noted') {
      const raiser = meeting.pointOfOrder?.seat
      if (where === 'button' || raiser === undefined) return say(`console.${id}`)
      return say(`console.confirm-${id}`, { who: names.person(raiser).text })
    }
    return say(`console.${id}`)
  }
}

const itemAhead = (meeting: Meeting) => meeting.agenda.find(({ status }) => status === 'ahead')?.item.title
