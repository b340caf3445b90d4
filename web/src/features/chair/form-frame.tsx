import { useEffect, useId, useRef, type ReactNode } from 'react'
import { useLocale } from '../../app/locale.tsx'
import { Button } from '../../ui/button.tsx'
import styles from './form-frame.module.css'

/**
 * An act of the chair that takes more than a yes: what goes into it, and one button that does it. Like a question it
 * covers nothing. Enter in a field does not send it, so that nothing is done by finishing a line.
 */
export const FormFrame = ({
  heading,
  note,
  children,
  confirm,
  reason,
  onConfirm,
  onCancel,
}: {
  readonly heading: string
  readonly note?: string | undefined
  readonly children: ReactNode
  readonly confirm: string
  /** Why it cannot be done as it stands. */
  readonly reason: string | undefined
  readonly onConfirm: () => void
  readonly onCancel: () => void
}) => {
  const { say } = useLocale()
  const id = useId()
  const form = useRef<HTMLDivElement>(null)
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus()
  }, [])
  return (
    <div
      ref={form}
      className={styles['frame']}
      role="dialog"
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel()
      }}
    >
      <h2 id={id}>{heading}</h2>
      {note !== undefined && <p className={styles['note']}>{note}</p>}
      {children}
      {reason !== undefined && reason !== '' && <p className={styles['note']}>{reason}</p>}
      <div className={styles['buttons']}>
        <Button look="primary" size="large" reason={reason} onPress={onConfirm}>
          {confirm}
        </Button>
        <Button size="large" shortcut="Esc" onPress={onCancel}>
          {say('room.cancel')}
        </Button>
      </div>
    </div>
  )
}

/** One thing that goes into an act, with its name. */
export const Field = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <label className={styles['field']}>
    <span>{label}</span>
    {children}
  </label>
)

/** A number that goes into an act, as it is being written; halves where `step` says so. */
export const NumberField = ({
  label,
  value,
  min,
  max,
  step = 1,
  onChange,
}: {
  readonly label: string
  readonly value: string
  readonly min: number
  readonly max: number
  readonly step?: number
  readonly onChange: (value: string) => void
}) => (
  <Field label={label}>
    <input
      type="number"
      inputMode={step === 1 ? 'numeric' : 'decimal'}
      min={min}
      max={max}
      step={step}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    />
  </Field>
)

/** One of several, by its words. What is chosen is always one of them. */
export const OneOfField = <One extends string>({
  label,
  value,
  options,
  wordsOf,
  onChange,
}: {
  readonly label: string
  readonly value: One
  readonly options: readonly One[]
  readonly wordsOf: (one: One) => string
  readonly onChange: (value: One) => void
}) => (
  <Field label={label}>
    <select
      value={value}
      onChange={({ target }) => onChange(options.find((one) => one === target.value) ?? value)}
    >
      {options.map((one) => (
        <option key={one} value={one}>
          {wordsOf(one)}
        </option>
      ))}
    </select>
  </Field>
)
