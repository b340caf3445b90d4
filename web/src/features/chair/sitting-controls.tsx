import { useLocale } from '../../app/locale.tsx'
import { useNames, useRoom, useServerNow } from '../../app/room-context.tsx'
import { shownKey } from '../../app/shortcuts.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { useActWords } from './act-words.ts'
import { chairAct, type ChairActId } from './chair-acts.ts'
import { useConsole, type FormId } from './console-context.ts'
import { formsNow } from './forms-now.ts'
import styles from './chair-console.module.css'

const STOPS = ['suspend-break', 'suspend-consultation', 'suspend-technical', 'adjourn'] as const
const LATER = 'suspend'
const PLAIN: readonly ChairActId[] = ['take-up', 'conclude', 'resume', 'order-recording', 'end-recording']

/** The course of the meeting: items, suspension, adjournment, and what else the chair may do; only what the rules allow now. */
export const SittingControls = () => {
  const { proceedings, seat } = useRoom()
  const { say } = useLocale()
  const words = useActWords()
  const now = useServerNow()
  const { press, open, dueId } = useConsole()
  const isOpen = (id: ChairActId): boolean => {
    const act = chairAct(proceedings, seat, id, now)
    return act !== undefined && act.refusal === undefined
  }
  const stops = STOPS.filter(isOpen)
  const maySuspend = stops.some((id) => id !== 'adjourn')
  // Suspension and silence are offered where their shorter forms stand.
  const forms = formsNow(proceedings).filter((id) => id !== 'suspend' && id !== 'silence')
  return (
    <section className={styles['course']} aria-label={say('foyer.meeting-phase')}>
      {PLAIN.filter((id) => id !== dueId && isOpen(id)).map((id) => (
        <Button key={id} shortcut={keyOf(id)} onPress={() => press(id)}>
          {words(id, 'button')}
        </Button>
      ))}
      <OtherItems />
      {stops.length > 0 && (
        <Choice
          options={[
            ...stops.map((id) => ({ id, words: words(id, 'button') })),
            ...(maySuspend ? [{ id: LATER, words: say('sitting.suspend-until') } as const] : []),
          ]}
          onChoose={(id) => (id === LATER ? open('suspend') : press(id))}
        >
          {say('console.suspend')}
        </Choice>
      )}
      {forms.length > 0 && (
        <Choice options={forms.map((id) => ({ id, words: say(WORDS[id]) }))} onChoose={open}>
          {say('sitting.more-acts')}
        </Choice>
      )}
    </section>
  )
}

const WORDS = {
  'roll-call': 'sitting.roll-call',
  'call-somebody': 'sitting.call-somebody',
  limit: 'sitting.limit',
  note: 'sitting.note',
  suspend: 'sitting.suspend-until',
  silence: 'sitting.open-silence',
} as const satisfies Record<FormId, string>

const keyOf = (id: ChairActId): string | undefined => {
  if (id === 'order-recording' || id === 'end-recording') return shownKey('recording', 'chair')
  return id === 'take-up' || id === 'conclude' ? shownKey(id, 'chair') : undefined
}

/** Items may be taken up in any order; all but the next are behind one button. */
const OtherItems = () => {
  const { proceedings, meeting, seat } = useRoom()
  const { say } = useLocale()
  const { words } = useNames()
  const { ask } = useConsole()
  const now = useServerNow()
  const isFree = chairAct(proceedings, seat, 'take-up', now)?.refusal === undefined
  const others = meeting.agenda.filter(({ status }) => status === 'ahead').slice(1)
  if (!isFree || others.length === 0) return null
  return (
    <Choice
      options={others.map(({ item }) => ({ id: item.id, words: words(item.title).text }))}
      onChoose={(id) => {
        const title = others.find(({ item }) => item.id === id)?.item.title
        ask({
          words: say('console.take-up', { item: words(title).text }),
          command: { type: 'TakeUpItem', item: id },
        })
      }}
    >
      {say('sitting.other-item')}
    </Choice>
  )
}
