import { useId, type ReactNode } from 'react'
import { useLocale } from '../../app/locale.tsx'
import { Button } from '../../ui/button.tsx'
import styles from './question.module.css'

/** An act with choices of its own, asked about before it is done. With `hindrance` it cannot be done yet, and says why. */
export const Question = ({
  question,
  note,
  confirm,
  hindrance,
  onConfirm,
  onCancel,
  children,
}: {
  readonly question: string
  readonly note?: string | undefined
  readonly confirm: string
  readonly hindrance: string | undefined
  readonly onConfirm: () => void
  readonly onCancel: () => void
  readonly children: ReactNode
}) => {
  const { say } = useLocale()
  const id = useId()
  return (
    <div
      className={styles['question']}
      role="alertdialog"
      aria-labelledby={id}
      onKeyDown={({ key, nativeEvent }) => {
        if (key === 'Escape' && !nativeEvent.isComposing) onCancel()
      }}
    >
      <h3 id={id} tabIndex={-1} ref={focusOnce}>
        {question}
      </h3>
      {note !== undefined && <p>{note}</p>}
      {children}
      <div className={styles['acts']}>
        <Button look="primary" size="large" reason={hindrance} onPress={onConfirm}>
          {confirm}
        </Button>
        <Button size="large" onPress={onCancel}>
          {say('room.cancel')}
        </Button>
        {hindrance !== undefined && <p role="status">{hindrance}</p>}
      </div>
    </div>
  )
}

const focusOnce = (heading: HTMLHeadingElement | null): void => heading?.focus()

/** One of several, told apart by words. */
export const OneOf = <Id extends string>({
  legend,
  options,
  chosen,
  onChoose,
}: {
  readonly legend: string
  readonly options: readonly { readonly id: Id; readonly words: string }[]
  readonly chosen: Id | undefined
  readonly onChoose: (id: Id) => void
}) => {
  const name = useId()
  return (
    <fieldset>
      <legend>{legend}</legend>
      {options.map(({ id, words }) => (
        <label key={id} className={styles['choice']}>
          <input type="radio" name={name} checked={chosen === id} onChange={() => onChoose(id)} />
          {words}
        </label>
      ))}
    </fieldset>
  )
}
