import { useLocale } from '../../app/locale.tsx'
import { useRoom, useServerNow } from '../../app/room-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { useActWords } from './act-words.ts'
import { chairAct, type ChairActId } from './chair-acts.ts'
import type { Do } from './chair-console.tsx'
import styles from './chair-console.module.css'

const STOPS = ['suspend-break', 'suspend-consultation', 'suspend-technical', 'adjourn'] as const
const PLAIN: readonly ChairActId[] = ['take-up', 'conclude', 'resume']

/** The course of the meeting: items, suspension, adjournment; only what the rules allow now. */
export const SittingControls = ({
  onAct,
  dueId,
}: {
  readonly onAct: Do
  /** What has its own button already. */
  readonly dueId: ChairActId | undefined
}) => {
  const { proceedings, seat } = useRoom()
  const { say } = useLocale()
  const words = useActWords()
  const now = useServerNow()
  const isOpen = (id: ChairActId): boolean => {
    const act = chairAct(proceedings, seat, id, now)
    return act !== undefined && act.refusal === undefined
  }
  const stops = STOPS.filter(isOpen)
  return (
    <section className={styles['course']} aria-label={say('foyer.meeting-phase')}>
      {PLAIN.filter((id) => id !== dueId && isOpen(id)).map((id) => (
        <Button key={id} onPress={() => onAct(id)}>
          {words(id, 'button')}
        </Button>
      ))}
      {stops.length > 0 && (
        <Choice
          options={stops.map((id) => ({ id, words: words(id, 'button') }))}
          onChoose={(id) => onAct(id)}
        >
          {say('console.suspend')}
        </Choice>
      )}
    </section>
  )
}
