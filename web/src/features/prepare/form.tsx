import type { ProceedingsCommand } from '@parley/domain/proceedings/events'
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useCell } from '../../app/cell.ts'
import { useLocale } from '../../app/locale.tsx'
import { useNames, useRoom, useServerNow } from '../../app/room-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Confirmation } from '../../ui/confirmation.tsx'
import type { Filled } from './filled.ts'
import { afterwards } from './may-prepare.ts'
import { savesWith } from './saves-with.ts'
import type { DraftInHand } from './use-draft.ts'
import type { FormName } from './whereabouts.ts'
import styles from './form.module.css'

const EVERY_MS = 30_000

type FormProps<Value> = {
  readonly name: FormName
  readonly heading: string
  readonly draft: DraftInHand<Value>
  readonly filled: Filled
  readonly save: string
  /** Asked before an act that cannot be taken back. */
  readonly question?: string | undefined
  readonly note?: string | undefined
  /** What is on record, for whoever is overtaken by it. */
  readonly theirs?: ReactNode
  readonly onClose: () => void
  readonly children: ReactNode
}

/**
 * Something being written, saved as one step: the rules are asked first and their refusal is said here. It stays open,
 * with all that was written, until it is on record.
 */
export const Form = <Value,>({
  name,
  heading,
  draft,
  filled,
  save,
  question,
  note,
  theirs,
  onClose,
  children,
}: FormProps<Value>) => {
  const { say } = useLocale()
  const id = useId()
  const box = useRef<HTMLElement>(null)
  const saving = useSaving(draft, filled, question !== undefined, onClose)
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('input, select, textarea')?.focus()
    box.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <section
      ref={box}
      id={name}
      className={styles['form']}
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (!meansSave(event)) return
        event.preventDefault()
        saving.ask()
      }}
    >
      <h3 id={id}>{heading}</h3>
      {draft.standing === 'overtaken' && <Overtaken draft={draft} theirs={theirs} />}
      {children}
      {note !== undefined && <p className={styles['note']}>{note}</p>}
      {saving.trouble !== undefined && (
        <p className={styles['trouble']} role="alert">
          {saving.trouble}
        </p>
      )}
      {saving.isAsking && question !== undefined ? (
        <Confirmation
          question={question}
          confirm={save}
          cancel={say('room.cancel')}
          onConfirm={() => void saving.go()}
          onCancel={saving.stop}
        />
      ) : (
        <div className={styles['acts']}>
          <Button look="primary" size="large" onPress={saving.ask} reason={saving.reason}>
            {save}
          </Button>
          <Button size="large" onPress={onClose}>
            {say('prepare.close-form')}
          </Button>
          {saving.reason !== undefined && <span className={styles['reason']}>{saving.reason}</span>}
        </div>
      )}
    </section>
  )
}

type Saving = {
  readonly ask: () => void
  readonly go: () => Promise<void>
  readonly stop: () => void
  readonly isAsking: boolean
  /** Why nothing can be saved now. */
  readonly reason: string | undefined
  /** Why it was not saved. */
  readonly trouble: string | undefined
}

const useSaving = <Value,>(
  draft: DraftInHand<Value>,
  filled: Filled,
  asks: boolean,
  onDone: () => void,
): Saving => {
  const { proceedings, seat, sitting, act } = useRoom()
  const { say } = useLocale()
  const { reason: wordsOf } = useNames()
  const at = useServerNow(EVERY_MS)
  const isLive = useCell(sitting.connection) === 'live'
  const [trouble, setTrouble] = useState<string>()
  const [step, setStep] = useState<'writing' | 'asking' | 'saving'>('writing')
  const reason = isLive ? (step === 'saving' ? say('prepare.saving') : undefined) : say('prepare.kept-here')
  const ready = (): readonly ProceedingsCommand[] | undefined => {
    if (draft.standing === 'overtaken') {
      setTrouble(say('prepare.decide-first'))
      return undefined
    }
    if (!filled.ok) {
      setTrouble(say(`prepare.lacks-${filled.lacks}`))
      return undefined
    }
    const { refusal } = afterwards({ proceedings, seat, at }, filled.commands)
    setTrouble(refusal === undefined ? undefined : wordsOf(refusal))
    return refusal === undefined ? filled.commands : undefined
  }
  const go = async (): Promise<void> => {
    const commands = ready()
    if (commands === undefined || reason !== undefined) return setStep('writing')
    setStep('saving')
    for (const command of commands) {
      // What was not answered is kept and sent later, in this order: written again it would be done twice.
      const isDone =
        (await act(command)) || sitting.desk.read().pending.some((one) => one.command === command)
      if (!isDone) return setStep('writing')
    }
    onDone()
  }
  return {
    ask: () => {
      if (reason !== undefined || ready() === undefined) return
      if (asks) setStep('asking')
      else void go()
    },
    go,
    stop: () => setStep('writing'),
    isAsking: step === 'asking',
    reason,
    trouble,
  }
}

/** Enter in a field of one line, wherever in the form; never while an input method composes. */
const meansSave = (event: KeyboardEvent): boolean => {
  const { target, key, ctrlKey, metaKey, keyCode, nativeEvent } = event
  const press = { key, ctrlKey, metaKey, keyCode, isComposing: nativeEvent.isComposing }
  if (target instanceof HTMLTextAreaElement) return savesWith(press, 'many')
  return target instanceof HTMLInputElement && target.type !== 'checkbox' && savesWith(press, 'one')
}

const Overtaken = <Value,>({
  draft,
  theirs,
}: {
  readonly draft: DraftInHand<Value>
  readonly theirs: ReactNode
}) => {
  const { say } = useLocale()
  return (
    <div className={styles['overtaken']} role="alert">
      <p>{say('prepare.overtaken')}</p>
      {theirs}
      <div className={styles['acts']}>
        <Button onPress={draft.takeTheirs}>{say('prepare.take-theirs')}</Button>
        <Button onPress={draft.keepMine}>{say('prepare.keep-mine')}</Button>
      </div>
    </div>
  )
}
